package worklist

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Headings that reading goes by. People may move the columns, not rename these.
const (
	keyHeading      = "Key"
	ownersHeading   = "Organisation"
	beforeHeading   = "As written"
	ownerHeading    = "Owner"
	statusHeading   = "Status"
	decisionHeading = "Decision"
	noteHeading     = "Note"
)

// A role says how a column's cells look.
type role uint8

const (
	body    role = iota
	quiet        // for machines and second looks
	entered      // to be filled in
	rating       // the severity
	hidden
)

// A column of the lists.
type column struct {
	title string
	role  role
	width float64 // in characters
	text  func(it *Item, d Decision) string
}

// present says which columns have anything to show; empty ones are left out.
type present struct {
	title, where, value, dimension, review, cases, organisation, team, source, fix bool
}

func (p *present) see(it *Item) {
	p.title = p.title || it.Title != ""
	p.where = p.where || it.File != ""
	p.value = p.value || it.Value != ""
	p.dimension = p.dimension || it.Dimension != "" || it.Label != "" || it.Quote != ""
	p.review = p.review || it.Review
	p.cases = p.cases || it.Case != ""
	p.organisation = p.organisation || it.Organisation != ""
	p.team = p.team || it.Team != ""
	p.source = p.source || it.Source != ""
	p.fix = p.fix || it.Fix != ""
}

// columns lists the columns of a worklist from left to right: what and why, the
// evidence, then what people write, and last what only later runs need.
func columns(p present) []column {
	all := []struct {
		show bool
		column
	}{
		{true, column{"Severity", rating, 11, func(it *Item, _ Decision) string { return severityWord(it.Severity) }}},
		{true, column{"Record", body, 20, func(it *Item, _ Decision) string { return it.Record }}},
		{p.title, column{"What is expected", body, 24, func(it *Item, _ Decision) string { return it.Title }}},
		{true, column{"Why", body, 38, func(it *Item, _ Decision) string { return it.Reason }}},
		{p.fix, column{"How to mend it", body, 34, func(it *Item, _ Decision) string { return it.Fix }}},
		{p.where, column{"Where", body, 24, func(it *Item, _ Decision) string { return it.where() }}},
		{p.value, column{"What the cell holds", body, 18, func(it *Item, _ Decision) string { return it.Value }}},
		{p.dimension, column{"About", body, 12, func(it *Item, _ Decision) string { return it.Dimension }}},
		{p.dimension, column{"The tool's reading", body, 15, func(it *Item, _ Decision) string { return it.Label }}},
		{p.dimension, column{"Evidence (masked)", body, 46, func(it *Item, _ Decision) string { return it.Quote }}},
		{p.review, column{"Please check", body, 10, func(it *Item, _ Decision) string { return yesIf(it.Review) }}},
		{p.team, column{"Team", body, 18, func(it *Item, _ Decision) string { return it.Team }}},
		{true, column{ownerHeading, entered, 18, func(_ *Item, d Decision) string { return d.Owner }}},
		{true, column{statusHeading, entered, 15, func(_ *Item, d Decision) string { return d.Status }}},
		{true, column{decisionHeading, entered, 20, func(_ *Item, d Decision) string { return d.Decision }}},
		{true, column{noteHeading, entered, 30, func(_ *Item, d Decision) string { return d.Note }}},
		{p.cases, column{"Case", quiet, 12, func(it *Item, _ Decision) string { return it.Case }}},
		{p.organisation, column{ownersHeading, quiet, 24, func(it *Item, _ Decision) string { return it.Organisation }}},
		{p.source, column{"Source", quiet, 9, func(it *Item, _ Decision) string { return it.Source }}},
		{true, column{"Rule", quiet, 28, func(it *Item, _ Decision) string { return it.Rule }}},
		{true, column{keyHeading, hidden, 20, func(it *Item, _ Decision) string { return it.Key }}},
		{true, column{beforeHeading, hidden, 20, func(_ *Item, d Decision) string { return d.pack() }}},
	}
	var out []column
	for _, c := range all {
		if c.show {
			out = append(out, c.column)
		}
	}
	return out
}

// find gives the index of a column, or -1.
func find(columns []column, title string) int {
	for i, c := range columns {
		if c.title == title {
			return i
		}
	}
	return -1
}

func severityWord(s string) string {
	switch strings.ToLower(s) {
	case "must":
		return "Must"
	case "should":
		return "Should"
	case "info", "":
		return "Info"
	}
	return s
}

func yesIf(b bool) string {
	if b {
		return "Yes"
	}
	return ""
}

// where names the place of an item: datix.xlsx, Listing, row 6, column G (Ethnicity).
func (it *Item) where() string {
	var out []string
	for _, s := range []string{it.File, it.Sheet} {
		if s != "" {
			out = append(out, s)
		}
	}
	if it.Row > 0 {
		out = append(out, fmt.Sprintf("row %d", it.Row))
	}
	switch {
	case it.Column != "" && it.Heading != "":
		out = append(out, fmt.Sprintf("column %s (%s)", it.Column, it.Heading))
	case it.Column != "":
		out = append(out, "column "+it.Column)
	case it.Heading != "":
		out = append(out, "column "+it.Heading)
	}
	return strings.Join(out, ", ")
}

// pack keeps what the tool itself wrote into the columns to fill in, so that
// reading can tell an edit from a text that was only carried over.
func (d Decision) pack() string {
	if d.Blank() {
		return ""
	}
	b, _ := json.Marshal(d.fields()) // four texts always marshal
	if len(b) > cellLimit {
		return "" // they count as written anew, which loses nothing
	}
	return string(b)
}

// long reports a text that a cell cannot hold.
func (d Decision) long() bool {
	for _, s := range d.fields() {
		if units(s) > cellLimit {
			return true
		}
	}
	return false
}

func (d Decision) fields() [4]string { return [4]string{d.Owner, d.Status, d.Decision, d.Note} }

// unpack is the inverse of pack; a text that is none gives blanks, and then every
// cell that holds something counts as written by somebody.
func unpack(s string) [4]string {
	var f [4]string
	if json.Unmarshal([]byte(s), &f) != nil {
		return [4]string{}
	}
	return f
}
