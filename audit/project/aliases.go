package project

import (
	"fmt"

	"siequity/incidents/field"
	"siequity/rules/document"
)

// aliases reads a mapping of a trust's name to its other names.
func aliases(o *document.Object) map[string][]string {
	if o == nil {
		return nil
	}
	m := map[string][]string{}
	whose := map[string]string{} // folded name to the name that it is shown as
	for _, k := range o.Keys() {
		claim(o, whose, k, k)
	}
	for _, k := range o.Keys() {
		m[k] = o.Texts(k)
		for _, name := range m[k] {
			claim(o, whose, name, k)
		}
	}
	o.Close()
	return m
}

// claim faults a name that stands under two trusts: its records would belong to
// either, and which one must not be left to chance.
func claim(o *document.Object, whose map[string]string, name, shown string) {
	key := field.Fold(name)
	if other, taken := whose[key]; taken && other != shown {
		o.Fault(shown, fmt.Sprintf("%s is also a name of %s", name, other), "keep it under the trust that it means")
		return
	}
	whose[key] = shown
}
