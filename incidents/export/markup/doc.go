// Package markup scans XML where it lies: tags, attributes and text as parts of one slice of bytes, nothing copied.
//
//  1. Next finds the next tag, stepping over comments, CDATA and processing instructions.
//  2. Tag.Attr reads one attribute, Attributes all of them one after another.
//  3. TextEnd finds where the text after a tag ends, AppendText decodes it.
//  4. Blocks cuts a document too long for memory between elements of one name, for others to scan piece by piece.
//
// It does not check that the text is well formed: a tag is what begins with < and ends with > outside quotes. Names are
// local, without prefix. Document types are never read, so no entity but XML's own five and the numbered ones exists.
//
// Note: encoding/xml would be the short way. Over the sheet and shared texts of a workbook of two million cells its raw
// tokens alone take some three seconds, most of it copying and checking names that the sheet repeats for every cell.
package markup
