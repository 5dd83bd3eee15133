package layout

import "io"

// HTML writes the model as one self-contained page.
func HTML(w io.Writer, m Model) error {
	_, err := io.WriteString(w, "<!doctype html><title>"+m.Title+"</title>")
	return err
}
