"""Whether a sum said again is the same: 1천630억원 twice is, 100억원 twice is not; where headlines end."""

import re

from schema import Span

# With so many digits the same number is no coincidence; on all gold no two sums of three shared one.
TELLING = 3
NEAR = 30
END = re.compile(r"[.!?\n]")
WORD = re.compile(r"[가-힣A-Za-z]{2,}")
PARTICLE = re.compile(
    r"(?<=..)(?:으로부터|에서는|으로|에서|에게|까지|부터|이라고|이며|[은는이가을를의에와과도로])$"
)
# A line of the body before its first sentence is a headline still: a second title, a summary.
LONGEST_HEADLINE = 60
MOST_HEADLINES = 4
SENTENCE = re.compile(r"(?:다|요|죠|까)[.?!]|[.?!][\"”’']?$")
# Words that stand beside any sum.
_COMMON = (
    "투자|투입|지원|규모|사업|업체|기업|올해|지난해|내년|부지|모두|이상|이하|들여|위해|대해|통해|확보"
    "|억원|만원"
)
COMMON = re.compile(rf"(?:{_COMMON})[가-힣]{{0,3}}")


def tells_again(text: str, first: Span, second: Span, *, value: int) -> bool:
    """Tell whether the second place says the first one's sum again: by its digits, or the words around."""
    if len(str(value).rstrip("0")) >= TELLING:
        return True
    return not _words(text, first).isdisjoint(_words(text, second))


def _words(text: str, span: Span) -> set[str]:
    before = END.split(text[max(0, span.start - NEAR) : span.start])[-1]
    after = END.split(text[span.end : span.end + NEAR // 2])[0]
    near = (*WORD.findall(before)[-3:], *WORD.findall(after)[:2])
    return {PARTICLE.sub("", word) for word in near if not COMMON.fullmatch(word)}


def headlines_end(text: str, body_start: int) -> int:
    """Return where the headlines end: at the body, or after short lines of it that are no sentences."""
    end = body_start
    for _ in range(MOST_HEADLINES):
        line_end = text.find("\n", end)
        line = text[end:line_end] if line_end >= 0 else ""
        if not line.strip() or len(line) > LONGEST_HEADLINE or SENTENCE.search(line):
            break
        end = line_end + 1
    return end
