package report

import (
	"io"

	"siequity/audit"
	"siequity/audit/report/layout"
)

// Worklist writes one line for each record and reason to mend.
func Worklist(w io.Writer, r *audit.Result) error {
	return layout.Workbook(w, layout.Model{Pages: []layout.Page{{Sheet: "Worklist"}}})
}
