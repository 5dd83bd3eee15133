package document

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// plainText decodes a text file: UTF-16 by its mark or its zero bytes, UTF-8, and else Windows-1252, which reads
// anything. A file with zero bytes that is no UTF-16 is no text.
func plainText(b []byte) (string, error) {
	head := b[:min(len(b), 4096)]
	var order unicode.Endianness
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")), utf16By(head, 1):
		order = unicode.LittleEndian
	case bytes.HasPrefix(b, []byte("\xfe\xff")), utf16By(head, 0):
		order = unicode.BigEndian
	case bytes.IndexByte(head, 0) >= 0:
		return "", fmt.Errorf("%w: not text", ErrFormat)
	case utf8.Valid(b):
		return string(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))), nil
	default:
		s, err := charmap.Windows1252.NewDecoder().Bytes(b)
		return string(s), err
	}
	s, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(b)
	if err != nil {
		return "", fmt.Errorf("%w: not UTF-16", ErrDamaged)
	}
	return string(s), nil
}

// utf16By reports that most of the bytes at even (0) or odd (1) places are zero, as in UTF-16 without a mark.
func utf16By(b []byte, from int) bool {
	zero := 0
	for i := from; i < len(b); i += 2 {
		if b[i] == 0 {
			zero++
		}
	}
	return len(b) >= 8 && zero*10 > len(b)*4
}

// readPlain splits a plain text into blocks by its empty lines, and by the marks of Markdown.
func readPlain(text, ending string) Document {
	format := "txt"
	if ending == "md" || ending == "markdown" {
		format = "md"
	}
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	first, _, paged := strings.Cut(text, "\f")
	out := &writer{}
	at := 0
	var lines []string
	flush := func() {
		out.block(Paragraph, strings.Join(lines, "\n"))
		lines = lines[:0]
	}
	for line := range strings.SplitSeq(text, "\n") {
		if paged && at > len(first) {
			out.pageBreak()
		}
		at += len(line) + 1
		kind, body := lineKind(strings.ReplaceAll(line, "\f", ""), format)
		if kind == Paragraph && body != "" {
			lines = append(lines, body)
			continue
		}
		flush()
		out.block(kind, body)
	}
	flush()
	return out.document(format, "", nil)
}

// lineKind reads one line. Only Markdown has marks for headings and tables; dashes and dots before an item are common to all.
func lineKind(line, format string) (Kind, string) {
	s := strings.TrimSpace(line)
	for _, mark := range [...]string{"- ", "* ", "• ", "· ", "o\t", "•\t"} {
		if item, ok := strings.CutPrefix(s, mark); ok {
			return ListItem, item
		}
	}
	if format != "md" {
		return Paragraph, s
	}
	if h := strings.TrimLeft(s, "#"); len(h) < len(s) && strings.HasPrefix(h, " ") {
		return Heading, strings.TrimSpace(strings.TrimRight(h, "# "))
	}
	if strings.HasPrefix(s, "|") && strings.HasSuffix(s, "|") && len(s) > 1 {
		if strings.Trim(s, "|-: ") == "" {
			return TableRow, ""
		}
		return TableRow, row(strings.Split(strings.Trim(s, "|"), "|"))
	}
	return Paragraph, strings.ReplaceAll(s, "**", "")
}
