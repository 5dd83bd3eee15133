// Package cover chooses the cheapest things to hide such that a set of
// conditions holds, each of which asks for enough of some of them. It is the
// set-covering half of complementary suppression and knows nothing of tables.
package cover
