package imd

import (
	"fmt"
	"regexp"
	"strconv"

	"siequity/audit/deprivation/area"
	"siequity/incidents/export"
)

// The area of the last rank, as published: it tells the vintages of full tables
// apart even when a file has no words (IMD 2015 has the same areas as IMD 2019).
const (
	lastRanked2019 = 17787 // E01017787, rank 32,844 of IMD 2019
	lastRanked2025 = 23700 // E01023700, rank 33,755 of IMD 2025
)

// vintage decides which vintage a file is. Codes and ranks are facts and stand
// above words; where they contradict each other the file is refused.
func (f *file) vintage(otherwise Vintage) (Vintage, string, error) {
	words, byWords := f.vintageByWords()
	codes, why := f.vintageByCodes()
	refuse := func(problem string) (Vintage, string, error) {
		return 0, "", export.Fault{ID: "imd/vintage", File: f.source.Name, Sheet: f.source.Member, What: problem,
			Hint: "siequity knows IMD 2019 (32,844 areas of 2011) and IMD 2025 (33,755 areas of 2021); give the publisher's file of one of these"}
	}
	switch {
	case byWords && words.Areas() == 0:
		return refuse(fmt.Sprintf("this is the index of %d", words))
	case codes != 0 && byWords && codes != words:
		return refuse(fmt.Sprintf("its name or headings say %d, but %s", words, why))
	case codes != 0:
		return f.confirm(codes, refuse)
	case byWords:
		return f.confirm(words, refuse)
	case otherwise.Areas() > 0:
		return otherwise, fmt.Sprintf("the file does not say its vintage; it was taken as IMD %d", otherwise), nil
	}
	return refuse("the file does not say which vintage it is")
}

var (
	vintageWord = regexp.MustCompile(`(?i)(?:imd|iod|indices of deprivation|index of multiple deprivation)[ _-]?\(?(20)?(04|07|10|15|19|25)(?:[^0-9]|$)`)
	lsoaYear    = regexp.MustCompile(`^lsoa ?(?:cd|code)? ?(?:20)?(11|21)`)
)

// vintageByWords looks at the headings taken, then the sheet, then the file name.
// An LSOA heading of 2021 means 2025; one of 2011 leaves 2015 open and is used last.
func (f *file) vintageByWords() (Vintage, bool) {
	places := []string{cell(f.headings, f.columns.rank), cell(f.headings, f.columns.decile), f.source.Member, f.source.Name}
	for _, place := range places {
		if m := vintageWord.FindStringSubmatch(place); m != nil {
			year, _ := strconv.Atoi(m[2]) // two digits by the pattern
			return Vintage(2000 + year), true
		}
	}
	if m := lsoaYear.FindStringSubmatch(foldHeading(f.headings[f.columns.code])); m != nil {
		if m[1] == "21" {
			return IMD2025, true
		}
		return IMD2019, true
	}
	return 0, false
}

// vintageByCodes goes by codes that only the areas of 2021 have, and by counts.
func (f *file) vintageByCodes() (Vintage, string) {
	top := 0
	for _, r := range f.rows {
		if r.area.Since() == area.Census2021 {
			return IMD2025, "it holds codes of LSOA 2021"
		}
		top = max(top, r.rank)
	}
	if len(f.rows) == IMD2019.Areas() && (top == 0 || top == IMD2019.Areas()) {
		return IMD2019, "it holds the 32,844 areas of 2011"
	}
	return 0, ""
}

// confirm checks the last rank of the vintage where the table has it.
func (f *file) confirm(v Vintage, refuse func(string) (Vintage, string, error)) (Vintage, string, error) {
	last := map[Vintage]int{IMD2019: lastRanked2019, IMD2025: lastRanked2025}[v]
	if len(f.rows) != v.Areas() {
		return v, "", nil
	}
	for _, r := range f.rows {
		if r.rank == v.Areas() && r.area.Number() != last {
			return refuse(fmt.Sprintf("it has as many areas as IMD %d, but its last rank is another area's: it may be IMD 2015 or altered", v))
		}
	}
	return v, "", nil
}
