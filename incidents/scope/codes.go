package scope

import (
	"slices"
	"strconv"
	"strings"

	"siequity/incidents"
	"siequity/incidents/specialty"
)

// A codeList is what the numbers of a national list say of maternity. Its other numbers
// mean another specialty or service; nought, and one past the last, is on no list and says
// nothing.
type codeList struct {
	maternity, neither []int
	last               int
}

// codeLists are LFPSE's numbers (taxonomy version 5) for types of service and
// specialties. Maternity's own are the service 19 and the specialties midwifery,
// obstetrics, obstetrics and gynaecology, fetal medicine, neonatal critical care,
// perinatal mental health and well babies, as their names are read. A hospital service
// of any kind, nursing and "I don't know" tell neither.
func codeLists(c *incidents.Catalogue, own specialty.Own) map[int]codeList {
	service := codeList{maternity: []int{19}, neither: []int{1, 15}, last: 19}
	special := codeList{maternity: []int{58, 65, 66, 132, 147, 192, 215}, neither: []int{64, 101}, last: 215}
	if own.Only && len(own.Maternity) > 0 {
		service.maternity, special.maternity = nil, nil // own words alone are maternity's
	}
	return map[int]codeList{c.Index("service"): service, c.Index("specialty"): special}
}

// care reads a cell that holds numbers and no words; ok is false for any other.
func (l codeList) care(text string) (says specialty.Care, ok bool) {
	numbers := strings.FieldsFunc(text, func(c rune) bool { return c < '0' || c > '9' })
	if len(numbers) == 0 || strings.ContainsFunc(text, func(c rune) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }) {
		return specialty.Nothing, false
	}
	says = specialty.Little
	for _, n := range numbers {
		switch code, err := strconv.Atoi(n); {
		case err != nil, code < 1, code > l.last, slices.Contains(l.neither, code):
		case slices.Contains(l.maternity, code):
			return specialty.Maternity, true
		default:
			says = specialty.Other
		}
	}
	return says, true
}
