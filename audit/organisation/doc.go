// Package organisation owns which names mean one organisation, and the name under
// which it is shown.
//
//  1. [New] takes what siequity.yaml says: names and codes that mean the same.
//  2. [Names.Survey] looks for the codes of trusts, so that their sites are known.
//  3. Rows are merged by [Names.Owner]; each record is then counted by [Names.Note].
//  4. [Names.Settle] chooses the spelling shown, the commonest, and numbers
//     organisations and quarters in the order of their names.
//  5. [Names.Findings] tells what was taken for one without being stated.
//
// No code is matched with a name by guessing.
package organisation
