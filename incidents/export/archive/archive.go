package archive

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"math"
	"path"
	"strings"
)

// Limits against archives made to fill memory or time. Sheets of mostly empty cells pack to a hundredth and no
// further; texts, each of them there once, to a tenth.
const (
	streamRatio = 250      // unpacked over packed bytes of a member that is streamed
	keepRatio   = 60       // the same of one that is kept
	ratioFrom   = 8 << 20  // unpacked bytes below which the ratio does not matter
	maxStream   = 8 << 30  // unpacked bytes of a member that is streamed
	maxKeep     = 1 << 29  // of one that is kept
	maxSmall    = 16 << 20 // of one that is read at once
	maxMembers  = 10000
)

// Why an archive or a member is not read.
var (
	ErrBroken   = errors.New("the file is damaged or was cut short")
	ErrMembers  = errors.New("the file holds more than 10,000 others")
	ErrPassword = errors.New("the zip is protected by a password")
	ErrBomb     = errors.New("the file unpacks to far more than an export would hold; it was not read further")
	ErrLarge    = errors.New("the file is too large to be read where it lies")
)

// An Archive is the list of a zip's members.
type Archive struct {
	Members []Member // in the order of the zip
	byName  map[string]int
}

// A Member is one file in a zip.
type Member struct {
	Name string // as the zip has it
	file *zip.File
}

// Open reads the list of members of a zip of that size.
func Open(r io.ReaderAt, size int64) (*Archive, error) {
	z, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // nothing is ever written to a member's path
		return nil, fmt.Errorf("%w: its list of contents is missing", ErrBroken)
	}
	if len(z.File) > maxMembers {
		return nil, ErrMembers
	}
	a := &Archive{byName: make(map[string]int, len(z.File))}
	for i, m := range z.File {
		a.Members = append(a.Members, Member{Name: m.Name, file: m})
		if name := Clean(m.Name); !a.Has(name) {
			a.byName[name] = i
		}
	}
	return a, nil
}

// Clean gives the name by which a member is found: lower case, slashes, no leading one, no dots.
func Clean(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// Has tells whether there is a member of that clean name.
func (a *Archive) Has(name string) bool {
	_, ok := a.byName[name]
	return ok
}

// Find gives the member of that clean name.
func (a *Archive) Find(name string) (m Member, ok bool) {
	i, ok := a.byName[name]
	if !ok {
		return Member{}, false
	}
	return a.Members[i], true
}

// Stream unpacks a member that is read piece by piece.
func (m Member) Stream() (io.ReadCloser, error) { return m.open(maxStream, streamRatio) }

// Keep unpacks a member whose text stays in memory.
func (m Member) Keep() (io.ReadCloser, error) { return m.open(maxKeep, keepRatio) }

// Small unpacks a member of a few kilobytes, such as a list of parts.
func (m Member) Small() ([]byte, error) {
	r, err := m.open(maxSmall, keepRatio)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// Whole unpacks a member of up to limit bytes that is read from any place in it, such
// as a workbook in a zip.
func (m Member) Whole(limit int64) ([]byte, error) {
	if m.file.UncompressedSize64 > uint64(limit) {
		return nil, ErrLarge
	}
	r, err := m.open(limit, keepRatio)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

func (m Member) open(limit, ratio int64) (io.ReadCloser, error) {
	if m.file.Flags&1 != 0 {
		return nil, ErrPassword
	}
	r, err := m.file.Open()
	if err != nil {
		return nil, broken(err)
	}
	packed := int64(min(m.file.CompressedSize64, math.MaxInt64/streamRatio))
	return &guarded{r: r, left: min(limit, max(ratioFrom, packed*ratio))}, nil
}

func broken(err error) error {
	return fmt.Errorf("%w: %s", ErrBroken, strings.TrimPrefix(err.Error(), "zip: "))
}

// guarded counts what is unpacked.
type guarded struct {
	r    io.ReadCloser
	left int64
}

func (g *guarded) Read(p []byte) (int, error) {
	n, err := g.r.Read(p)
	if g.left -= int64(n); g.left < 0 {
		return 0, ErrBomb
	}
	if err != nil && err != io.EOF {
		err = broken(err)
	}
	return n, err
}

func (g *guarded) Close() error { return g.r.Close() }
