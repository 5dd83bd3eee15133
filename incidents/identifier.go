package incidents

// Pack turns an identifier into a number that can be compared: its letters and
// digits, upper case, in base 37. It keeps twelve characters, enough for
// postcodes, LSOA codes, NHS and hospital numbers; ok is false for a longer or
// empty one, or for letters outside A to Z.
func Pack(text []byte) (key uint64, ok bool) {
	n := 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		var digit uint64
		switch {
		case c >= '0' && c <= '9':
			digit = uint64(c-'0') + 1
		case c >= 'A' && c <= 'Z':
			digit = uint64(c-'A') + 11
		case c >= 'a' && c <= 'z':
			digit = uint64(c-'a') + 11
		case c >= 0x80:
			if c == 0xc2 && i+1 < len(text) && text[i+1] == 0xa0 { // no-break space
				i++
				continue
			}
			return 0, false
		default:
			continue
		}
		if n++; n > 12 {
			return 0, false
		}
		key = key*37 + digit
	}
	return key, n > 0
}

// Unpack gives back the letters and digits that Pack put in a number.
func Unpack(key uint64) string {
	var buf [13]byte
	i := len(buf)
	for ; key > 0 && i > 0; key /= 37 {
		i--
		if d := key % 37; d <= 10 {
			buf[i] = byte('0' + d - 1)
		} else {
			buf[i] = byte('A' + d - 11)
		}
	}
	return string(buf[i:])
}

// InWords marks a key that is the number of a text: that of a postcode which is none,
// such as "no fixed abode". Twelve packed characters never reach so high.
const InWords = 1 << 63
