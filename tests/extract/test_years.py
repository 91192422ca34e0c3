import re
import time
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
    ("올들어", "올들어 ₁10억원을 썼다", 2018),
    ("올-half", "올 상반기 ₁10억원을 썼다", 2018),
    ("year-end", "지난해 말 현재 매출 ₁10억원", 2017),
    ("short-dotted", "‘17.6월 매출 ₁10억원", 2017),
    ("fiscal", "2016회계연도 매출 ₁10억원", 2016),
    ("months-of-a-year", "2017년 1-6월 수출 ₁10억원", 2017),
    ("months-from-to", "올 1월부터 4월까지 수출 ₁10억원", 2018),
    ("month-after-topic", "올해는 4월까지 벌써 ₁11억원어치를 팔았다", 2018),
    ("same-season", "지난해 같은 기간 ₁90억원보다 늘었다", 2017),
    ("same-season-bracket", "올해 매출은 100억원으로 지난해 같은 기간(₁90억원)보다 늘었다", 2017),
    ("after-same-season", "올해 매출은 지난해 같은 기간(90억원)보다 많은 ₁100억원", 2018),
    ("전년", "지난해 매출 60억원은 전년 ₁30억원의 두 배다", 2016),
    ("다음해", "2006년 10억원, 그 다음해 ₁20억원을 받았다", 2007),
    ("next-year's-budget", "새해 예산은 ₁20억원", 2018),
    ("spent-on-another", "올해 매출은 지난해 38억원에서 ₁50억원으로 늘 전망이다", 2018),
    ("spent-in-a-bracket", "내년 예산은 올해(35억원)의 2배인 ₁70억원", 2019),
    ("topic-over-a-change", "올해는 한도가 5억원에서 ₁8억원으로 오른다", 2018),
    ("bracket-closed", "가나테크(2016년 매출 30억원)는 ₁10억원을 투자했다", None),
    ("described", "지난해 사업에 참여했던 가나테크는 ₁10억원을 벌었다", None),
    ("described-sum", "지난해 지원했던 예산은 ₁10억원이다", 2017),
    ("cumulated", "지난해 38억원을 더한 누적 투자금은 ₁210억원", None),
    ("cumulated-in-a-year", "지난해 12월까지 누적 수출은 ₁210억원", None),
    ("cumulated-this-year", "올해 9월까지 누적 수주액은 ₁210억원", 2018),
    ("cumulated-at-once", "지난해 누적 수출액은 ₁210억원", 2017),
    ("fair", "전시회(KIMES 2007)에서 ₁20억원의 상담을 했다", 2007),
    ("fair-quoted", "‘2016 나주포럼’에서 ₁20억원의 계약을 맺었다", 2016),
    ("a-plan-is-no-fair", "비전 2030에 ₁20억원을 쓴다", None),
    ("level", "내년까지 예산을 ₁62억원으로 늘린다", 2019),
    ("no-level", "내년까지 ₁62억원을 투자한다", None),
    ("beginning-of-payments", "내년부터 청년에게 월 ₁10만원을 준다", 2019),
    ("this-year-and-before", "올해까지 ₁60억원을 들였다", None),
    ("until-now", "지난해 7월 지정된 뒤 지금까지 ₁60억원을 썼다", None),
    ("short-from-to", "5년(‘22~’26) 동안 ₁60억원을 쓴다", None),
    ("one-clause-after-another", "올해 협약식을 갖고 ₁18억원을 투입하기로 했다", 2018),
    ("another-subject", "지난해 추진단을 꾸렸고 나주시는 ₁18억원을 낸다", None),
    ("share", "올해 예산은 80억원이다. 이 가운데 ₁30억원은 도비다", 2018),
    ("rest", "지난해 80억원을 썼다. 나머지 ₁30억원은 남았다", 2017),
    ("by-complex", "지난해 생산액은 90억원이었다. 단지별로는 나주산단이 ₁30억원", 2017),
    ("next-indicator", "지난해 생산액은 90억원이었다. 수출은 ₁30억원", 2017),
    ("this-period", "올해 1분기 동향을 내놨다. 이 기간 생산액은 ₁30억원", 2018),
    ("compared", "지난해 90억원을 끌어왔다. 목표인 ₁30억원의 3배다", 2017),
    ("difference", "내년 예산은 90억원이다. 올해보다 ₁30억원 많은 액수다", 2019),
    ("nominal-sentence", "회사를 차린 것은 2005년. 모은 돈은 ₁2억원이었다", 2005),
    ("broken-line", "나주시는 어려운 형편에도 지난해\n₁30억원을 썼다", 2017),
    ("broken-line-noun", "나주시는 지난해 어려운 형편\n₁30억원을 썼다", None),
    ("measured-by-sales", "지난해 매출액보다 3억원이 늘어난 ₁30억원을 올해 목표로 세웠다", 2018),
    ("limit", "지난해 물류비의 절반(최대 ₁600만원)을 돌려준다", None),
    ("limit-each", "올해 업체당 최대 ₁2억원을 준다", None),
    (
        "parts-of-a-total",
        "지난해 모두 38억원을 썼다. 과제 30억원, 교류회 ₁5억원, 마케팅 3억원이다",
        2017,
    ),
    (
        "parts-past-a-comparison",
        "내년에 80억원을 쓴다. 올해(70억원)보다 늘었다. 사업별로는 ▲관로 ₁50억원 ▲센터 20억원 ▲인력 10억원",
        2019,
    ),
    ("parts-of-no-total", "지난해 모두 38억원을 썼다. 회사는 30억원, 7억원, ₁3억원을 냈다", None),
    ("broken-line-particle", "나주시는 지난해 이 단지의\n길을 고치는 데 ₁30억원을 썼다", 2017),
    ("no-share", "지난해 80억원을 썼다. 가나테크는 ₁30억원을 투자한다", None),
    ("total-so-far", "지난해 80억원을 받았다. 누적 투자금은 ₁130억원이다", None),
    ("share-of-firms", "지난해 두 곳이 나섰다. 이 가운데 가나테크는 ₁3억원을 받았다", None),
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
    amount = re.compile(r"[^원러]+(?:원|러)").match(text, start)
    assert amount is not None
    end = amount.end()
    sentence = max(text.rfind(". ", 0, start) + 1, text.rfind("\n", 0, start) + 1)
    return resolve_year(text, Span(start, end), Span(sentence, len(text)), published)


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


@pytest.mark.parametrize(
    "unit",
    ["올해 ", "1월 ", "2018년 1월부터 ", "지난해(", "던 가는 ", "이 가운데 1억 ", "수출은 1억. ", "2018.1."],
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    """Each amount looks a bounded way around itself."""
    text = unit * (250_000 // len(unit))
    started = time.perf_counter()
    for start in range(0, len(text), 1000):
        resolve_year(text, Span(start, start + 2), Span(0, len(text)), PUBLISHED)
    assert time.perf_counter() - started < 5
