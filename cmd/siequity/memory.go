package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// A run lives for seconds and keeps a million small records. Collecting more often
// than Go's default halves the memory of a large one; but while all lies within
// roomy there is no memory to be saved, and to collect at all is a waste of time.
const (
	roomy  = 200 << 20
	growth = 20 // per cent of what is kept, in a large run
	least  = 4 << 20
)

// collectLate makes the collector wait until the memory is no longer roomy, and
// settles anew after each collection how long to wait for the next.
func collectLate() {
	debug.SetGCPercent(percent(least))
	watchCollections()
}

// watchCollections lets a thing that nobody holds tell when it is collected.
func watchCollections() {
	runtime.AddCleanup(new(*byte), func(struct{}) {
		debug.SetGCPercent(percent(kept()))
		watchCollections()
	}, struct{}{})
}

// percent returns by how much the memory may grow beyond what is kept.
func percent(kept uint64) int {
	kept = max(kept, least)
	if kept >= roomy {
		return growth
	}
	return max(growth, int((roomy-kept)*100/kept))
}

// kept returns what the last collection left alive.
func kept() uint64 {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	return live[0].Value.Uint64()
}
