package document

import (
	"github.com/ledongthuc/pdf"
)

// A glyph is one letter drawn on a page. Places and sizes are in points, from the lower left.
type glyph struct {
	s       string
	x, y, w float64
	size    float64
	moved   bool // the writer jumped here, rather than going on from the last letter
}

// A matrix is the six numbers of a PDF transformation: a b c d e f.
type matrix [6]float64

func (m matrix) mul(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func move(x, y float64) matrix { return matrix{1, 0, 0, 1, x, y} }

// A pen follows the drawing of one page. The library's own Content is not used: it draws a letter too many after every
// TJ, and it takes the widths of fonts with two-byte codes, which Word writes, from single bytes.
type pen struct {
	page    pdf.Page
	fonts   map[string]*font
	state   penState
	stack   []penState
	text    matrix // text matrix
	line    matrix // text line matrix
	letters []glyph
	limit   int
	moved   bool
}

// A penState is what q saves and Q restores.
type penState struct {
	ctm                         matrix
	font                        *font
	size                        float64
	charSpace, wordSpace, scale float64
	leading                     float64
}

// pageLetters returns the letters of a page in the order drawn, at most limit of them. It panics on broken pages.
func pageLetters(page pdf.Page, limit int) []glyph {
	content := page.V.Key("Contents")
	if page.V.IsNull() || content.Kind() == pdf.Null {
		return nil
	}
	p := pen{page: page, fonts: map[string]*font{}, limit: limit}
	p.state = penState{ctm: move(0, 0), scale: 1}
	p.text, p.line = move(0, 0), move(0, 0)
	pdf.Interpret(content, func(stk *pdf.Stack, op string) {
		args := make([]pdf.Value, stk.Len())
		for i := len(args) - 1; i >= 0; i-- {
			args[i] = stk.Pop()
		}
		p.do(op, args)
	})
	return p.letters
}

// do obeys one operator; those that draw no text are passed over, and so are those with too few operands.
func (p *pen) do(op string, args []pdf.Value) {
	if len(args) < operands(op) {
		return
	}
	switch op {
	case "q":
		if len(p.stack) < maxDepth {
			p.stack = append(p.stack, p.state)
		}
	case "Q":
		if n := len(p.stack); n > 0 {
			p.state, p.stack = p.stack[n-1], p.stack[:n-1]
		}
	case "cm":
		p.state.ctm = asMatrix(args).mul(p.state.ctm)
	case "BT":
		p.place(move(0, 0))
	case "Tm":
		p.place(asMatrix(args))
	case "Td":
		p.place(move(args[0].Float64(), args[1].Float64()).mul(p.line))
	case "TD":
		p.state.leading = -args[1].Float64()
		p.place(move(args[0].Float64(), args[1].Float64()).mul(p.line))
	case "T*":
		p.nextLine()
	case "Tf":
		p.state.font, p.state.size = p.fontNamed(args[0].Name()), args[1].Float64()
	default:
		p.doText(op, args)
	}
}

func operands(op string) int {
	switch op {
	case "cm", "Tm":
		return 6
	case "\"":
		return 3
	case "Td", "TD", "Tf":
		return 2
	case "Tc", "Tw", "Tz", "TL", "Tj", "TJ", "'":
		return 1
	}
	return 0
}

func (p *pen) doText(op string, args []pdf.Value) {
	switch op {
	case "Tc":
		p.state.charSpace = args[0].Float64()
	case "Tw":
		p.state.wordSpace = args[0].Float64()
	case "Tz":
		p.state.scale = args[0].Float64() / 100
	case "TL":
		p.state.leading = args[0].Float64()
	case "\"":
		p.state.wordSpace, p.state.charSpace = args[0].Float64(), args[1].Float64()
		p.nextLine()
		p.show(args[2].RawString())
	case "'":
		p.nextLine()
		p.show(args[0].RawString())
	case "Tj":
		p.show(args[0].RawString())
	case "TJ":
		for i := range args[0].Len() {
			if v := args[0].Index(i); v.Kind() == pdf.String {
				p.show(v.RawString())
			} else {
				p.advance(-v.Float64() / 1000 * p.state.size * p.state.scale)
			}
		}
	}
}

func asMatrix(args []pdf.Value) (m matrix) {
	for i := range m {
		m[i] = args[i].Float64()
	}
	return m
}

func (p *pen) place(m matrix) { p.line, p.text, p.moved = m, m, true }

func (p *pen) nextLine() { p.place(move(0, -p.state.leading).mul(p.line)) }

func (p *pen) advance(x float64) { p.text = move(x, 0).mul(p.text) }

// show draws one string, code by code.
func (p *pen) show(raw string) {
	f, s := p.state.font, p.state
	if f == nil {
		return
	}
	for i := 0; i < len(raw) && len(p.letters) < p.limit; i += f.bytes {
		code := raw[i:min(i+f.bytes, len(raw))]
		width := f.width(code) / 1000 * s.size
		at := p.text.mul(s.ctm)
		end := move(width*s.scale, 0).mul(p.text).mul(s.ctm)
		size := s.size * max(abs(at[3]), abs(at[1]))
		p.letters = append(p.letters, glyph{f.decode(code), at[4], at[5], end[4] - at[4], abs(size), p.moved})
		p.moved = false
		step := width + s.charSpace
		if code == " " {
			step += s.wordSpace
		}
		p.advance(step * s.scale)
	}
}

func abs(x float64) float64 { return max(x, -x) }

// A font is what a pen needs of one: how long its codes are, what they mean and how wide they are.
type font struct {
	from  pdf.Font
	enc   pdf.TextEncoding
	bytes int
	wide  map[int]float64 // widths by code, in thousandths of the size; fonts with two-byte codes only
	usual float64
	meant map[string]string
}

func (p *pen) fontNamed(name string) *font {
	if f, ok := p.fonts[name]; ok {
		return f
	}
	from := p.page.Font(name)
	f := &font{from: from, enc: from.Encoder(), bytes: 1, meant: map[string]string{}}
	if from.V.Key("Subtype").Name() == "Type0" {
		f.bytes, f.usual = 2, 1000
		f.readWidths(from.V.Key("DescendantFonts").Index(0))
	}
	p.fonts[name] = f
	return f
}

// readWidths reads the W array: "c [w1 w2 ...]" and "first last w".
func (f *font) readWidths(v pdf.Value) {
	f.wide = map[int]float64{}
	if dw := v.Key("DW"); dw.Kind() != pdf.Null {
		f.usual = dw.Float64()
	}
	w := v.Key("W")
	for i := 0; i+1 < w.Len(); {
		first := int(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == pdf.Array {
			for k := range list.Len() {
				f.wide[first+k] = list.Index(k).Float64()
			}
			i += 2
			continue
		}
		last := min(int(w.Index(i+1).Int64()), 1<<16)
		for c := first; c <= last && i+2 < w.Len(); c++ {
			f.wide[c] = w.Index(i + 2).Float64()
		}
		i += 3
	}
}

func (f *font) width(code string) float64 {
	if f.bytes == 1 {
		return f.from.Width(int(code[0]))
	}
	if len(code) < 2 {
		return 0
	}
	if w, ok := f.wide[int(code[0])<<8|int(code[1])]; ok {
		return w
	}
	return f.usual
}

// decode reads one code; the library searches a font's table each time, so the answer is kept.
func (f *font) decode(code string) string {
	if s, ok := f.meant[code]; ok {
		return s
	}
	s := code
	if f.enc != nil {
		s = f.enc.Decode(code)
	}
	f.meant[code] = s
	return s
}
