package export

import "context"

func newPage(f *File, enc *encoding) *Table {
	return &Table{File: f.Name, encoding: enc, source: page{}}
}

type page struct{}

func (page) blocks(context.Context, Range, func(block) error) error {
	return Fault{ID: "export/web-page", What: "this is a web page", Hint: "open it in Excel and save it as .xlsx"}
}
