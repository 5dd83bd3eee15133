package document

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// maxSize bounds a document: the built-in packs together are a twentieth of it.
const maxSize = 4 << 20

// source is one document while it is read.
type source struct {
	file  string
	lines []string
	log   *Log
}

// Parse reads one YAML document whose top is a mapping. On a fault that leaves
// nothing to read it gives nil, and the log says why.
func Parse(file, text string, log *Log) *Object {
	text = strings.TrimPrefix(text, "\ufeff")
	src := &source{file: file, lines: strings.Split(text, "\n"), log: log}
	log.files = append(log.files, file)
	if len(text) > maxSize {
		src.fault(0, "", fmt.Sprintf("the file is larger than %d MB", maxSize>>20), "")
		return nil
	}
	var root yaml.Node
	decoder := yaml.NewDecoder(strings.NewReader(text))
	if err := decoder.Decode(&root); err != nil {
		src.unreadable(err)
		return nil
	}
	if err := decoder.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		src.fault(0, "", "holds more than one document", "keep what stands before the second line of ---, or split the file")
	}
	if len(root.Content) == 0 {
		src.fault(0, "", "the file is empty", "")
		return nil
	}
	src.plain(&root)
	return src.object(root.Content[0], "")
}

var yamlLine = regexp.MustCompile(`line (\d+): (.*)`)

// unreadable turns the library's message into a fault with its line.
func (s *source) unreadable(err error) {
	if errors.Is(err, io.EOF) {
		s.fault(0, "", "the file is empty", "")
		return
	}
	what := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 0
	if m := yamlLine.FindStringSubmatch(what); m != nil {
		line, _ = strconv.Atoi(m[1])
		what = m[2]
	}
	s.fault(line, "", "cannot be read as YAML: "+what, "look at the indentation, the quotes and the colons of this line and the one before")
}

// plain refuses anchors and aliases anywhere. It does not follow an alias, so
// a document made of them costs no more than its text.
func (s *source) plain(n *yaml.Node) {
	if n.Anchor != "" || n.Kind == yaml.AliasNode {
		s.fault(n.Line, "", "uses a YAML anchor or alias (& or *)", "write the value out in full, or put it in quotes if the sign is meant")
	}
	for _, child := range n.Content {
		s.plain(child)
	}
}

// object reads a mapping; keys given twice are faults and the first one holds.
func (s *source) object(n *yaml.Node, path string) *Object {
	if n.Kind != yaml.MappingNode {
		s.fault(n.Line, path, show(n)+" stands where a block of `key: value` lines is meant", "")
		return nil
	}
	o := &Object{src: s, path: path, node: n}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch {
		case key.Kind != yaml.ScalarNode || key.Tag == "!!merge":
			s.fault(key.Line, path, "a key is not plain text", "")
		case o.Has(key.Value):
			s.fault(key.Line, path, fmt.Sprintf("the key %q is given twice", key.Value), fmt.Sprintf("the first is on line %d", o.LineOf(key.Value)))
		default:
			o.entries = append(o.entries, entry{key: key, value: value})
		}
	}
	return o
}

// text is a scalar that is text, without the blanks around it.
func (s *source) text(n *yaml.Node, path string) string {
	if n.Kind != yaml.ScalarNode {
		s.fault(n.Line, path, show(n)+" stands where a text is meant", "")
		return ""
	}
	if n.Tag != "!!str" {
		s.fault(n.Line, path, fmt.Sprintf("%s is read as %s, not as text", show(n), tagName(n.Tag)), "put it in quotes")
		return ""
	}
	return strings.TrimSpace(n.Value)
}

func (s *source) texts(n *yaml.Node, path string) []string {
	if n.Kind != yaml.SequenceNode {
		s.fault(n.Line, path, show(n)+" stands where a list is meant", "write [one, another], or begin each with a dash")
		return nil
	}
	var list []string
	for i, child := range n.Content {
		at := fmt.Sprintf("%s[%d]", path, i+1)
		text := s.text(child, at)
		if text != "" {
			list = append(list, text)
		} else if child.Tag == "!!str" {
			s.fault(child.Line, at, "is empty", "")
		}
	}
	return list
}

func (s *source) fault(line int, path, what, hint string) {
	text := ""
	if line > 0 && line <= len(s.lines) {
		text = clip(strings.TrimSpace(s.lines[line-1]))
	}
	s.log.Add(Fault{File: s.file, Line: line, Path: path, Text: text, What: what, Hint: hint})
}

// clip keeps a line fit for a terminal: printable, at most 120 letters.
func clip(line string) string {
	letters := []rune(strings.ToValidUTF8(line, "?"))
	if len(letters) > 120 {
		letters = append(letters[:117], '.', '.', '.')
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, string(letters))
}

func show(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a block of `key: value` lines"
	case yaml.SequenceNode:
		return "a list"
	case yaml.AliasNode:
		return "an alias"
	}
	if n.Value == "" {
		return "nothing"
	}
	return clip(n.Value)
}

func tagName(tag string) string {
	switch tag {
	case "!!int", "!!float":
		return "a number"
	case "!!bool":
		return "true or false"
	case "!!null":
		return "nothing"
	case "!!timestamp":
		return "a date"
	}
	return "another kind of value (" + tag + ")"
}
