// Package palette owns the colours of a pack, for the workbook and the page alike,
// in a light scheme and a dark one. Green, amber and red differ in lightness as well
// as in hue, so that they survive colour blindness and a grey printer. Text has a
// contrast of at least 4.5 to 1 upon its ground, lines and bars of 3 to 1; a test
// holds it.
package palette

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Hex is a colour as RRGGBB.
type Hex = string

// A Paint is a ground and the text upon it.
type Paint struct{ Back, Text Hex }

// A Palette is all colours of one scheme.
type Palette struct {
	Page, Text, Quiet, Rule, Link Hex
	Band, Head, Total, Entry      Paint
	Green, Amber, Red, Grey       Paint
	Hidden                        Hex // a number that may not be shown
	HeatLow, HeatHigh, HeatText   Hex
	Series                        [6]Hex
	Limit                         Hex // a target, a centre line or a control limit
}

// Light is the scheme of paper and of the workbook.
var Light = Palette{
	Page: "FFFFFF", Text: "1B2530", Quiet: "505D69", Rule: "8A96A3", Link: "004A93",
	Band: Paint{"003366", "FFFFFF"}, Head: Paint{"DCE6F1", "12263A"}, Total: Paint{"F1F4F7", "1B2530"}, Entry: Paint{"FFF9DB", "1B2530"},
	Green: Paint{"B5E2D0", "063D2B"}, Amber: Paint{"F6C343", "3A2600"}, Red: Paint{"A61C2F", "FFFFFF"}, Grey: Paint{"E4E8EC", "3B4753"}, Hidden: "5B6670",
	HeatLow: "FFFFFF", HeatHigh: "8FBFE6", HeatText: "1B2530",
	Series: [...]Hex{"005EA5", "C44E00", "00785A", "A1467E", "6B5B00", "55626E"}, Limit: "55626E",
}

// Dark is the scheme for readers whose screen is set to dark.
var Dark = Palette{
	Page: "12181F", Text: "E8EDF2", Quiet: "A9B6C2", Rule: "6E7C8A", Link: "8FC4FF",
	Band: Paint{"0B2A4A", "FFFFFF"}, Head: Paint{"223447", "F1F5F9"}, Total: Paint{"1C2630", "E8EDF2"}, Entry: Paint{"332F14", "F3EFD5"},
	Green: Paint{"0F5C43", "E3FFF4"}, Amber: Paint{"F0B429", "2B1C00"}, Red: Paint{"F27C7C", "330004"}, Grey: Paint{"38434E", "EDF1F4"}, Hidden: "A9B6C2",
	HeatLow: "12181F", HeatHigh: "1F5F99", HeatText: "F4F7FA",
	Series: [...]Hex{"6CB4EE", "FF9D5C", "4CC9A0", "E39CC6", "E3C14F", "B3BEC9"}, Limit: "B3BEC9",
}

// HeatSteps is how many shades of heat there are above none.
const HeatSteps = 6

// Heat gives a shade, from 1 to HeatSteps.
func (p Palette) Heat(step int) Hex {
	return Mix(p.HeatLow, p.HeatHigh, float64(step)/HeatSteps)
}

// Mix gives the colour a share of the way from one to another.
func Mix(from, to Hex, share float64) Hex {
	a, _ := strconv.ParseUint(from, 16, 32)
	b, _ := strconv.ParseUint(to, 16, 32)
	var out uint64
	for shift := 16; shift >= 0; shift -= 8 {
		x, y := float64(a>>shift&0xFF), float64(b>>shift&0xFF)
		out = out<<8 | uint64(math.Round(x+(y-x)*share))
	}
	return fmt.Sprintf("%06X", out)
}

// CSS writes the schemes as properties of a page: light, dark where the reader asks
// for it, and light again on paper.
func CSS() string {
	return ":root{color-scheme:light dark;" + Light.properties() + "}\n" +
		"@media (prefers-color-scheme:dark){:root{" + Dark.properties() + "}}\n" +
		"@media print{:root{color-scheme:light;" + Light.properties() + "}}\n"
}

func (p Palette) properties() string {
	var b strings.Builder
	set := func(name string, c Hex) { fmt.Fprintf(&b, "--%s:#%s;", name, c) }
	for _, x := range []struct {
		name string
		c    Hex
	}{{"page", p.Page}, {"text", p.Text}, {"quiet", p.Quiet}, {"rule", p.Rule}, {"link", p.Link}, {"hidden", p.Hidden}, {"heat-text", p.HeatText}, {"limit", p.Limit}} {
		set(x.name, x.c)
	}
	for _, x := range []struct {
		name string
		p    Paint
	}{{"band", p.Band}, {"head", p.Head}, {"total", p.Total}, {"entry", p.Entry}, {"green", p.Green}, {"amber", p.Amber}, {"red", p.Red}, {"grey", p.Grey}} {
		set(x.name, x.p.Back)
		set(x.name+"-text", x.p.Text)
	}
	for n := range HeatSteps {
		set("heat"+strconv.Itoa(n+1), p.Heat(n+1))
	}
	for n, c := range p.Series {
		set("series"+strconv.Itoa(n), c)
	}
	return b.String()
}
