// Package calendar owns days and the working days of England.
//
// A clock in a rule runs between two civil dates, so a [Day] has no time of
// day and no time zone: an export that says 14/05/2026 means that day wherever
// it is read.
//
//  1. A [Day] is whole days since 1 January 1970; AddMonths moves by calendar
//     months and stops at the end of a shorter month.
//  2. A [Calendar] knows weekends and bank holidays for a run of whole years.
//     England's years 2015 to 2028 are built in; a pack may add later ones.
//  3. A question about a day outside those years has no answer, and says so,
//     rather than pretending that the year has no bank holidays.
package calendar
