package report

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"siequity/audit"
	"siequity/audit/project"
	"siequity/rules/masking"
)

// A FileRead is a file beside the exports that a run went by: what it was read as, and
// its fingerprint. A name may hold a person's, so it is masked.
type FileRead struct {
	File   string `json:"file"`
	Role   string `json:"role"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// alsoRead fingerprints every file beside the exports that a run read, in the order of
// the roles. It must be called before the outputs are written: the earlier worklist is
// replaced. That one is listed only where something was taken over from it, so that a
// second run into a folder is like the first. A file that could not be read has its own
// finding and is left out.
func alsoRead(cfg audit.Config) []FileRead {
	p := cfg.Project
	out := []FileRead{}
	masker := masking.New(masking.Options{})
	add := func(role string, paths ...string) {
		for _, path := range paths {
			if f, err := fingerprint(path); path != "" && err == nil {
				f.Role, f.File = role, masker.Mask(f.File)
				out = append(out, f)
			}
		}
	}
	if p.File != "" {
		add("project", filepath.Join(p.Dir, p.File))
	}
	add("rules", p.Rules...)
	add("terms", p.Terms...)
	for _, name := range project.RegisterNames() {
		add("register "+name, p.Registers[name])
	}
	add("births", p.Births)
	add("imd", p.IMD...)
	add("postcodes", p.Postcodes)
	add("history", p.History...)
	for _, s := range cfg.Samples {
		add("sample", s.Path)
	}
	add("report", within(p.Reports)...)
	add("earlier worklist", cfg.Worklist)
	return out
}

// within lists the files of the folder of reports, as the audit reads them.
func within(dir string) []string {
	var paths []string
	if dir == "" {
		return nil
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !strings.HasPrefix(d.Name(), ".") && !strings.HasPrefix(d.Name(), "~$") {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		return nil // the audit says that the folder cannot be read
	}
	return paths
}

// fingerprint reads a file for its size and hash.
func fingerprint(path string) (FileRead, error) {
	f, err := os.Open(path)
	if err != nil {
		return FileRead{}, err
	}
	defer f.Close()
	hash := sha256.New()
	n, err := io.Copy(hash, f)
	return FileRead{File: filepath.Base(path), Size: n, SHA256: hex.EncodeToString(hash.Sum(nil))}, err
}
