package record

import "sync"

// Share parts n things among workers and waits for all. Each gets its own number.
func Share(n, workers int, work func(worker, from, to int)) {
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() { work(w, n*w/workers, n*(w+1)/workers) })
	}
	wg.Wait()
}
