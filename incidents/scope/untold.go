package scope

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"siequity/incidents"
)

// untoldWords says how many rows name neither maternity nor anything else, what became
// of them, and which of their words are not known.
func (n *sheetNote) untoldWords(sheet *incidents.Sheet) (what, hint string) {
	rows := fmt.Sprintf("%d of %s name neither maternity nor another specialty", n.untold, incidents.Counted(n.rows, "row"))
	if n.untold == 1 {
		rows = fmt.Sprintf("1 of %s names neither maternity nor another specialty", incidents.Counted(n.rows, "row"))
	}
	const wholeFile = "if the file holds maternity and neonatal care only, add the line scope: {all: true} to siequity.yaml; if not, name the column of the specialty, division or ward there, under columns:"
	words := n.unreadWords(sheet)
	if words != "" {
		hint = ", or list words that mean maternity under scope: terms: and those of other care under scope: others:"
	}
	switch {
	case n.untold == 0:
		return "", ""
	case n.placed == 0:
		return "no column tells maternity care from other care, so " + taken(n.rows) + words, wholeFile + hint
	case n.others > 0:
		return rows + "; left out, because other rows of the sheet name other specialties" + words,
			"if some are maternity or neonatal care, enter their specialty or ward in the source system, or list words that tell them under scope: terms: in siequity.yaml (they add to the built-in ones)"
	}
	return rows + "; taken for maternity, because no row of the sheet names another specialty" + words, wholeFile + hint
}

func taken(rows int) string {
	if rows == 1 {
		return "the only row was taken for maternity"
	}
	return "every row was taken for maternity: " + incidents.Counted(rows, "row")
}

// unreadWords lists the words of untold rows, those of most rows first.
func (n *sheetNote) unreadWords(sheet *incidents.Sheet) string {
	rows := map[string]int{}
	for number, count := range n.unread {
		if text := sheet.Reader().Texts().Text(number); showable(sheet.Reader(), text, count) {
			rows[text] += count
		}
	}
	texts := slices.SortedFunc(maps.Keys(rows), func(a, b string) int { return cmp.Or(cmp.Compare(rows[b], rows[a]), cmp.Compare(a, b)) })
	var named []string
	for _, text := range texts[:min(len(texts), maxUnread)] {
		named = append(named, fmt.Sprintf("%s (%d)", strconv.Quote(text), rows[text]))
	}
	if len(named) == 0 {
		return ""
	}
	if more := len(n.unread) - len(named); more > 0 {
		named = append(named, fmt.Sprintf("%d more", more))
	}
	return "; words that are not known, with their rows: " + strings.Join(named, ", ")
}

// What a finding shows of an export.
const (
	maxUnread = 10
	maxShown  = 40
)
