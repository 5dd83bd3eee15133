package palette

import (
	"math"
	"slices"
	"strconv"
	"testing"
)

// luminance and contrast as WCAG 2.2 defines them.
func luminance(c Hex) float64 {
	part := func(i int) float64 {
		n, _ := strconv.ParseUint(c[i:i+2], 16, 8)
		v := float64(n) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*part(0) + 0.7152*part(2) + 0.0722*part(4)
}

func contrast(a, b Hex) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrastOfKnownColours(t *testing.T) {
	if c := contrast("000000", "FFFFFF"); math.Abs(c-21) > 0.01 {
		t.Errorf("black on white is %.2f, not 21", c)
	}
	if c := contrast("777777", "FFFFFF"); math.Abs(c-4.48) > 0.01 {
		t.Errorf("#777 on white is %.2f, not 4.48", c)
	}
}

func TestPalettesCanBeRead(t *testing.T) {
	for name, p := range map[string]Palette{"light": Light, "dark": Dark} {
		need := func(what string, fore, back Hex, least float64) {
			if c := contrast(fore, back); c < least {
				t.Errorf("%s, %s: contrast %.2f, needs %.1f", name, what, c, least)
			}
		}
		for what, c := range map[string]Hex{"text": p.Text, "quiet": p.Quiet, "link": p.Link, "hidden": p.Hidden} {
			need(what, c, p.Page, 4.5)
			need(what+" on a total", c, p.Total.Back, 4.5)
		}
		for what, x := range map[string]Paint{"band": p.Band, "head": p.Head, "total": p.Total, "entry": p.Entry, "green": p.Green, "amber": p.Amber, "red": p.Red, "grey": p.Grey} {
			need(what, x.Text, x.Back, 4.5)
		}
		for n := range HeatSteps {
			back := p.Heat(n + 1)
			need("heat", p.HeatText, back, 4.5)
		}
		for _, c := range append(slices.Clone(p.Series[:]), p.Limit, p.Rule) {
			need("line "+c, c, p.Page, 3)
		}
		// Green, amber and red differ in lightness, not in hue alone.
		tones := []Hex{p.Green.Back, p.Amber.Back, p.Red.Back}
		for i, a := range tones {
			for _, b := range tones[i+1:] {
				if c := contrast(a, b); c < 1.15 {
					t.Errorf("%s: %s and %s are equally light (%.2f)", name, a, b, c)
				}
			}
		}
	}
}

func TestMix(t *testing.T) {
	for _, c := range []struct {
		share float64
		want  Hex
	}{{0, "000000"}, {1, "FF8000"}, {0.5, "804000"}} {
		if got := Mix("000000", "FF8000", c.share); got != c.want {
			t.Errorf("mix %.1f gives %s, want %s", c.share, got, c.want)
		}
	}
}
