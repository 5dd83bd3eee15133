package audit_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siequity/audit"
	"siequity/audit/intake"
	"siequity/audit/project"
)

// TestFaultyTheme holds that a theme which cannot be looked for is told of the pack
// that has it, not of the project file, whatever that is called.
func TestFaultyTheme(t *testing.T) {
	dir := t.TempDir()
	pack, export := filepath.Join(dir, "ours.yaml"), filepath.Join(dir, "datix.csv")
	for path, text := range map[string]string{
		pack: `pack: ours
title: Ours
version: "1.0"
doc: Themes of our own.
themes:
  - {id: nothing, title: Nothing, doc: A phrase without a word., include: ["..."], find: ["..."], miss: [Fall on ward]}
`,
		export: "Ref,Incident date,Specialty,Approval status\nW1,01/05/2026,Maternity,Final\n",
	} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, err := audit.Run(context.Background(), audit.Config{Project: project.Project{File: "other.yaml", Rules: []string{pack}}, Inputs: []intake.Input{{Path: export}}}, audit.Nobody{})
	if err == nil || !strings.HasPrefix(err.Error(), "ours.yaml:\n") || strings.Contains(err.Error(), "siequity.yaml") {
		t.Errorf("error %v", err)
	}
}
