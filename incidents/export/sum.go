package export

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"os"
	"sync"
)

// Sum gives the SHA-256 of the whole file in hexadecimal and its size in bytes. It reads what no walk of a table read
// before: after the walk of a CSV that is nothing. It may run beside Batches.
func (f *File) Sum(ctx context.Context) (sum string, size int64, err error) {
	s := &f.sum
	s.mu.Lock()
	defer s.mu.Unlock()
	buf := make([]byte, 1<<18)
	for {
		if err := ctx.Err(); err != nil {
			return "", 0, err
		}
		n, err := f.file.ReadAt(buf, s.at)
		s.take(buf[:n], s.at)
		if err == io.EOF {
			return hex.EncodeToString(s.hash.Sum(nil)), s.at, nil
		}
		if err != nil {
			return "", 0, unreadable(f.Name, err)
		}
	}
}

// A runningSum is that of a file's beginning. Whoever reads on from where it ends takes it further, so that a large
// file is read from the disk once.
type runningSum struct {
	mu   sync.Mutex
	hash hash.Hash // nil before the first
	at   int64     // how many bytes were taken
}

// take adds the bytes at an offset, as far as they go on from those taken. The caller holds the lock.
func (s *runningSum) take(p []byte, offset int64) {
	if s.hash == nil {
		s.hash = sha256.New()
	}
	if skip := s.at - offset; skip >= 0 && skip < int64(len(p)) {
		s.hash.Write(p[skip:])
		s.at = offset + int64(len(p))
	}
}

// offer is take for one who passes by: while another is at the sum, nothing is added, and Sum reads it later.
func (s *runningSum) offer(p []byte, offset int64) {
	if s.mu.TryLock() {
		s.take(p, offset)
		s.mu.Unlock()
	}
}

// A summed reader goes through a file from its beginning and offers its bytes to the sum.
type summed struct {
	file *os.File
	sum  *runningSum
	at   int64
}

// Read reads on from where the last call ended.
func (r *summed) Read(p []byte) (int, error) {
	n, err := r.file.ReadAt(p, r.at)
	r.sum.offer(p[:n], r.at)
	r.at += int64(n)
	return n, err
}
