import pytest

from extract.retellings import headlines_end, tells_again
from schema import Span

CASES = [
    ("many-digits", "나주시는 ₁1630억원을 들인다. 다온읍은 돈 ₂1630억원을 쓴다", 163_000_000_000, True),
    ("same-words", "국비 ₁70억원을 땄다. 시는 국비 ₂70억원으로 길을 닦는다", 7_000_000_000, True),
    ("same-word-after", "₁50억원 펀드를 만든다. 이 ₂50억원의 펀드는 작다", 5_000_000_000, True),
    ("two-firms", "가온텍은 ₁80억원을 투자해 짓는다. 나래켐도 ₂80억원을 투자해 옮긴다", 8_000_000_000, False),
    ("two-things", "김해가 ₁40억원을 모았다. 배터리 업체는 ₂40억원을 들인다", 4_000_000_000, False),
]


@pytest.mark.parametrize(
    ("marked", "value", "same"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_whether_a_sum_is_told_again(marked: str, value: int, same: bool) -> None:
    text = marked.replace("₁", "").replace("₂", "")
    first, second = marked.index("₁"), marked.index("₂") - 1
    spans = [Span(start, text.index("원", start) + 1) for start in (first, second)]
    assert tells_again(text, *spans, value=value) is same


HEADLINES = [
    ("second-title", "제목\n수출 7천만弗\n나주산단은 크다.\n", "수출 7천만弗\n"),
    ("none", "제목\n나주산단은 크다.\n수출 7천만弗\n", ""),
    ("the-last-line-is-body", "제목\n수출 7천만弗", ""),
    ("empty-line", "제목\n\n나주산단은 크다.", ""),
]


@pytest.mark.parametrize(
    ("text", "head"), [case[1:] for case in HEADLINES], ids=[case[0] for case in HEADLINES]
)
def test_where_headlines_end(text: str, head: str) -> None:
    assert text[3 : headlines_end(text, 3)] == head
