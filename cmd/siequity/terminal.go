package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"regexp"
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
// it is no terminal and another program wants lines whole. The last place of a line
// stays free, as some windows go on to the next line once it is filled.
func widthOf(w io.Writer) int {
	if !isTerminal(w) {
		return 0
	}
	if n, _, err := term.GetSize(int(w.(*os.File).Fd())); err == nil && n > 0 {
		return n - 1
	}
	return usualWidth - 1
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
			lines[i] = wrapLine(line, width, indentOf(line)+2)
		}
	}
	return strings.Join(lines, "\n")
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// wrapLine breaks one line; what goes on stands hang characters in.
func wrapLine(line string, width, hang int) string {
	indent := indentOf(line)
	var b strings.Builder
	b.WriteString(line[:indent])
	at := indent
	for i, word := range strings.Fields(line) {
		n := text.RuneWidthWithoutEscSequences(word)
		switch {
		case i == 0:
		case at+1+n > width:
			b.WriteString("\n" + strings.Repeat(" ", hang))
			at = hang
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

// printHelp prints the help of a command, broken for a terminal.
func printHelp(w io.Writer, template string, data any) {
	var b bytes.Buffer
	cli.HelpPrinterCustom(&b, template, data, map[string]any{"wrapAt": func() int { return 10_000 }})
	io.WriteString(w, wrapHelp(b.String(), widthOf(w))) // a closed pipe ends the process
}

// entry is a line of a list in the help: what it is about, and what is said of it.
var entry = regexp.MustCompile(`^( +\S.*?)  +(\S.*)$`)

// wrapHelp breaks a help text. In its lists what is said goes on under itself; where
// the names take half of the line, it stands on lines of its own.
func wrapHelp(s string, width int) string {
	if width <= 0 {
		return s
	}
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		at := entry.FindStringSubmatchIndex(line)
		switch {
		case at == nil:
			lines[i] = wrap(line, width)
		case at[4] > width/2:
			said := strings.Repeat(" ", indentOf(line)+4) + line[at[4]:]
			lines[i] = line[:at[3]] + "\n" + wrapLine(said, width, indentOf(said))
		case len(line) > width:
			lines[i] = line[:at[4]] + strings.TrimLeft(wrapLine(strings.Repeat(" ", at[4])+line[at[4]:], width, at[4]), " ")
		}
	}
	return strings.Join(lines, "\n")
}
