package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"siequity/audit"
	"siequity/audit/deprivation"
)

func (c *command) imdVerb() *cli.Command {
	return &cli.Command{
		Name: "imd", Usage: "say what deprivation the look-ups give, and how they got it", ArgsUsage: "FILE|POSTCODE...",
		Description: "Postcodes are never printed: answers are numbered as they were asked.",
		Flags:       sharedFlags(append(imdFlags(), configFlag(), jsonFlag())...),
		Action:      c.imd,
	}
}

func (c *command) imd(x *cli.Context) error {
	if !x.Args().Present() {
		return wrong("siequity imd --imd FILE --postcodes FILE \"M33 1AA\"", "no postcode and no file was given")
	}
	p, err := loadProject(x)
	if err != nil {
		return err
	}
	overlay(x, &p)
	inputs, err := imdInputs(x.Args().Slice())
	if err != nil {
		return err
	}
	cfg := deprivation.Config{Vintage: audit.Vintage(p.Vintage, p.IMD), IMD: p.IMD}
	if p.Postcodes != "" {
		cfg.Postcodes = []string{p.Postcodes}
	}
	lookup, err := deprivation.Open(cfg)
	if err != nil {
		return badLookup(err)
	}
	answers, err := lookup.Explain(x.Context, inputs)
	if err != nil {
		return err
	}
	if x.Bool("json") {
		return c.imdJSON(answers)
	}
	c.imdTable(answers)
	return nil
}

// badLookup refuses look-ups that cannot be used, with what is said of each, or what
// they should be.
func badLookup(err error) error {
	if remedyOf(err) != "" {
		return misuse(err)
	}
	return wrong("give the publisher's File 1 or File 7 with --imd, and an ONSPD or NSPL file with --postcodes", "%v", err)
}

// imdInputs takes an argument that is a file for a list, and any other for a
// postcode or LSOA code.
func imdInputs(args []string) ([]string, error) {
	var out []string
	for _, arg := range args {
		if info, err := os.Stat(arg); err != nil || info.IsDir() {
			out = append(out, arg)
			continue
		}
		in, err := deprivation.ReadInputs(arg)
		if err != nil {
			return nil, err
		}
		out = append(out, in.Texts...)
	}
	return out, nil
}

type imdLine struct {
	Place    int      `json:"place"`
	Kind     string   `json:"kind"`
	Vintage  int      `json:"vintage"`
	Status   string   `json:"status"`
	Decile   int      `json:"decile,omitempty"`
	Quintile int      `json:"quintile,omitempty"`
	Rank     int      `json:"rank,omitempty"`
	Basis    string   `json:"basis,omitempty"`
	How      []string `json:"how"`
}

func (c *command) imdJSON(answers []deprivation.Answer) error {
	enc := json.NewEncoder(c.out)
	for _, a := range answers {
		for _, p := range a.Places {
			line := imdLine{a.Place, a.Kind, int(p.Vintage), p.Status.String(), int(p.Decile), int(p.Quintile), int(p.Rank), p.Basis.String(), a.How}
			if err := enc.Encode(line); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *command) imdTable(answers []deprivation.Answer) {
	t := newListing("", "vintage", "decile", "quintile", "status", "how")
	t.most[5] = 60
	for _, i := range []int{0, 1, 2, 3} {
		t.right[i] = true
	}
	for _, a := range answers {
		for i, p := range a.Places {
			how := ""
			if i == 0 {
				how = strings.Join(a.How, "; ")
			}
			t.add(fmt.Sprint(a.Place), fmt.Sprint(int(p.Vintage)), orDash(int(p.Decile)), orDash(int(p.Quintile)), strings.ReplaceAll(p.Status.String(), "_", " "), how)
		}
	}
	t.render(c.out)
	fmt.Fprintln(c.out, "decile and quintile 1 are the most deprived")
}

func orDash(n int) string {
	if n == 0 {
		return "-"
	}
	return fmt.Sprint(n)
}
