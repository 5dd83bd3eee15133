package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"siequity/audit"
	"siequity/rules"
)

func (c *command) rulesVerb() *cli.Command {
	flags := sharedFlags(rulesFlag(), configFlag())
	return &cli.Command{
		Name: "rules", Usage: "list the rules, show one, prove them and your own terms, begin a new one",
		Subcommands: []*cli.Command{
			{Name: "list", Usage: "every rule with its severity and sources", Flags: flags, Action: c.rulesList},
			{Name: "show", Usage: "the definition of one rule or measure", ArgsUsage: "ID", Flags: flags, Action: c.rulesShow},
			{Name: "test", Usage: "run every rule on its examples, those of a pack of your own too", ArgsUsage: "[FILE]", Flags: flags, Action: c.rulesTest},
			{Name: "new", Usage: "print a rule to begin with", ArgsUsage: "ID", Flags: flags, Action: c.rulesNew},
		},
	}
}

func isRulesFault(err error) bool {
	var f rules.Faults
	return errors.As(err, &f)
}

func (c *command) loadRules(x *cli.Context) (*rules.Set, error) {
	files, err := ruleFiles(x)
	if err != nil {
		return nil, err
	}
	return audit.LoadRules(files)
}

// ruleFiles lists the packs of the project and those that are typed.
func ruleFiles(x *cli.Context) ([]string, error) {
	p, err := loadProject(x)
	return eachOnce(p.Rules, x.StringSlice("rules")), err
}

// eachOnce joins lists of files. A file that is named twice, by whatever path, is
// there once: its rules would be taken for doubles of themselves.
func eachOnce(lists ...[]string) []string {
	var out []string
	for _, path := range slices.Concat(lists...) {
		if !slices.ContainsFunc(out, func(p string) bool { return samePath(p, path) }) {
			out = append(out, path)
		}
	}
	return out
}

func (c *command) rulesList(x *cli.Context) error {
	set, err := c.loadRules(x)
	if err != nil {
		return err
	}
	t := newListing("rule", "severity", "what it asks", "sources")
	for _, r := range set.Rules {
		t.add(r.ID, r.Severity.String(), r.Title, strings.Join(r.On, ", "))
	}
	t.render(c.out)
	return nil
}

func (c *command) rulesShow(x *cli.Context) error {
	if x.NArg() != 1 {
		return wrong("siequity rules list prints the IDs", "name one rule: siequity rules show ID")
	}
	set, err := c.loadRules(x)
	if err != nil {
		return err
	}
	text, ok := set.Show(x.Args().First())
	if !ok {
		return wrong("siequity rules list prints the IDs", "there is no rule or measure %q", x.Args().First())
	}
	c.say("%s", text)
	return nil
}

func (c *command) rulesTest(x *cli.Context) error {
	p, err := loadProject(x)
	if err != nil {
		return err
	}
	packs, terms, err := audit.PartTerms(x.Args().Slice())
	if err != nil {
		return err
	}
	wrong, err := c.testRules(eachOnce(p.Rules, x.StringSlice("rules"), packs))
	if err != nil {
		return err
	}
	more, err := c.testTerms(eachOnce(p.Terms, terms))
	if err == nil && wrong+more > 0 {
		return errFindings
	}
	return err
}

// testRules proves the rules, prints what failed, and returns how many examples did.
func (c *command) testRules(files []string) (int, error) {
	set, err := audit.ReadRules(files)
	if err != nil {
		return 0, err
	}
	failures := set.Prove()
	for _, f := range failures {
		c.say("%s\n", f)
	}
	examples := 0
	for _, r := range set.Rules {
		examples += len(r.Examples)
	}
	fmt.Fprintf(c.out, "%s, %s, %d wrong\n", plural(len(set.Rules), "rule", "rules"), plural(examples, "example", "examples"), len(failures))
	return len(failures), nil
}

// testTerms does the same with the user's own terms of consideration.
func (c *command) testTerms(files []string) (int, error) {
	if len(files) == 0 {
		return 0, nil
	}
	proof, err := audit.ProveTerms(files)
	if err != nil {
		return 0, err
	}
	for _, f := range proof.Failures {
		fmt.Fprintf(c.out, "%s\n", f)
	}
	fmt.Fprintf(c.out, "%s of your own, %s, %d wrong\n", plural(proof.Terms, "term", "terms"), plural(proof.Phrases, "phrase", "phrases"), len(proof.Failures))
	return len(proof.Failures), nil
}

func (c *command) rulesNew(x *cli.Context) error {
	if x.NArg() != 1 {
		return wrong("for example: siequity rules new local/partner-ethnicity", "name the rule: siequity rules new ID")
	}
	text, err := rules.New(x.Args().First())
	if err != nil {
		return misuse(err)
	}
	fmt.Fprint(c.out, text)
	return nil
}
