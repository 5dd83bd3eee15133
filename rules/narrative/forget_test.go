package narrative

import (
	"bytes"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"unsafe"
	"weak"
)

// marked speaks of all that a reader keeps for the next sentence: points, topics,
// findings, capitals and letters beyond ASCII.
const marked = "Terms of reference: 1. Zanthra. 2. Language support, Zanthra.\nCulture\nZanthra was caf\u00e9.\n" +
	"ZANTHRA said no inter\u00adpreter was used. The panel did not consider ethnicity.\n" +
	"\u4e2dzanthra\u4e2d\u4e2d\n"

// TestReaderForgets holds that a reader which waits for the next record keeps nothing
// of the one before alive, and no letters of it in its buffers.
func TestReaderForgets(t *testing.T) {
	lx, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	r := lx.reader()
	func() {
		text := strings.Repeat(marked, 5000)
		name := strings.Repeat("Zanthra ", 40)
		if got := r.read([]Part{{Name: name, Text: text}}); got[Culture].Label == Absent || got[Language].Label == Absent {
			t.Fatalf("the text says too little: %v", got)
		}
	}()
	holds(t, reflect.ValueOf(r), "reader", map[uintptr]bool{})

	text := []byte(strings.Repeat(marked, 5000))
	alive := weak.Make(&text[0])
	r.read([]Part{{Text: unsafe.String(&text[0], len(text))}})
	text = nil
	runtime.GC()
	runtime.GC()
	if alive.Value() != nil {
		t.Error("the reader keeps the text alive")
	}
	runtime.KeepAlive(r)
}

// holds walks all that a value leads to, up to the capacity of slices, and fails
// where a string or bytes hold the text's word. The lexicon is no part of a reader.
func holds(t *testing.T, v reflect.Value, path string, seen map[uintptr]bool) {
	t.Helper()
	if !v.IsValid() || strings.HasPrefix(v.Type().String(), "*lexicon.Lexicon") || v.Type() == reflect.TypeFor[*spare]() {
		return
	}
	switch v.Kind() {
	case reflect.String:
		if strings.Contains(strings.ToLower(v.String()), "zanthra") && !strings.Contains(path, ".names") {
			t.Errorf("%s is %.40q", path, v.String())
		}
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() || v.Kind() == reflect.Pointer && seen[v.Pointer()] {
			return
		}
		if v.Kind() == reflect.Pointer {
			seen[v.Pointer()] = true
		}
		holds(t, v.Elem(), path, seen)
	case reflect.Struct:
		for i := range v.NumField() {
			holds(t, v.Field(i), path+"."+v.Type().Field(i).Name, seen)
		}
	case reflect.Array, reflect.Slice:
		walk(t, v, path, seen)
	}
}

func walk(t *testing.T, v reflect.Value, path string, seen map[uintptr]bool) {
	t.Helper()
	if v.Kind() == reflect.Slice {
		v = v.Slice(0, v.Cap())
	}
	switch v.Type().Elem().Kind() {
	case reflect.Uint8:
		if v.Kind() == reflect.Slice && bytes.Contains(v.Bytes(), []byte("zanthra")) {
			t.Errorf("%s holds letters of the text", path)
		}
		return
	case reflect.Bool, reflect.Int, reflect.Int32, reflect.Uint64:
		return
	}
	for i := range v.Len() {
		holds(t, v.Index(i), path, seen)
	}
}
