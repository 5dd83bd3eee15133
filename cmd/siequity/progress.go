package main

import (
	"fmt"
	"io"
	"sync/atomic"
	"time"
)

// progress shows on a terminal how many rows were read; elsewhere nothing.
type progress struct {
	out    io.Writer
	on     bool
	rows   atomic.Int64
	file   atomic.Value
	ticker *time.Ticker
	done   chan struct{}
}

func (c *command) progress() *progress {
	p := &progress{out: c.err, on: !c.quiet && isTerminal(c.err), done: make(chan struct{})}
	p.file.Store("")
	if p.on {
		p.ticker = time.NewTicker(200 * time.Millisecond)
		go p.draw()
	}
	return p
}

func (p *progress) draw() {
	for {
		select {
		case <-p.done:
			return
		case <-p.ticker.C:
			fmt.Fprintf(p.out, "\r\x1b[K%s: %s rows", p.file.Load(), thousands(int(p.rows.Load())))
		}
	}
}

// Reading is told which sheet is read next.
func (p *progress) Reading(file, sheet string) {
	if sheet != "" {
		file += " / " + sheet
	}
	p.file.Store(file)
}

// Rows is told how many rows have been read.
func (p *progress) Rows(n int) { p.rows.Add(int64(n)) }

// Done is told that a step is over.
func (p *progress) Done(string) {}

func (p *progress) stop() {
	if p.on {
		p.ticker.Stop()
		close(p.done)
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}
