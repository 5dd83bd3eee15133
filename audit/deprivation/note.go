package deprivation

import "strings"

// Note is a set of things to be wary of, or reasons why no place is given.
type Note uint32

const (
	NoteTerminated      Note = 1 << iota // postcode no longer in use
	NoteLargeUser                        // one large user: often a hospital's own postcode
	NoteNoGrid                           // no grid reference, so no area
	NoteWeakGrid                         // the point is a sector mean or of before November 2000
	NoteRepaired                         // a letter was read as a digit or the other way round
	NoteCarried                          // IMD 2019 carried forward to an area of 2021
	NoteParentsDiffer                    // its parents of 2011 lie in different deciles
	NoteOtherCensus                      // the code belongs to the other census's list
	NoteCensusUnsure                     // in no list at hand; may be of the other census, or mistyped
	NoteNoTable                          // no index of this vintage was given
	NoteNoDirectory                      // no postcode directory was given or read
	NoteManyRepairs                      // more than one repaired form exists
	NoteManyRows                         // the directory holds two different areas for the postcode
	NoteInward                           // the last two letters hold one that postcodes do not use
	NoteSourcesDiffer                    // the export's own value differs from its postcode's or LSOA's
	NoteNoCode                           // a code of another kind of area (district, MSOA, ward)
	NoteNoVintageColumn                  // the directory lacks the LSOA column that this vintage needs
	NotePseudo                           // a pseudo postcode, not an address
	NotePseudoArea                       // a pseudo code such as E99999999, not an area
	NoteColumnsDiffer                    // two deprivation columns of the export differ
	noteEnd
)

// The order is that of the constants above.
var noteWords = []string{
	"postcode no longer in use",
	"postcode of one large user, such as a hospital or a post box; is it the family's address?",
	"postcode without a grid reference",
	"postcode with a weak grid reference",
	"postcode repaired: a letter and a digit had been confused",
	"IMD 2019 carried forward from the 2011 area to the 2021 area",
	"the 2011 areas that became this one lie in different deciles",
	"the LSOA code belongs to the other census than this vintage needs",
	"the LSOA code is in no list at hand: it may be of another census, or mistyped",
	"no index of this vintage was given",
	"no postcode directory was given",
	"more than one repair of the postcode exists",
	"the postcode directory gives two different areas",
	"the last two letters of the postcode hold one that is not in use",
	"the export's own value differs from the one that its postcode or LSOA gives",
	"the code is of another kind of area, not an LSOA",
	"the postcode directory has no column for the LSOAs of this vintage",
	"pseudo postcode",
	"an LSOA code that stands for none (pseudo code)",
	"two deprivation columns of the export differ",
}

// Words gives the words of each note in the set, in a fixed order.
func (n Note) Words() []string {
	var words []string
	for i, w := range noteWords {
		if n&(1<<i) != 0 {
			words = append(words, w)
		}
	}
	return words
}

// String joins the words with semicolons.
func (n Note) String() string { return strings.Join(n.Words(), "; ") }
