package directory

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"

	"siequity/audit/deprivation/area"
)

// A Hit is one directory row that somebody asked for.
type Hit struct {
	Postcode Packed
	Row      Row
	at       int64 // offset in the file or member: the total order of hits
}

// A Row is what is kept of it.
type Row struct {
	LSOA11, LSOA21 area.Code
	Rank19, Rank25 uint16 // the directory's own ranks, England only; 0 = none
	Nation         area.Nation
	Terminated     bool // no longer in use
	LargeUser      bool // one address with much post
	Grid           byte // positional quality, '1' best to '9' none; 0 = not given
}

// A Harvest is what a scan found: hits in the order of the file, and counts.
type Harvest struct {
	Hits []Hit
	Rows int64 // rows seen
	Odd  int64 // rows whose postcode cannot be one
	Torn int64 // wanted rows with too few columns
}

func (h *Harvest) add(o *Harvest) {
	h.Hits = append(h.Hits, o.Hits...)
	h.Rows, h.Odd, h.Torn = h.Rows+o.Rows, h.Odd+o.Odd, h.Torn+o.Torn
}

// A scanner looks through lines for wanted postcodes. Directories hold no line
// break inside quotes, so a line is a row; only wanted rows are split into
// columns, which is what makes one pass over 1.5 GB a matter of tenths of a second.
type scanner struct {
	layout  *layout
	set     *Set
	segment int64 // one goroutine's share at a time, in bytes
}

const (
	segmentSize = 16 << 20
	blockSize   = 512 << 10 // read at once: stays in the second-level cache
	longestLine = 64 << 10  // a row is about 550 bytes; longer ones are no directory
)

// scanFile shares segments of a plain file among the cores.
func (s *scanner) scanFile(ctx context.Context, f *os.File, from, size int64) (*Harvest, error) {
	var next atomic.Int64
	workers := max(1, min(runtime.GOMAXPROCS(0), int((size-from)/s.segment)+1))
	found, faults := make([]Harvest, workers), make([]error, workers)
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			buf := make([]byte, blockSize+longestLine)
			for faults[w] == nil {
				a := from + (next.Add(1)-1)*s.segment
				if a >= size {
					return
				}
				faults[w] = s.scanSegment(ctx, f, from, a, min(a+s.segment, size), buf, &found[w])
			}
		})
	}
	wait.Wait()
	return joinHarvests(found), errors.Join(faults...)
}

func joinHarvests(found []Harvest) *Harvest {
	all := &Harvest{}
	for i := range found {
		all.add(&found[i])
	}
	return all
}

// scanSegment takes every line that begins in [a, b). A line that straddles the
// end belongs to the segment where it begins.
func (s *scanner) scanSegment(ctx context.Context, f io.ReaderAt, first, a, b int64, buf []byte, h *Harvest) error {
	pos := a
	if a > first {
		skip, err := lineAfter(f, a-1, buf)
		if err != nil {
			return err
		}
		pos = skip
	}
	for pos < b {
		if err := ctx.Err(); err != nil {
			return err
		}
		n, err := f.ReadAt(buf, pos)
		if n == 0 {
			return endOfFile(err)
		}
		used := s.scanLines(buf[:n], pos, b, errors.Is(err, io.EOF), h)
		if used == 0 {
			return errLongLine
		}
		pos += int64(used)
	}
	return nil
}

var errLongLine = errors.New("a line is longer than any row of a postcode directory")

func endOfFile(err error) error {
	if err == nil || errors.Is(err, io.EOF) {
		return nil
	}
	return fmt.Errorf("read postcode directory: %w", err)
}

// lineAfter gives the offset after the first line end at or after pos.
func lineAfter(f io.ReaderAt, pos int64, buf []byte) (int64, error) {
	n, err := f.ReadAt(buf[:longestLine], pos)
	if i := bytes.IndexByte(buf[:n], '\n'); i >= 0 {
		return pos + int64(i) + 1, nil
	}
	if errors.Is(err, io.EOF) {
		return pos + int64(n), nil
	}
	if err != nil {
		return 0, fmt.Errorf("read postcode directory: %w", err)
	}
	return 0, errLongLine
}

// scanLines takes the whole lines of buf that begin before the offset limit and
// reports the bytes used. With last, an unfinished line at the end counts too.
func (s *scanner) scanLines(buf []byte, at, limit int64, last bool, h *Harvest) int {
	used := 0
	for used < len(buf) && at+int64(used) < limit {
		end := bytes.IndexByte(buf[used:], '\n')
		if end < 0 {
			if !last {
				return used
			}
			end = len(buf) - used
		}
		s.line(buf[used:used+end], at+int64(used), h)
		used = min(used+end+1, len(buf))
	}
	return used
}

func (s *scanner) line(line []byte, at int64, h *Harvest) {
	h.Rows++
	p := Pack(s.layout.postcodeCell(line))
	if p == 0 {
		if len(bytes.TrimSpace(line)) > 0 {
			h.Odd++
		}
		return
	}
	if !s.set.Has(p) {
		return
	}
	row, ok := s.layout.row(line)
	if !ok {
		h.Torn++
		return
	}
	h.Hits = append(h.Hits, Hit{p, row, at})
}

// scanStream reads a zip member: one goroutine unpacks, the others look.
func (s *scanner) scanStream(ctx context.Context, r io.Reader) (*Harvest, error) {
	blocks, spare := make(chan block, 2), make(chan []byte, 4)
	for range cap(spare) {
		spare <- make([]byte, blockSize+longestLine)
	}
	workers := max(1, runtime.GOMAXPROCS(0)-1)
	found := make([]Harvest, workers)
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for b := range blocks {
				s.scanLines(b.text, b.at, b.at+int64(len(b.text)), true, &found[w])
				spare <- b.text[:cap(b.text)]
			}
		})
	}
	err := cutBlocks(ctx, r, blocks, spare)
	close(blocks)
	wait.Wait()
	return joinHarvests(found), err
}

// A block is a run of whole lines and its offset in the unpacked text.
type block struct {
	text []byte
	at   int64
}

// cutBlocks fills blocks and cuts each at its last line end; the rest goes first
// into the next one.
func cutBlocks(ctx context.Context, r io.Reader, blocks chan<- block, spare <-chan []byte) error {
	var rest []byte
	at := int64(0)
	for {
		buf := <-spare
		n := copy(buf, rest)
		m, err := io.ReadFull(r, buf[n:blockSize])
		n += m
		if err := ctx.Err(); err != nil {
			return err
		}
		cut := n
		if err == nil {
			if cut = bytes.LastIndexByte(buf[:n], '\n') + 1; cut == 0 || n-cut > longestLine {
				return errLongLine
			}
		}
		rest = append(rest[:0], buf[cut:n]...)
		blocks <- block{buf[:cut], at}
		at += int64(cut)
		if err != nil {
			if errors.Is(err, io.ErrUnexpectedEOF) {
				err = io.EOF
			}
			return endOfFile(err)
		}
	}
}

func parseRank(b []byte, areas int) uint16 {
	n, err := strconv.Atoi(string(b))
	if err != nil || n < 1 || n > areas {
		return 0
	}
	return uint16(n)
}
