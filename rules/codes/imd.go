package codes

// IMDKind says what the numbers of a deprivation column count.
type IMDKind string

// The kinds. A score cannot be turned into a band: many areas share one.
const (
	IMDUnknown  IMDKind = ""
	IMDDecile   IMDKind = "decile"
	IMDQuintile IMDKind = "quintile"
	IMDRank     IMDKind = "rank"
	IMDScore    IMDKind = "score"
)

// IMDDirection says which end 1 is.
type IMDDirection string

// The directions. National indices have 1 as the most deprived; exports and studies often turn it round.
const (
	DirectionUnknown   IMDDirection = ""
	OneIsMostDeprived  IMDDirection = "1 = most deprived"
	OneIsLeastDeprived IMDDirection = "1 = least deprived"
)

// IMDStatus says whether one cell gave a value.
type IMDStatus string

// The statuses of a cell.
const (
	IMDGiven   IMDStatus = "value_given"
	IMDMissing IMDStatus = "missing"
	IMDInvalid IMDStatus = "invalid"
)

// IMDValue is what one cell of a deprivation column means. Decile and Quintile have 1 as the most deprived whatever the
// column's own direction, and are 0 where not known: a quintile never becomes a decile.
type IMDValue struct {
	Raw      string
	Status   IMDStatus
	Decile   int // 1 to 10, or 0
	Quintile int // 1 to 5, or 0
	Rank     int // national rank, 1 = most deprived, or 0
	Why      string
}

// Decile returns the decile (1 = most deprived) of a national rank among n areas: ceil(10 x rank / n) in whole numbers,
// which reproduces every published English decile of 2015, 2019 and 2025. It returns 0 when rank is not in 1..n.
func Decile(rank, n int) int {
	if rank < 1 || rank > n {
		return 0
	}
	return (10*rank + n - 1) / n
}

// Quintile returns the quintile of a decile, both with 1 as the most deprived, or 0 when decile is not in 1..10.
func Quintile(decile int) int {
	if decile < 1 || decile > 10 {
		return 0
	}
	return (decile + 1) / 2
}
