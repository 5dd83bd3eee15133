package worklist

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"siequity/incidents/export"
)

// searched is how many rows of a sheet are searched for the headings.
const searched = 20

// A sheet is one that is being read. It notes what would be lost if the sheet were
// written anew: entries that no heading tells apart, and what people added.
type sheet struct {
	*gathering
	name    string
	at      map[string]int // columns by heading, once found
	titles  []string       // all headings
	past    bool           // searched in vain
	keys    bool           // a row without or above the headings holds a key of an item
	filled  bool           // some cell holds something
	entries bool           // an entry was found in a row of the list
	strays  map[int]bool   // columns that are none of a worklist and hold something
}

// without reports that a sheet has no headings as far as they are searched for.
func (s *sheet) without(row int) bool {
	s.past = s.at == nil && row >= searched
	return s.past
}

// row takes in the next row of a sheet.
func (s *sheet) row(r row) {
	if s.at == nil {
		s.search(r)
		return
	}
	for i := range r.width {
		if s.ofNone(i) && strings.TrimSpace(r.cell(i)) != "" {
			s.strays[i] = true
		}
	}
	if s.hearRow(s.name, s.at, r) {
		s.entries = true
	}
}

// search looks whether a row heads a list.
func (s *sheet) search(r row) {
	if s.at = headings(r); s.at != nil {
		s.found, s.strays = true, map[int]bool{}
		for i := range r.width {
			s.titles = append(s.titles, strings.TrimSpace(r.cell(i)))
		}
		return
	}
	for i := range r.width {
		text := strings.TrimSpace(r.cell(i))
		s.filled = s.filled || text != ""
		s.keys = s.keys || likeKey.MatchString(text)
	}
}

// likeKey knows the key of an item, rule and record, where no heading names it.
var likeKey = regexp.MustCompile(`^[a-z0-9-]+/[a-z0-9-]+\|`)

// ofNone tells a column that the worklist does not write, so that what it holds
// comes from people.
func (s *sheet) ofNone(i int) bool {
	return i >= len(s.titles) || !slices.ContainsFunc(allTitles, func(t string) bool { return strings.EqualFold(t, s.titles[i]) })
}

// allTitles are the headings of every list.
var allTitles = titles(columns(present{true, true, true, true, true, true, true, true, true, true}))

func titles(all []column) []string {
	var out []string
	for _, c := range all {
		out = append(out, c.title)
	}
	return out
}

// fewTitles is how many headings of a worklist make a row its headings, whatever
// became of the others.
const fewTitles = 4

// headings finds the columns that are read, if the row heads a list.
func headings(r row) map[string]int {
	at := map[string]int{}
	known := 0
	for i := range r.width {
		text := strings.TrimSpace(r.cell(i))
		for _, t := range allTitles {
			if _, twice := at[t]; !twice && strings.EqualFold(text, t) {
				at[t] = i
				known++
			}
		}
	}
	if _, ok := at[keyHeading]; ok && known > 1 || known >= fewTitles {
		return at
	}
	return nil
}

// end judges a sheet that was read to its end: what people entered where no heading
// says what it is stops the run, and what they added beside the list is kept.
func (s *sheet) end() error {
	switch {
	case s.name == startSheet || s.name == listsSheet || s.name == longSheet:
		return nil
	case s.keys && s.at != nil:
		return s.unreadable(s.name, "rows of items stand above its headings", "move the row of headings back to the top, under the first line, and run again")
	case s.keys || s.at == nil && s.filled && (s.name == allSheet || s.name == goneSheet):
		return s.unreadable(s.name, "its row of headings is missing, so that nothing entered there can be read", "put the headings back as on another sheet, or rename the file to keep it and begin a new worklist")
	case s.at == nil && s.filled:
		s.keep("", "this sheet is none of the worklist's and is not written anew")
	case s.at != nil:
		return s.endList()
	}
	return nil
}

// endList judges a list by the headings that it lacks.
func (s *sheet) endList() error {
	stray := -1
	for i := range s.strays {
		if stray < 0 || i < stray {
			stray = i
		}
	}
	for _, h := range []string{keyHeading, ownerHeading, statusHeading, decisionHeading, noteHeading} {
		_, there := s.at[h]
		if !there && (stray >= 0 || h == keyHeading && s.entries) {
			return s.unreadable(s.name, fmt.Sprintf("no column is headed %s any more%s, so that not all that was entered can be read", h, s.instead(stray)),
				fmt.Sprintf("write the heading %s over its column again, or rename the file to keep it and begin a new worklist", h))
		}
	}
	if stray >= 0 {
		s.keep(export.ColumnName(stray+1), "this column is none of the worklist's and is not written anew")
	}
	return nil
}

// instead names the column that may be the one whose heading is missing.
func (s *sheet) instead(stray int) string {
	switch {
	case stray < 0:
		return ""
	case stray >= len(s.titles) || s.titles[stray] == "":
		return fmt.Sprintf(", and column %s has no heading", export.ColumnName(stray+1))
	}
	return fmt.Sprintf(", and column %s is headed %q", export.ColumnName(stray+1), s.titles[stray])
}

// keep notes something that people added and that a new worklist would lose.
func (s *sheet) keep(column, what string) {
	s.kept = true
	s.faults = append(s.faults, Fault{File: s.file, Sheet: s.name, Column: column, What: what, Hint: "move what matters into the column Note, or into a workbook of your own"})
}
