// Package audit runs the whole audit: exports in, a result out that every report
// is made of. [Run] shows the way of the data on one page, and each step has its room:
//
//  1. open: each file is opened and each of its tables recognised (intake);
//  2. read: rows stream past on all cores and become small records (intake); free
//     text is heard and let go (evidence);
//  3. merge and scope: rows of one record join, repeats and records out of scope
//     are set aside with the reason; organisations get the name under which they are
//     shown (organisation), and dates that cannot be are found (dates);
//  4. classify: ethnicity, language, harm and theme get their meaning, once per
//     distinct value (reading), what people decided stands over it (decision), and
//     families get their place on the index of deprivation (place);
//  5. link: records that tell of one event become a case (cases);
//  6. evaluate: every rule gives its verdict on every record (count), which it sees
//     by its fields (fieldbook);
//  7. measure: verdicts and cases are counted (count).
//
// All steps work on a record (record) and give their findings (finding). This package
// puts them in order, and tells of what only the whole run shows: rows that disagree,
// sheets, how well fields are filled.
//
// The order in which files are given decides nothing: they are read by source and
// name, and a case counts under what its records say.
//
// No step reaches back. Disclosure control and layout come after Run, in
// siequity/audit/report, because the trust's own worklist needs neither.
package audit
