package report

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
)

// A File is one output, by the name it will have in the output folder.
type File struct {
	Name  string
	Write func(w io.Writer) error
}

// An OverwriteError names an output that is already there.
type OverwriteError struct {
	Path  string
	Input bool // it is one of the files that were read
}

// Error says what is in the way.
func (e *OverwriteError) Error() string {
	if e.Input {
		return filepath.Base(e.Path) + " is one of the inputs and is never overwritten"
	}
	return fmt.Sprintf("%s is already there", filepath.ToSlash(e.Path))
}

// A WriteError is an output that the file system did not take: a full disk, a
// read-only folder, a file that is open in Excel.
type WriteError struct {
	What string
	Err  error
}

// Error says which file, and what the system says of it.
func (e *WriteError) Error() string { return e.What + ": " + SystemWords(e.Err) }

// SystemWords says an error of the file system in words that do not differ from one
// system to the next.
func SystemWords(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		return "you may not read or write it"
	case errors.Is(err, syscall.ENOSPC):
		return "the disk is full"
	}
	return err.Error()
}

// Unwrap gives the error of the file system.
func (e *WriteError) Unwrap() error { return e.Err }

// Remedy says what to try.
func (e *WriteError) Remedy() string {
	switch {
	case errors.Is(e.Err, syscall.ENOSPC):
		return "make room on the disk, or choose another folder with --out, then run it again"
	case errors.Is(e.Err, fs.ErrPermission):
		return "you may not write there, or the file is open in Excel; close it, or choose another folder with --out"
	}
	return "close the file if it is open in Excel, see that the disk has room, or choose another folder with --out"
}

// WriteFiles writes the outputs into a folder. Each is written beside its final
// name, and they take their names only when all are whole; a file that cannot be
// replaced, as it is open in Excel, brings the earlier ones back. So nobody opens
// half a pack. A file that is there already is replaced only with force, and an
// input never.
func WriteFiles(dir string, files []File, inputs []string, force bool) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return &WriteError{fmt.Sprintf("the folder %s cannot be made", filepath.Base(dir)), plain(err)}
	}
	for _, f := range files {
		if err := MayWrite(filepath.Join(dir, f.Name), inputs, force); err != nil {
			return err
		}
	}
	written, faults := writeTemps(dir, files)
	defer func() {
		for _, tmp := range written {
			os.Remove(tmp) // gone already when it was renamed
		}
	}()
	for i, err := range faults {
		if err != nil {
			return &WriteError{files[i].Name + " cannot be written", plain(err)}
		}
	}
	return replaceAll(dir, files, written)
}

// A replacing is one output that takes its name: the earlier file of the name is set
// aside until all have theirs.
type replacing struct{ final, aside string }

// replaceAll gives the written files their names, all or none.
func replaceAll(dir string, files []File, written []string) error {
	var done []replacing
	for i, f := range files {
		r := replacing{final: filepath.Join(dir, f.Name)}
		err := r.setAside()
		if err == nil {
			if err = os.Rename(written[i], r.final); err != nil {
				r.restore()
			}
		}
		if err != nil {
			for _, earlier := range slices.Backward(done) {
				earlier.undo()
			}
			return &WriteError{f.Name + " cannot be replaced, and the earlier files are as they were", plain(err)}
		}
		done = append(done, r)
	}
	for _, r := range done {
		if r.aside != "" {
			os.Remove(r.aside) // the new file has its place
		}
	}
	return nil
}

// setAside moves an earlier file of the name out of the way.
func (r *replacing) setAside() error {
	info, err := os.Lstat(r.final)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return errors.New("a folder has this name")
	}
	free, err := os.CreateTemp(filepath.Dir(r.final), "."+filepath.Base(r.final)+".before.*")
	if err != nil {
		return err
	}
	free.Close() // nothing was written
	if err := os.Rename(r.final, free.Name()); err != nil {
		os.Remove(free.Name())
		return err
	}
	r.aside = free.Name()
	return nil
}

// restore brings the earlier file back.
func (r *replacing) restore() {
	if r.aside != "" {
		os.Rename(r.aside, r.final) // it came from there a moment ago
	}
}

// undo takes the new file away and brings the earlier one back.
func (r *replacing) undo() {
	os.Remove(r.final)
	r.restore()
}

// writeTemps writes all files beside their final names, side by side, and gives the
// name and the fault of each.
func writeTemps(dir string, files []File) (written []string, faults []error) {
	written, faults = make([]string, len(files)), make([]error, len(files))
	var wg sync.WaitGroup
	for i, f := range files {
		wg.Go(func() { written[i], faults[i] = writeTemp(dir, f) })
	}
	wg.Wait()
	return written, faults
}

// MayWrite tells whether an output may be written to path: nil, or an
// *OverwriteError. A file that is there already is replaced only with force, and
// an input never.
func MayWrite(path string, inputs []string, force bool) error {
	there, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, in := range inputs {
		if info, err := os.Stat(in); err == nil && there != nil && os.SameFile(info, there) {
			return &OverwriteError{path, true}
		}
	}
	if !force {
		return &OverwriteError{path, false}
	}
	return nil
}

func writeTemp(dir string, f File) (string, error) {
	tmp, err := os.CreateTemp(dir, "."+f.Name+".*")
	if err != nil {
		return "", err
	}
	if err = tmp.Chmod(0o644); err == nil { // a temporary file is private; the pack is for the team
		err = f.Write(tmp)
	}
	if closeErr := tmp.Close(); err == nil {
		err = closeErr
	}
	return tmp.Name(), err
}

// plain takes the path out of an error of the file system: the name is said
// already, and folders of a machine are nobody's business.
func plain(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}

// WriteFile writes one output to a path, with the care of WriteFiles.
func WriteFile(path string, write func(io.Writer) error, inputs []string, force bool) error {
	return WriteFiles(filepath.Dir(path), []File{{filepath.Base(path), write}}, inputs, force)
}
