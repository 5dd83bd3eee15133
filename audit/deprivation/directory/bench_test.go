package directory

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A directory of 200,000 invented rows of 540 bytes, 10,000 of them wanted. Set
// SIEQUITY_DIRECTORY to measure a full-size file instead.
func BenchmarkScan(b *testing.B) {
	path := os.Getenv("SIEQUITY_DIRECTORY")
	keys := make([]Packed, 0, 10000)
	if path == "" {
		path = filepath.Join(b.TempDir(), "d.csv")
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		b.Fatal(err)
	}
	if os.Getenv("SIEQUITY_DIRECTORY") == "" {
		out := bufio.NewWriter(f)
		fmt.Fprint(out, "pcds,doterm,lsoa11cd,lsoa21cd,rest\r\n")
		for i := range 200_000 {
			fmt.Fprintf(out, "\"%s\",\"\",\"E01%06d\",\"E01%06d\",\"%s\"\r\n", invented(i), i%30000, i%30000, strings.Repeat("x", 490))
		}
		out.Flush()
	}
	info, err := f.Stat()
	if err != nil {
		b.Fatal(err)
	}
	f.Close()
	for i := range 10_000 {
		keys = append(keys, Pack([]byte(invented(i*20))))
	}
	d, err := Open(path)
	if err != nil {
		b.Fatal(err)
	}
	set := NewSet(keys)
	b.SetBytes(info.Size())
	b.ReportAllocs()
	for b.Loop() {
		if _, err := d.Scan(context.Background(), set); err != nil {
			b.Fatal(err)
		}
	}
}

func invented(i int) string {
	const letters = "ABDEFGHJLNPQRSTUWXYZ"
	return fmt.Sprintf("ZY%d%c %d%c%c", i/40000%10, letters[i/4000%10], i/400%10, letters[i/20%20], letters[i%20])
}
