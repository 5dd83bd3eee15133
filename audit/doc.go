// Package audit runs the whole audit: exports in, a result out that every report
// is made of. [Run] shows the way of the data on one page:
//
//  1. open: each file is opened and each of its tables recognised;
//  2. read: rows stream past on all cores and become small records; free text is
//     heard and let go;
//  3. merge and scope: rows of one record join, repeats and records out of scope
//     are set aside with the reason;
//  4. classify: ethnicity, language, harm, theme and deprivation get their
//     meaning, once per distinct value, and what people decided stands over it;
//  5. link: records that tell of one event become a case;
//  6. evaluate: every rule gives its verdict on every record;
//  7. measure: verdicts and cases are counted.
//
// The order in which files are given decides nothing: they are read by source and
// name, and a case counts under what its records say.
//
// No step reaches back. Disclosure control and layout come after Run, in
// [Pack], because the trust's own worklist needs neither.
package audit
