// Package fieldbook owns the fields that rules may name, and what they see of a record.
//
//  1. [New] numbers the fields: those of the exports, with codes and answers brought to
//     one wording, and those that the audit works out.
//  2. [Book.TakeRegisters] adds what the hand-kept registers say of single cases, for
//     every record of the case. Several lines about one case are put together. Until a
//     register is given its fields have no data.
//  3. Rules look at one record with [Book.Of], or with a [Recaller] at one after
//     another: it reads each field of a record once.
//
// The value of a field that identifies somebody is never shown to a rule.
package fieldbook
