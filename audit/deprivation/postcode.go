package deprivation

import (
	"strings"

	"siequity/audit/deprivation/area"
	"siequity/audit/deprivation/directory"
	"siequity/rules/codes"
)

// Add reads one postcode cell, remembers what has to be looked up, and gives the
// key to ask with after Resolve. Nothing of the text itself is kept.
func (w *Wanted) Add(raw string) Key {
	r := codes.Postcode(raw)
	switch r.Status {
	case codes.PostcodeOK:
		return w.addFull(r)
	case codes.PostcodeInvalid:
		return w.addRepairable(r)
	case codes.PostcodePartial:
		return keyOf(kindPartial, 0)
	case codes.PostcodeNoFixedAbode:
		return keyOf(kindNoFixedAbode, 0)
	case codes.PostcodeAddressNotKnown:
		return keyOf(kindNotKnown, 0)
	case codes.PostcodeOverseas:
		return keyOf(kindOverseas, 0)
	case codes.PostcodeOtherNation:
		return keyOf(kindOtherNation, packed(nationOf(raw)))
	}
	return keyOf(kindBlank, 0)
}

func (w *Wanted) addFull(r codes.PostcodeReading) Key {
	k := keyOf(kindPostcode, directory.Pack([]byte(r.Normal)))
	if strings.ContainsAny(r.Normal[len(r.Normal)-2:], "CIKMOV") {
		k = keyOf(kindInward, k.packed())
	}
	w.want(k, packAll(r.Repairs))
	return k
}

// addRepairable keys a text that is no postcode by what it may stand for.
func (w *Wanted) addRepairable(r codes.PostcodeReading) Key {
	if len(r.Repairs) == 0 {
		return keyOf(kindInvalid, 0)
	}
	forms := packAll(r.Repairs)
	hash := packed(0)
	for _, f := range forms {
		hash = (hash ^ f) * 0x9E3779B97F4A7C15
	}
	k := keyOf(kindInvalid, hash>>8|1)
	w.want(k, forms)
	return k
}

func packAll(forms []string) []packed {
	var list []packed
	for _, f := range forms {
		list = append(list, directory.Pack([]byte(f)))
	}
	return list
}

// nationOf tells the nation of a pseudo postcode, or of a nation named in words.
func nationOf(raw string) area.Nation {
	text := strings.ToUpper(strings.TrimSpace(raw))
	switch {
	case strings.HasSuffix(text, "3GZ"), strings.HasPrefix(text, "WAL"):
		return area.Wales
	case strings.HasSuffix(text, "1WZ"), strings.HasPrefix(text, "SCO"):
		return area.Scotland
	case strings.HasSuffix(text, "2WZ"), strings.HasPrefix(text, "NOR"):
		return area.NorthernIreland
	}
	return 0
}
