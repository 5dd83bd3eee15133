package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"siequity/audit/project"
)

// validate applies a schema to a file: validate run OUT/run.json. A .jsonl file
// is checked line by line and a .yaml file as what it says. Negated, the file
// must not fit.
func validate(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: validate records|submission|run|siequity FILE")
	}
	s, err := schemaOf(args[0])
	ts.Check(err)
	err = fits(s, args[1], []byte(ts.ReadFile(args[1])))
	switch {
	case neg && err == nil:
		ts.Fatalf("%s fits the schema %s", args[1], args[0])
	case !neg && err != nil:
		ts.Fatalf("%s: %v", args[1], err)
	}
}

// schemaOf compiles one of the published schemas.
func schemaOf(name string) (*jsonschema.Schema, error) {
	text := []byte(project.Schema())
	if name != "siequity" {
		var err error
		if text, err = os.ReadFile(filepath.Join("..", "..", "testdata", "schema", name+".schema.json")); err != nil {
			return nil, err
		}
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("schema %s: %w", name, err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name+".schema.json", doc); err != nil {
		return nil, err
	}
	return c.Compile(name + ".schema.json")
}

func fits(s *jsonschema.Schema, name string, data []byte) error {
	switch filepath.Ext(name) {
	case ".jsonl":
		return fitsLines(s, data)
	case ".yaml":
		var v any
		if err := yaml.Unmarshal(data, &v); err != nil {
			return err
		}
		text, err := json.Marshal(v)
		if err != nil {
			return err
		}
		data = text
	}
	return fitsOne(s, data)
}

func fitsLines(s *jsonschema.Schema, data []byte) error {
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<24)
	n := 0
	for lines.Scan() {
		n++
		if err := fitsOne(s, lines.Bytes()); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	if n == 0 {
		return errors.New("holds no line")
	}
	return lines.Err()
}

func fitsOne(s *jsonschema.Schema, data []byte) error {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		return err
	}
	return s.Validate(v)
}

// TestSchemasRefuse shows that the schemas can fail: a sound document with one
// change each.
func TestSchemasRefuse(t *testing.T) {
	const record = `{"record":"steis:2026/1","source":"steis","file":"a.csv","sheet":"","row":2,"case":"case-0001","in_scope":true,"organisation":"T",` +
		`"incident_date":"2026-05-14","period":"2026/27-Q1","harm":"severe","themes":[],"ethnicity":{"raw":"J","code":"J","group":"Asian","status":"valid","scheme":"nhs2001"},` +
		`"deprivation":{"status":"value_given","vintage":2019,"decile":2,"quintile":1},"language":{"raw":"","tag":"","status":"missing"},` +
		`"considered":{"culture":{"label":"absent","basis":"none","evidence":[]},"ethnicity":{"label":"absent","basis":"none","evidence":[]},"language":{"label":"absent","basis":"none","evidence":[]}},` +
		`"verdicts":[{"rule":"ethnicity/valid-code","verdict":"pass"}]}`
	tests := map[string]struct{ old, new string }{
		"unknown key":               {`"row":2`, `"row":2,"nhs_number":"999"`},
		"left out and in scope":     {`"in_scope":true`, `"in_scope":true,"left_out":"rejected"`},
		"out of scope, no reason":   {`"in_scope":true`, `"in_scope":false`},
		"eleventh decile":           {`"decile":2`, `"decile":11`},
		"code I":                    {`"code":"J"`, `"code":"I"`},
		"valid without a code":      {`"code":"J"`, `"code":""`},
		"verdict that is no word":   {`"verdict":"pass"`, `"verdict":"ok"`},
		"label that is no word":     {`"label":"absent"`, `"label":"not considered"`},
		"date of another form":      {`2026-05-14`, `14/05/2026`},
		"record without its source": {`steis:2026/1`, `2026/1`},
	}
	s, err := schemaOf("records")
	if err != nil {
		t.Fatal(err)
	}
	if err := fitsOne(s, []byte(record)); err != nil {
		t.Fatalf("the sound record does not fit: %v", err)
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			changed := strings.Replace(record, tt.old, tt.new, 1)
			if changed == record || fitsOne(s, []byte(changed)) == nil {
				t.Errorf("fits all the same: %s", changed)
			}
		})
	}
}
