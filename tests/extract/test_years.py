from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.years import resolve_year
from schema import Span

PUBLISHED = date(2018, 5, 30)

CASES = [
    ("stated", "지난 2005년 ₁30억원을 받았다", 2005),
    ("stated-with-month", "2016년 3월 ₁30억원을 받았다", 2016),
    ("fiscal-year", "2021년도 예산 ₁5억원", 2021),
    ("half-year", "2022년 상반기 수출 ₁300만달러", 2022),
    ("short", "'18년 ₁20억원", 2018),
    ("short-curly", "’17년 ₁20억원", 2017),
    ("올해", "올해 국비 ₁10억원을 쓴다", 2018),
    ("올", "올 정부 지원 예산 ₁47억원", 2018),
    ("금년", "금년 예산은 ₁7억원", 2018),
    ("지난해", "지난해 매출 ₁100억원을 올렸다", 2017),
    ("지난해-month", "지난해 11월 ₁10억원을 받았다", 2017),
    ("작년", "작년 수출이 ₁100억원", 2017),
    ("재작년", "재작년 수출이 ₁100억원", 2016),
    ("내년", "내년 예산으로 ₁10억원을 세웠다", 2019),
    ("이듬해", "2006년 10억원, 이듬해 ₁20억원을 받았다", 2007),
    ("nearest", "매출은 2015년 100억원에서 지난해 ₁200억원으로 늘었다", 2017),
    ("shared", "올해 국비 10억원, 도비 ₁5억원을 낸다", 2018),
    ("bracket-after", "지난해까지 ₁100억원(2016년)을 썼다", 2016),
    ("directly-after", "₁100억원을 내년에 투입한다", 2019),
    ("until-year-end", "올해 말까지 ₁10억원을 집행한다", 2018),
    ("firm-then-year", "2005년 설립된 이 회사는 지난해 매출 ₁50억원을 올렸다", 2017),
    ("none", "₁10억원을 지원받는다", None),
    ("month", "지난 5월 ₁10억원을 받았다", None),
    ("bare-month", "2월에 ₁10억원을 받았다", None),
    ("until", "2010년까지 ₁199억원을 투입한다", None),
    ("from", "2019년부터 ₁30억원을 푼다", None),
    ("five-years", "5년간 총 ₁500억원을 들인다", None),
    ("coming-years", "향후 3년 동안 ₁50억원", None),
    ("from-to", "2018~2022년 ₁500억원", None),
    ("from-to-words", "올해부터 2022년까지 ₁500억원", None),
    ("from-next-year", "내년부터 3년간 ₁60억원", None),
    ("each-year", "매년 ₁10억원씩", None),
    ("decade", "2000년대 들어 ₁100억원", None),
    ("founded", "2005년 설립된 이 회사는 매출 ₁50억원을 올렸다", None),
    ("measured-by", "지난해보다 20% 늘어난 ₁100억원", None),
    ("measured-by-year", "2019년 대비 두 배인 ₁100억원", None),
    ("other-clause", "지난해 추진단을 꾸렸으며, 모두 ₁50억원을 지원받는다", None),
]


def _year(marked: str, published: date | None) -> int | None:
    start = marked.index("₁")
    text = marked.replace("₁", "")
    end = text.index("원" if "원" in text[start:] else "러", start) + 1
    return resolve_year(text, Span(start, end), Span(0, len(text)), published)


@pytest.mark.parametrize(("marked", "year"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_year_of_an_amount(marked: str, year: int | None) -> None:
    assert _year(marked, PUBLISHED) == year


def test_a_relative_year_needs_a_publication_date() -> None:
    assert _year("지난해 ₁10억원", None) is None


def test_the_sentence_before_has_no_say() -> None:
    text = "지난해는 어려웠다. 10억원을 받았다."
    start = text.index("10억")
    assert resolve_year(text, Span(start, start + 4), Span(11, len(text)), PUBLISHED) is None


@given(
    st.text(st.sampled_from("0123456789년월지난해올내~'까지부터간 ,.()") | st.characters(), max_size=80),
    st.data(),
)
def test_any_text_gives_a_year_or_none(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    year = resolve_year(text, Span(start, end), Span(0, len(text)), PUBLISHED)
    assert year is None or 1900 < year < 2200
