package area

// Nation is the country of the address, by the first letter of its codes.
type Nation byte

// The nations of a postcode directory.
const (
	England         Nation = 'E'
	Wales           Nation = 'W'
	Scotland        Nation = 'S'
	NorthernIreland Nation = 'N'
	ChannelIslands  Nation = 'L'
	IsleOfMan       Nation = 'M'
)

// String names the nation; it is empty where none is known.
func (n Nation) String() string {
	switch n {
	case England:
		return "England"
	case Wales:
		return "Wales"
	case Scotland:
		return "Scotland"
	case NorthernIreland:
		return "Northern Ireland"
	case ChannelIslands:
		return "Channel Islands"
	case IsleOfMan:
		return "Isle of Man"
	}
	return ""
}
