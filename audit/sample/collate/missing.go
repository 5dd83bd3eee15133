package collate

import (
	"fmt"
	"slices"
	"strings"

	"siequity/audit/sample"
	"siequity/audit/sample/proforma"
	"siequity/rules/codes/wording"
)

// Coverage is how much of the draw came back.
type Coverage struct {
	Drawn    int               `json:"drawn"`
	Read     int               `json:"read"`     // cases with at least one answer
	Complete int               `json:"complete"` // cases whose readers answered everything
	Reserve  int               `json:"reserve"`  // reserve cases read
	Answers  int               `json:"answers"`  // that count
	Expected int               `json:"expected"` // from the cases drawn
	Readers  []ReaderCoverage  `json:"readers"`
	Strata   []StratumCoverage `json:"strata"`
	Flags    []string          `json:"flags"`
}

// ReaderCoverage is what one reader sent back.
type ReaderCoverage struct {
	Reader   string `json:"reader"`
	Cases    int    `json:"cases"`
	Begun    int    `json:"begun"`
	Complete int    `json:"complete"`
}

// StratumCoverage is what came back of one stratum.
type StratumCoverage struct {
	Stratum    string `json:"stratum"`
	Population int    `json:"population"`
	Drawn      int    `json:"drawn"`
	Read       int    `json:"read"`
}

// missing tells what did not come back, reader by reader.
func (c *collator) missing() {
	cov := &c.out.Results.Coverage
	cov.Drawn = len(c.s.Cases)
	cov.Answers = len(c.heard)
	for i, name := range c.s.Design.Readers {
		cov.Readers = append(cov.Readers, c.missingOf(i, name))
	}
	for _, h := range c.s.Strata {
		cov.Strata = append(cov.Strata, StratumCoverage{Stratum: h.Name, Population: h.Population, Drawn: h.Drawn})
	}
	for _, one := range c.s.Cases {
		cov.Expected += len(one.Readers) * len(c.p.Questions)
		begun, complete := c.progress(one)
		if begun {
			cov.Read++
			cov.Strata[one.Stratum].Read++
		}
		if complete {
			cov.Complete++
		}
	}
	c.reserve(cov)
	c.flags(cov)
}

func (c *collator) missingOf(reader int, name string) ReaderCoverage {
	rc := ReaderCoverage{Reader: name}
	var empty []sample.Case
	for _, one := range c.s.Cases {
		dealt := false
		for _, i := range c.readersOf(one) {
			dealt = dealt || i == reader
		}
		if !dealt {
			continue
		}
		rc.Cases++
		switch blank := c.blanks(reader, one); {
		case len(blank) == 0:
			rc.Complete++
			rc.Begun++
		case c.lost[slot{reader: reader, number: one.Number}] && len(blank) == len(c.p.Questions):
		case len(blank) == len(c.p.Questions):
			empty = append(empty, one)
		default:
			rc.Begun++
			c.blankFaults(reader, one, blank)
		}
	}
	if len(empty) > 0 && len(empty) == rc.Cases {
		c.fault(proforma.Fault{Severity: proforma.ToMend, Who: name, What: fmt.Sprintf("nothing has come back from %s, who has %d cases", name, rc.Cases),
			Hint: "ask for the proforma; results are worked out without it"})
		return rc
	}
	for _, one := range empty {
		c.blankFaults(reader, one, nil)
	}
	return rc
}

// blanks is the questions of a case that a reader gave no answer to that counts.
func (c *collator) blanks(reader int, one sample.Case) []int {
	var list []int
	for q := range c.p.Questions {
		if _, ok := c.heard[slot{reader, one.Number, q}]; !ok {
			list = append(list, q)
		}
	}
	return list
}

// blankFaults names the questions without an answer, or the whole case. A
// question that was answered, but not so that it can be read, has its fault.
func (c *collator) blankFaults(reader int, one sample.Case, blank []int) {
	name := c.k.Reader(reader)
	if blank == nil {
		f := proforma.Fault{Severity: proforma.ToMend, Case: one.Number, Who: name, What: "the case has no answer that counts", Hint: "answer its questions, or say in its first row that the report cannot be found"}
		if rows := c.seen[slot{reader, one.Number, 0}]; len(rows) > 0 {
			f.File, f.Sheet, f.Row = rows[0].file, rows[0].row.Sheet, rows[0].row.Row
		}
		c.fault(f)
		return
	}
	for _, q := range blank {
		rows := c.seen[slot{reader, one.Number, q}]
		f := proforma.Fault{Severity: proforma.ToMend, Case: one.Number, Question: c.p.Questions[q].ID, Who: name}
		switch {
		case len(rows) == 0:
			f.What, f.Hint = "the row of this question did not come back", "answer it in the proforma that was sent out"
		case rows[0].row.Answer == "" && rows[0].row.Evidence == "" && rows[0].row.Note == "":
			f.File, f.Sheet, f.Row, f.Column = rows[0].file, rows[0].row.Sheet, rows[0].row.Row, rows[0].row.Column
			f.What, f.Hint = "not answered", "choose an answer from the list; Not recorded if the papers say nothing"
		default:
			continue
		}
		c.fault(f)
	}
}

// saysNotFound tells whether a reader says that the report could not be found.
func saysNotFound(text string) bool {
	said := " " + wording.Fold(text) + " "
	return slices.ContainsFunc([]string{" not found ", " cannot be found ", " could not be found ", " cannot find ", " could not find ", " no report "},
		func(words string) bool { return strings.Contains(said, words) })
}

// reportsLost says which reports readers could not find, and which reserve case
// comes next.
func (c *collator) reportsLost() {
	var list []slot
	for s := range c.lost {
		list = append(list, s)
	}
	slices.SortFunc(list, compareSlots)
	for _, s := range list {
		here, _ := c.k.Case(s.number)
		if begun, _ := c.progress(here); begun {
			c.fault(proforma.Fault{Severity: proforma.ToMend, Case: s.number, Who: c.k.Reader(s.reader),
				What: "could not find the report, which another reader has read", Hint: "ask the audit lead where it is"})
			continue
		}
		hint := "look for it; its stratum has no reserve case left"
		for _, one := range c.s.Reserve {
			if begun, _ := c.progress(one); one.Stratum == here.Stratum && !begun {
				hint = fmt.Sprintf("look for it; if it cannot be had, send out reserve case %d, the next of its stratum", one.Number)
				break
			}
		}
		c.fault(proforma.Fault{Severity: proforma.ToMend, Case: s.number, Who: lead, What: c.k.Reader(s.reader) + " could not find the report", Hint: hint})
	}
}

// progress tells whether any of a case's readers answered anything, and whether
// all of them answered everything.
func (c *collator) progress(one sample.Case) (begun, complete bool) {
	complete = true
	for q := range c.p.Questions {
		for i := range c.s.Design.Readers {
			_, ok := c.heard[slot{i, one.Number, q}]
			begun = begun || ok
		}
		for _, i := range c.readersOf(one) {
			_, ok := c.heard[slot{i, one.Number, q}]
			complete = complete && ok
		}
	}
	return begun, complete
}

// reserve looks whether reserve cases were used in their order, and in place of
// cases that could not be read.
func (c *collator) reserve(cov *Coverage) {
	skipped := map[int]bool{}
	for _, one := range c.s.Reserve {
		begun, _ := c.progress(one)
		if !begun {
			skipped[one.Stratum] = true
			continue
		}
		cov.Reserve++
		st := &cov.Strata[one.Stratum]
		st.Read++
		f := proforma.Fault{Severity: proforma.ToCheck, Case: one.Number, Who: lead}
		switch {
		case skipped[one.Stratum]:
			f.What = "a reserve case was read before another that comes first in its stratum"
			f.Hint = "use reserve cases in their order, or say why one was passed over"
			c.fault(f)
		case st.Read > st.Drawn:
			f.What = "a reserve case was read although every case drawn from its stratum was read too"
			f.Hint = "reserve cases stand in for cases that cannot be read"
			c.fault(f)
		}
	}
}

func (c *collator) flags(cov *Coverage) {
	if left := cov.Drawn - cov.Read; left > 0 {
		cov.Flags = append(cov.Flags, fmt.Sprintf("%d of %d cases drawn have no answer; those read stand for them within their stratum, which is right only if they do not differ", left, cov.Drawn))
	}
	for _, h := range cov.Strata {
		if h.Drawn > 0 && h.Read == 0 {
			cov.Flags = append(cov.Flags, fmt.Sprintf("no case of \u201c%s\u201d was read; other strata stand for its %d cases", h.Stratum, h.Population))
		}
	}
	if cov.Reserve > 0 {
		cov.Flags = append(cov.Flags, fmt.Sprintf("%d reserve cases were read", cov.Reserve))
	}
}
