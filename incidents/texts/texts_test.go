package texts_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"siequity/incidents/texts"
)

// Workers that read the same texts side by side give each one number.
func TestDistinct(t *testing.T) {
	shared := texts.NewDistinct()
	const workers, rows = 4, 3000
	var numbers [workers][rows]uint32
	var wg sync.WaitGroup
	for w := range workers {
		c := texts.NewCache(shared)
		wg.Go(func() {
			for i := range rows {
				// a buffer that is overwritten, as that of a row is
				cell := []byte(fmt.Sprintf("%s %d", strings.Repeat("ward ", i%5), i%1500))
				numbers[w][i] = c.Number(cell)
				clear(cell)
			}
		})
	}
	wg.Wait()
	for w := range workers {
		for i := range rows {
			want := fmt.Sprintf("%s %d", strings.Repeat("ward ", i%5), i%1500)
			if n := numbers[w][i]; n != numbers[0][i] || shared.Text(n) != want {
				t.Fatalf("worker %d has %q as number %d, worker 0 as %d, which is %q", w, want, n, numbers[0][i], shared.Text(n))
			}
		}
	}
	if c := texts.NewCache(shared); c.Number(nil) != 0 || shared.Text(0) != "" || shared.Len() != 1501 {
		t.Errorf("the empty text is %q, and there are %d texts, want 1501", shared.Text(0), shared.Len())
	}
}

// Texts that begin, end or are long alike are told apart by their short forms.
func TestShorten(t *testing.T) {
	seen := map[texts.Short]string{}
	for _, text := range []string{"a", "b", "aa", "a\x00", "abcdefg", "abcdefgh", "abcdefghabcdefgh", "abcdefghbcdefgh", "hgfedcba", "abcdefghi", "abcdefgi"} {
		key, ok := texts.Shorten([]byte(text))
		if other, known := seen[key]; !ok || known {
			t.Errorf("%q: short %v, alike %q", text, ok, other)
		}
		seen[key] = text
	}
	for _, text := range []string{"", "abcdefghabcdefghi"} {
		if _, ok := texts.Shorten([]byte(text)); ok {
			t.Errorf("%q has a short form", text)
		}
	}
}

func TestReferences(t *testing.T) {
	var shared texts.References
	a, b := shared.Block(), shared.Block()
	places := map[uint32]string{}
	for i := range 20_000 { // several blocks
		text := fmt.Sprintf("WEB%d", i)
		block := &a
		if i%3 == 0 {
			block = &b
		}
		place := block.Put([]byte(text))
		if other, taken := places[place]; taken {
			t.Fatalf("%q and %q lie at one place", text, other)
		}
		places[place] = text
	}
	for place, want := range places {
		if got := shared.Text(place); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	}
	long := strings.Repeat("x", 300)
	if got := shared.Text(a.Put([]byte(long))); got != long[:255] {
		t.Errorf("a long reference has %d bytes", len(got))
	}
	if a.Put(nil) != 0 || shared.Text(0) != "" {
		t.Error("the empty reference is not at place 0")
	}
}
