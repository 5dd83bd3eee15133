package layout

// A Model is a pack ready to be laid out.
type Model struct {
	Title        string // "Quality Assurance Panel pack"
	Organisation string // trust, or the name of the LMNS
	Period       string // "2026/27-Q1"
	Marking      string // protective marking, such as "OFFICIAL-SENSITIVE"; printed on every page
	Version      string // of the tool
	Pages        []Page
}

// A Page is one sheet of the workbook and one section of the web page.
type Page struct {
	ID     string // stable: "summary", "ethnicity-by-imd"; an anchor in the web page
	Sheet  string // sheet name, at most 31 characters
	Title  string
	Lead   []string // what the page says, in sentences, before any table
	Blocks []Block
}

// A Block is one part of a page: *Text, *Facts, *Table or *Chart.
type Block interface{ block() }

// Text is a heading with paragraphs under it.
type Text struct {
	Heading    string
	Paragraphs []string
}

// Facts lists labels with values, as a cover or a provenance page does. Sign
// leaves an empty, ruled value for a person to fill in.
type Facts struct {
	Heading string
	Rows    []Fact
}

// A Fact is one line of Facts.
type Fact struct {
	Label, Value string
	Sign         bool
}

// Kind says how the cells of a column are laid out.
type Kind uint8

// The kinds of column.
const (
	Words   Kind = iota // text, wrapped
	Label               // short text naming the row, bold
	Count               // whole number
	Percent             // Number is 0 to 100, shown with one decimal and %
	Rate                // Number per 1,000, one decimal
	Ratio               // two decimals
	RAG                 // red, amber, green, grey: word and colour
	Date                // Text is 2026-05-14
	Entry               // empty, for a person to fill in
)

// A Table is a heading, columns and rows, and the notes that belong under it.
// The first column names the row.
type Table struct {
	ID      string // stable: "ethnicity-by-imd"
	Title   string
	Columns []Column
	Rows    []Row
	Notes   []string
	// Heat shades counts by size, for a cross-tabulation.
	Heat bool
	// For tables.csv; Organisation and Period may be overridden by a row.
	Organisation, Period, RowBy, ColumnBy, Measure string
}

// A Column is a heading with the kind of its cells. Choices makes a dropdown of
// an Entry column.
type Column struct {
	Title   string
	Kind    Kind
	Choices []string
	// Figure marks columns whose cells are figures for tables.csv.
	Figure bool
	// Total marks a column that adds up others; Heat leaves it unshaded.
	Total bool
}

// A Row is a line of a table.
type Row struct {
	Cells []Cell
	Total bool // a margin: bold, with a rule above
	// For tables.csv, when the table spans several.
	Organisation, Period string
}

// A Cell is one value. Text is what is shown, always; Number is set beside it
// where a spreadsheet should be able to calculate with it.
type Cell struct {
	Text   string
	Number float64
	IsNum  bool
	Tone   Tone   // colour by meaning
	Link   string // ID of a page
}

// Tone is the meaning of a colour. Every tone is also said in words.
type Tone uint8

// The tones.
const (
	Plain Tone = iota
	Green
	Amber
	Red
	Grey
	Hidden // a number that may not be shown
)

// Chart kinds.
type ChartKind uint8

// The kinds of chart.
const (
	Bars    ChartKind = iota // one bar per point, clustered by series
	Stacked                  // bars whose series add up
	Lines                    // points over time, joined
	Funnel                   // points over a denominator, with limit lines
)

// A Chart is drawn natively in Excel and as SVG in the page. Points that may not
// be shown are absent from the model.
type Chart struct {
	ID, Title      string
	Kind           ChartKind
	XTitle, YTitle string   // with the unit
	Alt            string   // what the chart shows, in words
	X              []string // of a funnel, the denominators: "1,250"
	Series         []Series
	Notes          []string
	// Names of the points of a funnel, one per X, for its table.
	Names []string
}

// A Series has one value per X.
type Series struct {
	Name   string
	Points []Point
	Limit  bool // a centre line or control limit: drawn thin, without markers
}

// A Point is a value, or a gap. Hollow marks an incomplete period.
type Point struct {
	Value  float64
	Gap    bool
	Hollow bool
}

func (*Text) block()  {}
func (*Facts) block() {}
func (*Table) block() {}
func (*Chart) block() {}

// Say makes a cell of text.
func Say(text string) Cell { return Cell{Text: text} }
