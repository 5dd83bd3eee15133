// Package statstest checks, for tests, that results keep the promises of
// package stats: no NaN anywhere, a reason instead of a number, limits in
// order.
package statstest

import (
	"fmt"
	"math"
	"reflect"

	"siequity/audit/stats"
)

// Faults returns what is unsound in a result: it looks into every field and
// element of v.
func Faults(v any) []string { return faults("", reflect.ValueOf(v)) }

func faults(path string, v reflect.Value) []string {
	switch known := v.Interface().(type) {
	case stats.Value:
		return valueFaults(path, known)
	case stats.Interval:
		return intervalFaults(path, known)
	}
	var out []string
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				out = append(out, faults(path+"."+f.Name, v.Field(i))...)
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			out = append(out, faults(fmt.Sprintf("%s[%d]", path, i), v.Index(i))...)
		}
	case reflect.Float64:
		if math.IsNaN(v.Float()) {
			out = append(out, path+" is not a number")
		}
	}
	return out
}

func valueFaults(path string, v stats.Value) []string {
	var out []string
	if math.IsNaN(v.V) {
		out = append(out, path+" is not a number")
	}
	if !v.OK() && v.V != 0 {
		out = append(out, path+" has both a number and a reason")
	}
	return out
}

func intervalFaults(path string, i stats.Interval) []string {
	var out []string
	if math.IsNaN(i.Lower) || math.IsNaN(i.Upper) {
		out = append(out, path+" has a limit that is not a number")
	}
	if i.OK() && i.Lower > i.Upper {
		out = append(out, fmt.Sprintf("%s is out of order: %v to %v", path, i.Lower, i.Upper))
	}
	if i.Method == "" {
		out = append(out, path+" names no method")
	}
	return out
}
