package demo

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A File is one file of the demo, by its path under the folder.
type File struct {
	Path string
	Data []byte
}

// Files makes all files of the demo: the same bytes every time, but for the
// workbook, whose container may differ while its cells do not.
func Files() ([]File, error) {
	events := invent()
	serious, err := steis(events)
	if err != nil {
		return nil, fmt.Errorf("StEIS export: %w", err)
	}
	listing, err := datixWorkbook(events, &trusts[0])
	if err != nil {
		return nil, fmt.Errorf("DATIX workbook: %w", err)
	}
	national, err := lfpse(events)
	if err != nil {
		return nil, fmt.Errorf("LFPSE release: %w", err)
	}
	return []File{
		{"exports/SUI_2_90001.csv", serious},
		{"exports/eastmoor-datix.xlsx", listing},
		{"exports/westhaven-datix.xls", datixPage(events, &trusts[1])},
		{"exports/lfpse.zip", national},
		{"exports/mnsi-tracker.csv", mnsi(events)},
		{"exports/pmrt-summary.csv", pmrt(events)},
		{"registers/births.csv", births()},
		{"registers/panel.csv", panel(events)},
		{"registers/training.csv", training()},
		{"registers/sop.csv", sops()},
		{"registers/lessons.csv", lessons()},
		{"registers/actions.csv", actions()},
		{"registers/sharing.csv", sharing(events)},
		{"siequity.yaml", []byte(projectFile)},
	}, nil
}

// ErrThere says that the folder holds something already.
var ErrThere = errors.New("is not empty")

// Write puts the demo into a folder that is empty or not there yet.
func Write(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: %w", filepath.Base(dir), err)
	}
	if len(entries) > 0 {
		return fmt.Errorf("%s %w", filepath.Base(dir), ErrThere)
	}
	files, err := Files()
	if err != nil {
		return err
	}
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
