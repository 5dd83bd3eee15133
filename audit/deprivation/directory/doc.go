// Package directory finds postcodes in a postcode directory: the ONS Postcode
// Directory, the National Statistics Postcode Lookup or the NHS gridall, as csv or
// inside the zip it is published in.
//
//  1. Open reads the first lines only and says which column holds what.
//  2. Scan passes over the whole file once, on all cores, and keeps the rows whose
//     postcode is in a Set. Nothing is written and no index is built.
//
// Note: encoding/csv takes ten times as long, since it copies all of 55 columns of
// 2.7 million rows of which a few thousand are wanted; a database or a sorted index
// would be one more file to keep and to grow stale.
package directory
