package rules

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"siequity/rules/document"
)

// Document is the text of a pack and the name of the file it came from.
type Document struct{ Name, Text string }

// Pack is what a run says of a pack it used.
type Pack struct {
	Name, Title, Doc string
	Version          string
	File             string
	SHA256           string   // of the text, in hex
	Topics           []string // first parts of ids that the pack uses besides its name
}

// Theme is a clinical theme as data: phrases that tell it, and phrases that
// look like it and are not. A star at the end of a word stands for any ending.
// Matching is the work of package codes. An ID is a plain name without its pack,
// such as haemorrhage, because it is what readers of records.jsonl filter by.
type Theme struct {
	ID, Title, Doc   string
	Pack             string
	Include, Exclude []string
	// Find and Miss are the theme's proof: texts it must find and near misses
	// it must not.
	Find, Miss []string
}

//go:embed packs/equity.yaml packs/pmrt.yaml packs/si.yaml packs/themes.yaml
var packs embed.FS

func builtinNames() []string { return []string{"equity", "pmrt", "si", "themes"} }

// Builtin is the packs that come with the tool, in order.
func Builtin() []Document {
	var docs []Document
	for _, name := range builtinNames() {
		file := "packs/" + name + ".yaml"
		text, err := packs.ReadFile(file)
		if err != nil {
			continue // the embed directive above names the same files
		}
		docs = append(docs, Document{Name: "built-in " + name + ".yaml", Text: string(text)})
	}
	return docs
}

var plainName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// readPack reads what a pack says of itself.
func readPack(d Document, root *document.Object) Pack {
	root.Need("pack", "title", "version")
	sum := sha256.Sum256([]byte(d.Text))
	p := Pack{
		Name: root.Text("pack"), Title: root.Text("title"), Doc: root.Text("doc"),
		Version: root.Text("version"), File: d.Name, SHA256: hex.EncodeToString(sum[:]),
	}
	p.Topics = root.Texts("topics")
	if p.Name != "" && !plainName.MatchString(p.Name) {
		root.Fault("pack", fmt.Sprintf("%q is not a name", p.Name), "use small letters, digits and single hyphens")
	}
	return p
}

// readID reads an id and holds it to the form pack/name, or topic/name for a topic
// that the pack names as its own.
func readID(pack Pack, o *document.Object) string {
	o.Need("id")
	id := o.Text("id")
	o.Name(id)
	if id == "" {
		return ""
	}
	topic, name, _ := strings.Cut(id, "/")
	if topic != pack.Name && !slices.Contains(pack.Topics, topic) || !plainName.MatchString(name) {
		o.Fault("id", fmt.Sprintf("%q is not an id of this pack", id), fmt.Sprintf("begin with %s/ and go on in small letters, digits and single hyphens", pack.Name))
	}
	return id
}

func readTheme(pack string, o *document.Object) Theme {
	o.Need("id")
	id := o.Text("id")
	o.Name(id)
	if id != "" && !plainName.MatchString(id) {
		o.Fault("id", fmt.Sprintf("%q is not a name", id), "use small letters, digits and single hyphens")
	}
	t := Theme{
		ID: id, Pack: pack, Title: o.Text("title"), Doc: o.Text("doc"),
		Include: o.Texts("include"), Exclude: o.Texts("exclude"),
		Find: o.Texts("find"), Miss: o.Texts("miss"),
	}
	o.Need("title", "include", "find", "miss")
	return t
}
