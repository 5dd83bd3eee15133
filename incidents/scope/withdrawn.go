package scope

import (
	"regexp"
	"slices"
	"strings"

	"siequity/incidents"
)

// withdrawing is a field that may say that a record no longer counts.
type withdrawing struct {
	field int
	read  func(text, source string) incidents.Left
}

func withdrawals(c *incidents.Catalogue) [3]withdrawing {
	return [3]withdrawing{{c.Index("approval"), withdrawal}, {c.Index("status"), withdrawal}, {c.Index("accepted"), refusal}}
}

// withdrawn reads approval, status and acceptance: rejected, duplicate, de-logged,
// not accepted. Each text of a sheet is read once.
func (j *judge) withdrawn(rec *incidents.Record, note *sheetNote) incidents.Left {
	for i, w := range j.withdrawing {
		n, state := rec.TextNumber(w.field)
		if state != incidents.Present {
			continue
		}
		l, known := note.withdrawn[i][n]
		if !known {
			l = w.read(j.texts.Text(n), rec.Source())
			note.withdrawn[i][n] = l
		}
		if l != incidents.Used {
			return l
		}
	}
	return incidents.Used
}

// withdrawal reads a status phrase by phrase: "Closed - delogged" is two phrases.
// What stands in brackets explains what stands outside, so "Finally approved
// (rejected by CQC)" is approved. What is only asked for has not been done:
// "De-log requested", "Awaiting de-log", "Possible duplicate".
func withdrawal(text, source string) incidents.Left {
	for i, phrase := range phrases(text) {
		if i == 0 && approved(phrase) {
			return incidents.Used
		}
		if l := withdrawnPhrase(strings.Fields(phrase), source); l != incidents.Used {
			return l
		}
	}
	return incidents.Used
}

func approved(phrase string) bool {
	return strings.HasPrefix(phrase, "approved") || strings.HasPrefix(phrase, "final approv") || strings.HasPrefix(phrase, "finally approv")
}

// refusal reads whether a programme took the case: a no, or the words of a status.
func refusal(text, source string) incidents.Left {
	first := phrases(text)
	if len(first) == 0 || unsettled(strings.Fields(strings.Join(first, " "))) {
		return incidents.Used
	}
	switch first[0] {
	case "n", "no", "false", "0":
		return incidents.NotAccepted
	}
	if rest, ok := strings.CutPrefix(first[0], "no "); ok && rest != "answer" && rest != "reply" {
		return incidents.NotAccepted
	}
	return withdrawal(text, source)
}

// phrases cuts a status into phrases of lower-case words, without what stands in
// brackets unless nothing stands outside them.
func phrases(text string) []string {
	s := strings.ToLower(text)
	if outside := outsideBrackets(s); strings.TrimSpace(outside) != "" {
		s = outside
	}
	s = strings.NewReplacer("n/a", "applicable", " - ", "|", "\u2013", "|", "\u2014", "|", ";", "|", ",", "|", ":", "|", "/", "|", ".", "|", "?", " unsure ", "n't", " not").Replace(s)
	var out []string
	for _, p := range strings.Split(s, "|") {
		words := strings.FieldsFunc(p, func(c rune) bool { return c != '\'' && (c < 'a' || c > 'z') && (c < '0' || c > '9') })
		if len(words) > 0 {
			out = append(out, strings.Join(words, " "))
		}
	}
	return out
}

func outsideBrackets(s string) string {
	var b strings.Builder
	depth := 0
	for _, c := range s {
		switch {
		case c == '(' || c == '[':
			depth++
		case c == ')' || c == ']':
			depth = max(depth-1, 0)
		case depth == 0:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// withdrawnPhrase reads one phrase, past words that only name what it speaks of. A
// phrase counts from its beginning: "not rejected" and "to be rejected" begin otherwise.
func withdrawnPhrase(words []string, source string) incidents.Left {
	for len(words) > 1 && slices.Contains(leading, words[0]) {
		words = words[1:]
	}
	if unsettled(words) {
		return incidents.Used
	}
	s := strings.Join(words, " ") + " "
	for _, l := range withdrawnWords {
		for _, phrase := range l.phrases {
			rest, ok := strings.CutPrefix(s, strings.TrimSuffix(phrase, "$")+" ")
			switch {
			case !ok, l.sources != "" && !strings.Contains(l.sources, source), rest != "" && strings.HasSuffix(phrase, "$"):
			case l.left == incidents.DeLogged && refusedTail.MatchString(rest), strings.HasPrefix(rest, "not agreed"), strings.HasPrefix(rest, "not approved"):
				return incidents.Used
			default:
				return l.left
			}
		}
	}
	return incidents.Used
}

// refusedTail finds that a de-logging asked for was not granted.
var refusedTail = regexp.MustCompile(`^(request )?(was )?(rejected|declined|refused|denied|not granted|not accepted)`)

var leading = strings.Fields("the a si sui sui's mnsi hsib steis datix referral referred case incident record form report status investigation entry closed close now as and is was has been have finally subsequently later since application")

// unsettled reports a phrase that speaks of something not done, or undone.
func unsettled(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		return w == "unsure" || slices.ContainsFunc(unsettledStems, func(stem string) bool { return strings.HasPrefix(w, stem) })
	})
}

var unsettledStems = strings.Fields("request await pending propos possib potential considered being under applied appeal overturn reinstat reopen undecided tbc unknown yet applicable check submitted suggested recommended")

// withdrawnWords lists the phrases that a status begins with, and the sources in
// which they mean that the record no longer counts. One that ends in "$" must be all
// of the phrase.
var withdrawnWords = []struct {
	left    incidents.Left
	sources string // empty: all
	phrases []string
}{
	{incidents.Duplicate, "", []string{"duplicate", "duplicates", "duplicated", "duplication", "dup", "dupe"}},
	{incidents.Rejected, "", []string{"reject", "rejected", "rejection", "rejects"}},
	{incidents.DeLogged, "", []string{"de log", "de logged", "delog", "delogged", "de logging", "delogging", "de escalate", "de escalated", "de escalation", "deescalated", "withdrawn", "downgraded", "downgrade"}},
	{incidents.NotAccepted, "mnsi", []string{"not accepted", "unaccepted", "declined", "decline", "family declined", "family refused", "family did not consent", "family does not consent", "parents declined", "mother declined", "consent declined", "consent refused",
		"consent not given", "no consent", "no family consent", "did not meet", "does not meet", "do not meet", "not meeting", "not met criteria", "criteria not met", "criterion not met", "outside criteria", "out of criteria", "outside of criteria", "not eligible", "ineligible",
		"not progressed", "not progressing", "not progress", "not taken forward", "not for investigation", "not investigated", "no investigation", "not proceeding", "not proceeded", "returned to trust", "returned to the trust", "returned$", "refused", "out of scope", "not in scope"}},
	{incidents.Duplicate, "datix", []string{"merged", "merged with", "merged into"}},
	{incidents.DeLogged, "steis datix mnsi", []string{"deleted", "delete", "cancelled", "canceled", "void", "voided", "removed$", "removed from steis", "removed from datix", "removed from the system", "removed by", "withdrawal$", "case withdrawal$", "entered in error", "created in error", "logged in error", "reported in error", "raised in error", "added in error", "test record", "test entry", "test incident", "test case", "test only", "test$"}},
	{incidents.DeLogged, "steis", []string{"not an si", "not si", "not a si", "no longer an si", "no longer a si", "not a serious incident", "no longer a serious incident", "not reportable", "stood down", "stand down"}},
	{incidents.Rejected, "datix", []string{"not an incident", "no incident", "not a reportable incident", "not reportable", "invalid$"}},
}
