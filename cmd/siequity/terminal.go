package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/urfave/cli/v2"
	"golang.org/x/term"
)

// usualWidth is taken for a terminal that does not tell how wide it is.
const usualWidth = 80

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// widthOf gives how many characters a line of the stream may hold: 0 for any, where
// it is no terminal and another program wants lines whole.
func widthOf(w io.Writer) int {
	if !isTerminal(w) {
		return 0
	}
	if n, _, err := term.GetSize(int(w.(*os.File).Fd())); err == nil && n > 0 {
		return n
	}
	return usualWidth
}

// wrapped breaks a text for the stream that it goes to.
func (c *command) wrapped(to io.Writer, s string) string { return wrap(s, widthOf(to)) }

// leastWidth is the narrowest that a text is broken to.
const leastWidth = 20

// wrap breaks the lines of a text between words, so that none is wider. What goes on
// stands two further in than its line. A word that is wider itself is left whole:
// it is a path or a heading, to be copied.
func wrap(s string, width int) string {
	if width <= 0 {
		return s
	}
	width = max(width, leastWidth)
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if text.RuneWidthWithoutEscSequences(line) > width {
			lines[i] = wrapLine(line, width)
		}
	}
	return strings.Join(lines, "\n")
}

func wrapLine(line string, width int) string {
	indent := len(line) - len(strings.TrimLeft(line, " "))
	var b strings.Builder
	b.WriteString(line[:indent])
	at := indent
	for i, word := range strings.Fields(line) {
		n := text.RuneWidthWithoutEscSequences(word)
		switch {
		case i == 0:
		case at+1+n > width:
			b.WriteString("\n" + strings.Repeat(" ", indent+2))
			at = indent + 2
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at += n
	}
	return b.String()
}

// say prints lines of the result.
func (c *command) say(format string, args ...any) {
	fmt.Fprint(c.out, c.wrapped(c.out, fmt.Sprintf(format, args...)))
}

// printHelp breaks the help as other texts are.
func printHelp(w io.Writer, template string, data any) {
	width := widthOf(w)
	if width == 0 {
		width = 10_000
	}
	cli.HelpPrinterCustom(w, template, data, map[string]any{"wrapAt": func() int { return width }})
}
