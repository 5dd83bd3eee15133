package document

import (
	"archive/zip"
	"encoding/xml"
	"strconv"
	"strings"
)

// A wordReader turns the elements of a Word part into blocks, in one pass.
type wordReader struct {
	styles map[string]Kind
	out    *writer
	kind   Kind // of the blocks of this part: Footnote in the notes, else empty

	skip    int // depth within an element whose text does not count; 0 outside
	paras   []*para
	tables  []*table
	boxes   int      // depth of text boxes
	waiting []string // text boxes whose paragraph is still open
	choices []bool   // for each alternative open: whether its choice was read
	prompts []bool   // for each content control open: whether it only shows its prompt

	checked                    bool // the box of an old form field
	deleted, pictures, skipped int
}

// A para is a paragraph being read: a text box makes paragraphs within paragraphs.
type para struct {
	text   strings.Builder
	kind   Kind
	hidden bool // the present run is hidden
	inText bool
}

// A table is one being read; a table may stand in the cell of another.
type table struct {
	cells   []string
	cell    strings.Builder
	deleted bool // the present row is a tracked deletion
}

func (r *wordReader) read(f *zip.File) error {
	r.paras, r.tables, r.waiting, r.choices, r.prompts, r.boxes, r.skip = nil, nil, nil, nil, nil, 0, 0
	return walk(f, func(t xml.Token) error {
		switch e := t.(type) {
		case xml.StartElement:
			r.start(e)
		case xml.EndElement:
			r.end(e.Name)
		case xml.CharData:
			if p := r.para(); p != nil && p.inText && r.skip == 0 && !p.hidden {
				p.text.Write(e)
			}
		}
		return nil
	})
}

func (r *wordReader) para() *para {
	if len(r.paras) == 0 {
		return nil
	}
	return r.paras[len(r.paras)-1]
}

// leftOut reports an element whose text the authors do not show: tracked deletions, text moved away, field codes,
// comments, placeholders, the second telling of a text box.
func (r *wordReader) leftOut(e xml.StartElement) bool {
	switch e.Name.Local {
	case "del", "moveFrom":
		r.deleted++
		return true
	case "delText", "instrText", "delInstrText", "comment", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange":
		return true
	case "Fallback":
		n := len(r.choices)
		return n > 0 && r.choices[n-1]
	case "footnote", "endnote":
		kind := attr(e, "type")
		return kind == "separator" || kind == "continuationSeparator" || kind == "continuationNotice"
	}
	return false
}

func (r *wordReader) start(e xml.StartElement) {
	name := e.Name.Local
	if r.skip > 0 {
		r.skip++
		return
	}
	if (name == "del" || name == "ins") && r.rowMark() {
		r.tables[len(r.tables)-1].deleted = name == "del"
	}
	if r.leftOut(e) {
		r.skip = 1
		return
	}
	switch name {
	case "p":
		if wordSpace(e.Name.Space) {
			r.paras = append(r.paras, &para{kind: Paragraph})
		}
	case "tbl":
		r.tables = append(r.tables, &table{})
	case "txbxContent":
		r.boxes++
	case "AlternateContent":
		r.choices = append(r.choices, false)
	case "Choice":
		if n := len(r.choices); n > 0 {
			r.choices[n-1] = true
		}
	case "sdt":
		r.prompts = append(r.prompts, false)
	case "showingPlcHdr":
		if n := len(r.prompts); n > 0 {
			r.prompts[n-1] = on(e)
		}
	case "sdtContent":
		if n := len(r.prompts); n > 0 && r.prompts[n-1] {
			r.skip = 1 // "Choose an item."
		}
	case "blip", "imagedata":
		r.pictures++
	case "altChunk", "object":
		r.skipped++
	default:
		r.startInline(e)
	}
}

// rowMark reports that the present element marks the whole table row as deleted or inserted: it stands between paragraphs.
func (r *wordReader) rowMark() bool { return len(r.tables) > 0 && len(r.paras) == r.boxes }

// wordSpace parts Word's paragraphs from those of drawings, in both forms of the format.
func wordSpace(space string) bool { return strings.Contains(space, "wordprocessingml") }

// startInline handles what stands within a paragraph.
func (r *wordReader) startInline(e xml.StartElement) {
	p := r.para()
	if p == nil {
		return
	}
	switch e.Name.Local {
	case "t":
		p.inText = true
	case "r":
		p.hidden = false
	case "vanish":
		p.hidden = on(e)
	case "pStyle":
		if k, ok := r.styles[attr(e, "val")]; ok {
			p.kind = k
		} else if strings.HasPrefix(attr(e, "val"), "Heading") {
			p.kind = Heading
		}
	case "outlineLvl":
		if n, err := strconv.Atoi(attr(e, "val")); err == nil && n < 9 {
			p.kind = Heading
		}
	case "numId":
		if v := attr(e, "val"); v != "" && v != "0" && p.kind != Heading {
			p.kind = ListItem
		}
	case "tab", "ptab":
		p.mark("\t")
	case "br", "cr":
		p.mark("\n")
		if attr(e, "type") == "page" {
			r.out.pageBreak()
		}
	case "lastRenderedPageBreak":
		r.out.pageBreak()
	case "noBreakHyphen":
		p.mark("-")
	case "sym":
		p.mark(symbol(attr(e, "char")))
	case "checkBox":
		r.checked = false
	case "default", "checked":
		r.checked = on(e)
	}
}

// mark writes a character that Word holds as an element. A tab stop within the paragraph's properties, before any run,
// is dropped with the other white space at the edges.
func (p *para) mark(s string) {
	if !p.hidden {
		p.text.WriteString(s)
	}
}

func on(e xml.StartElement) bool {
	switch attr(e, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}

// symbol reads the tick boxes of the Wingdings fonts, by their private code points.
func symbol(char string) string {
	switch strings.ToUpper(char) {
	case "F0FE", "F078", "F0FD", "F053", "F054", "2612":
		return "☒"
	case "F0FC", "F052", "F050", "2611", "2713", "2714":
		return "☑"
	case "F0A8", "F06F", "F071", "F0A3", "F02A", "2610":
		return "☐"
	case "F0B7", "F0A7":
		return "•"
	}
	return " "
}

func (r *wordReader) end(name xml.Name) {
	if r.skip > 0 {
		r.skip--
		return
	}
	switch name.Local {
	case "t":
		if p := r.para(); p != nil {
			p.inText = false
		}
	case "checkBox":
		if p := r.para(); p != nil {
			p.mark(map[bool]string{true: "☒", false: "☐"}[r.checked])
		}
	case "p":
		if wordSpace(name.Space) {
			r.endParagraph()
		}
	case "tc":
		if n := len(r.tables); n > 0 {
			t := r.tables[n-1]
			t.cells = append(t.cells, t.cell.String())
			t.cell.Reset()
		}
	case "tr":
		r.endRow()
	case "tbl":
		if n := len(r.tables); n > 0 {
			r.tables = r.tables[:n-1]
		}
	case "txbxContent":
		r.boxes = max(r.boxes-1, 0)
	case "sdt":
		if n := len(r.prompts); n > 0 {
			r.prompts = r.prompts[:n-1]
		}
	case "AlternateContent":
		if n := len(r.choices); n > 0 {
			r.choices = r.choices[:n-1]
		}
	}
}
