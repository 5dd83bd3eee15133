package directory

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"siequity/audit/deprivation/imd"
	"siequity/incidents/export"
)

// A Directory is one postcode directory: a csv file, or the members of a zip
// that hold it. Only its first lines have been read.
type Directory struct {
	path   string
	Source imd.Source
	layout *layout
	from   int64    // where the text begins, after a byte-order mark
	zipped []string // member names in the order of the zip; nil for a plain file
}

const sampleSize = 1 << 20

// Open recognises a postcode directory without scanning it.
func Open(name string) (*Directory, error) {
	d := &Directory{path: name, Source: imd.Source{Name: filepath.Base(name)}}
	f, err := os.Open(name)
	if err != nil {
		return nil, d.fault("", err, "check the folder and the spelling of the postcode directory's name")
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, d.fault("", err, "")
	}
	d.Source.Size = info.Size()
	if info.IsDir() {
		return nil, d.fault("", errors.New("this is a folder"), "name the csv file or the zip itself")
	}
	sample, err := readSample(f)
	if err != nil {
		return nil, d.fault("", err, "")
	}
	if bytes.HasPrefix(sample, []byte("PK\x03\x04")) {
		return d, d.openZip(f, info.Size())
	}
	d.layout, d.from, err = readLayout(sample)
	if err != nil {
		return nil, d.fault("", err, directoryHint)
	}
	return d, nil
}

const directoryHint = "give the ONS Postcode Directory (ONSPD), the National Statistics Postcode Lookup (NSPL) or the NHS gridall, as csv or as the zip it comes in"

// fault places an error in the file. A cancelled scan stays what it is, and the folder
// is left out: messages are pasted into e-mails.
func (d *Directory) fault(member string, err error, hint string) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	var in *fs.PathError
	if errors.As(err, &in) {
		err = in.Err
	}
	return export.Fault{ID: "directory/unreadable", File: d.Source.Name, Sheet: member, What: err.Error(), Hint: hint}
}

func readSample(r io.Reader) ([]byte, error) {
	sample, err := io.ReadAll(io.LimitReader(r, sampleSize))
	if err != nil {
		return nil, fmt.Errorf("read the first lines: %w", err)
	}
	return sample, nil
}

// readLayout passes over a byte-order mark and says what the columns are.
func readLayout(sample []byte) (*layout, int64, error) {
	text := bytes.TrimPrefix(sample, []byte("\ufeff"))
	if bytes.HasPrefix(sample, []byte{0xff, 0xfe}) || bytes.HasPrefix(sample, []byte{0xfe, 0xff}) || bytes.IndexByte(text[:min(len(text), 200)], 0) >= 0 {
		return nil, 0, errors.New("the text is UTF-16; save it as CSV UTF-8")
	}
	l, err := layoutOf(text)
	return l, int64(len(sample) - len(text)), err
}

// openZip picks the member: the largest csv that reads as a directory and is not
// one of the per-area copies, which the published zip holds beside it. A zip of
// per-area files alone is read whole.
func (d *Directory) openZip(f io.ReaderAt, size int64) error {
	z, err := zip.NewReader(f, size)
	if err != nil {
		return d.fault("", fmt.Errorf("not a readable zip: %w", err), "download it again")
	}
	whole, parts := directoryMembers(z.File)
	for _, m := range whole {
		if l, err := memberLayout(m); err == nil {
			d.layout, d.zipped, d.Source.Member = l, []string{m.Name}, m.Name
			return nil
		}
	}
	if err := d.takeParts(parts); err != nil || d.layout != nil {
		return err
	}
	return d.fault("", errors.New("no csv in the zip is a postcode directory"), directoryHint)
}

func directoryMembers(files []*zip.File) (whole, parts []*zip.File) {
	for _, m := range files {
		switch lower := strings.ToLower(m.Name); {
		case path.Ext(lower) != ".csv":
		case strings.Contains(lower, "multi_csv"):
			parts = append(parts, m)
		default:
			whole = append(whole, m)
		}
	}
	slices.SortStableFunc(whole, func(a, b *zip.File) int {
		return cmp.Or(cmp.Compare(b.UncompressedSize64, a.UncompressedSize64), cmp.Compare(a.Name, b.Name))
	})
	return whole, parts
}

func (d *Directory) takeParts(parts []*zip.File) error {
	for _, m := range parts {
		l, err := memberLayout(m)
		if err != nil {
			continue
		}
		if d.layout != nil && *l != *d.layout {
			return d.fault(m.Name, errors.New("its columns differ from those of the other parts"), "give the zip as published, or one csv")
		}
		d.layout = l
		d.zipped = append(d.zipped, m.Name)
	}
	if len(d.zipped) > 0 {
		d.Source.Member = fmt.Sprintf("%d per-area files", len(d.zipped))
	}
	return nil
}

func memberLayout(m *zip.File) (*layout, error) {
	r, err := m.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	sample, err := readSample(r)
	if err != nil {
		return nil, err
	}
	l, _, err := readLayout(sample)
	return l, err
}

// Scan passes over the whole directory once and gives the rows of wanted postcodes
// in the order of the file.
func (d *Directory) Scan(ctx context.Context, set *Set) (*Harvest, error) {
	s := &scanner{layout: d.layout, set: set, segment: segmentSize}
	f, err := os.Open(d.path)
	if err != nil {
		return nil, d.fault("", err, "the file was there when the run began; has it been moved?")
	}
	defer f.Close()
	if d.zipped != nil {
		return d.scanZip(ctx, s, f)
	}
	h, err := s.scanFile(ctx, f, d.from, d.Source.Size)
	if err != nil {
		return nil, d.fault("", err, "")
	}
	return h.finish(d.layout), nil
}

// finish puts hits in the order of the file, whichever goroutine found them, and
// leaves the heading row out of the count.
func (h *Harvest) finish(l *layout) *Harvest {
	slices.SortFunc(h.Hits, func(a, b Hit) int { return cmp.Compare(a.at, b.at) })
	if l.headed && h.Rows > 0 {
		h.Rows--
	}
	return h
}

func (d *Directory) scanZip(ctx context.Context, s *scanner, f *os.File) (*Harvest, error) {
	z, err := zip.NewReader(f, d.Source.Size)
	if err != nil {
		return nil, d.fault("", err, "the file changed while it was read")
	}
	all := &Harvest{}
	for _, name := range d.zipped {
		h, err := scanMember(ctx, s, z, name)
		if err != nil {
			return nil, d.fault(name, err, "the zip may be damaged; download it again")
		}
		all.add(h.finish(d.layout))
	}
	return all, nil
}

func scanMember(ctx context.Context, s *scanner, z *zip.Reader, name string) (*Harvest, error) {
	m, err := z.Open(name)
	if err != nil {
		return nil, err
	}
	defer m.Close()
	return s.scanStream(ctx, m)
}
