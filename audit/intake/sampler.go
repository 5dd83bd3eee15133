package intake

import (
	"fmt"
	"slices"
	"strings"

	"siequity/incidents/decoder"
	"siequity/incidents/export"
	"siequity/incidents/field"
	"siequity/rules/codes"
	"siequity/rules/masking"
)

// A sampler shows what the cells of a column hold. Columns are filled in wrongly, so
// the values of a field that should identify nobody are held against the same check and
// masker as an audit's.
type sampler struct {
	masker     *masking.Masker
	identifies func(string, field.Kind) bool
}

func newSampler() sampler {
	m := masking.New(masking.Options{})
	return sampler{m, NewIdentifier(m)}
}

// longestSample is how long a value may be to be shown as it is, longestShape how long
// for its shape.
const (
	longestSample = 60
	longestShape  = 40
)

// sample shows a value only where its field is known to hold none that identifies, and
// nothing in it seems to; elsewhere its shape: letters as A and a, digits as 9.
func (s sampler) sample(f *field.Field, heading string, cell export.Cell) string {
	text := strings.TrimSpace(cell.String())
	if s.harmless(f, heading, cell, text) && len(text) <= longestSample {
		return text
	}
	if f != nil && f.Kind == field.Narrative || len(text) > longestShape {
		return fmt.Sprintf("text of %d characters", len([]rune(text)))
	}
	return codes.Shape(text)
}

func (s sampler) harmless(f *field.Field, heading string, cell export.Cell, text string) bool {
	if f == nil || decoder.OfBirth(f, heading) || mayName(f, heading) {
		return false
	}
	if r := codes.Language(text); f.Name == "language" && r.Status == codes.LanguageInvalid && r.Suggest == "" {
		return false // a surname in the wrong column is a word that no list of languages has
	}
	switch f.Kind {
	case field.Date:
		if _, _, err := field.ParseDate(text); err == nil || cell.Kind == export.Date {
			return true // the masker takes a date by itself for a birth
		}
	case field.Text, field.Answer:
	default:
		return false
	}
	return !s.identifies(text, field.Text) && s.masker.Mask(text) == text
}

// mostSamples is how many different values of a column are shown.
const mostSamples = 3

func (c *ColumnReport) add(show sampler, f *field.Field, cell export.Cell, styles *[5]int) {
	text := strings.TrimSpace(cell.String())
	if text == "" {
		return
	}
	c.Filled++
	if f != nil && f.Kind == field.Date {
		if cell.Kind == export.Date {
			styles[field.Serial]++
		} else if _, st, err := field.ParseDate(text); err == nil {
			styles[st]++
		}
	}
	if len(c.Samples) == mostSamples {
		return
	}
	if s := show.sample(f, c.Heading, cell); !slices.Contains(c.Samples, s) {
		c.Samples = append(c.Samples, s)
	}
}

// mayName reports a heading that says too little of what is under it: "Person involved" may be over names.
func mayName(f *field.Field, heading string) bool {
	return f.Kind == field.Text && slices.ContainsFunc(f.Last, func(h string) bool { return field.Fold(h) == field.Fold(heading) })
}
