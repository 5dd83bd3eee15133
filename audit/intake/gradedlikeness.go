package intake

import (
	"regexp"
	"strings"

	"siequity/rules/codes"
)

// graded lists what is known by its values only under a heading that has a word of it: "Severe" may be a diagnosis, and
// 3 anything.
func graded() []likeness {
	under := func(words *regexp.Regexp) func(string) bool {
		return func(heading string) bool { return words.MatchString(heading) && !otherMatter.MatchString(heading) }
	}
	return []likeness{
		{"degrees of harm", []string{"harm"}, func(s string) bool { return codes.Harm(s, codes.HarmWords).Level.Known() }, under(regexp.MustCompile(`\b(harm\w*|severity|injury|impact)\b`))},
		{"languages", []string{"language"}, func(s string) bool { return codes.Language(s).Status == codes.LanguageValid }, under(regexp.MustCompile(`\b(languages?|lang|tongue)\b`))},
		{"deprivation", []string{"imd"}, tenth.MatchString, under(regexp.MustCompile(`\b(imd|iod|depriv\w*|decile|quintile)\b`))},
		{"approvals", []string{"approval", "status"}, approvalLike.MatchString, under(regexp.MustCompile(`\b(approv\w*|status|state|stage|workflow)\b`))},
		{"organisations", []string{"organisation"}, trustLike.MatchString, under(regexp.MustCompile(`\b(trust|organi[sz]ation|org|provider)\b`))},
		{"specialties", []string{"specialty"}, func(s string) bool { return careLike.MatchString(strings.ToLower(s)) }, under(regexp.MustCompile(`\b(special\w*|treatment function|discipline)\b`))},
	}
}

var (
	// otherMatter are words of headings over grades and states of something else.
	otherMatter  = regexp.MustCompile(`\b(potential|worst|expected|anticipated|likely|risk|psychological|staff|interpreter|partner|father|gp|practice|ward|hospital|marital|candour|action|actions|smoking|employment|referr\w*|other)\b`)
	tenth        = regexp.MustCompile(`^(?:10|[1-9])$`)
	approvalLike = regexp.MustCompile(`(?i)\b(reject\w*|approved|duplicate|de-?logged|being reviewed|in[- ]holding|awaiting (?:final )?approval)\b`)
	trustLike    = regexp.MustCompile(`(?i)\bNHS\b.*\btrust\b|\bfoundation trust\b`)
	careLike     = regexp.MustCompile(`\b(obstetrics?|maternity|midwifery|neonat\w+|gynaecology|cardiology|paediatrics|orthopaedics|general surgery|general medicine)\b`)
)
