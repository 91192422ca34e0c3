from collections.abc import Callable

import pytest

from schema import Records

KINDS = {
    "of the sum": ("정부는 50억원의 사업비를 들인다.", "budget"),
    "before the sum": ("지난해 매출 150억원을 올렸다.", "revenue"),
    "national money": ("국비 70억원이 내려왔다.", "budget"),
    "support": ("연구개발 자금 1억500만원을 지원받았다.", "grant"),
    "own": ("자체 자금 7000만원을 보탰다.", "own_funds"),
    "investment": ("벤처캐피탈에서 30억원의 투자를 받았다.", "investment"),
    "size of a fund": ("300억원 규모의 펀드를 만든다.", "investment"),
    "loan": ("최대 5억원까지 융자해 준다.", "loan"),
    "contract": ("발열매트 20억원어치를 공급하는 계약을 맺었다.", "contract"),
    "export contract": ("300만달러의 수출계약을 맺었다.", "contract"),
    "export": ("수출 3000만달러를 넘겼다.", "export"),
    "production": ("생산액 5조원을 달성했다.", "production"),
}
PARTIES = {
    "earner": ("누리정밀은 지난해 매출 150억원을 올렸다.", "누리정밀", None),
    "earner in the sentence before": ("누리정밀은 부품사다. 지난해 매출은 150억원이었다.", "누리정밀", None),
    "who got it from whom": ("누리정밀은 산단공으로부터 2억원을 지원받았다.", "누리정밀", "한국산업단지공단"),
    "investor in its own plant": ("누리정밀은 공장에 300억원을 투자한다.", None, "누리정밀"),
    "the next sentence is another's": (
        "누리정밀은 공장에 10억원을 투자했다. 대한하이텍은 표창을 받았다.",
        None,
        "누리정밀",
    ),
    "a giver that no list holds": (
        "누리정밀은 수도권 엔젤클럽으로부터 20억원의 투자를 받았다.",
        "누리정밀",
        "수도권 엔젤클럽",
    ),
}
# Each sum with who has it.
IN_TURN = {
    "two givers": (
        "구미시와 경상북도가 각각 3억원, 2억원을 지원한다.",
        [("3억원", None, "구미시"), ("2억원", None, "경상북도")],
    ),
    "three, the last with 씩": (
        "구미시, 경상북도, 한국산업단지공단이 5억원, 3억원, 2억원씩 지원한다.",
        [("5억원", None, "구미시"), ("3억원", None, "경상북도"), ("2억원", None, "한국산업단지공단")],
    ),
    "two earners": (
        "부품업체 누리정밀과 전지를 만드는 대한하이텍은 지난해 각각 30억원과 20억원의 매출을 올렸다.",
        [("30억원", "누리정밀", None), ("20억원", "대한하이텍", None)],
    ),
}


@pytest.mark.parametrize(("text", "kind"), KINDS.values(), ids=KINDS)
def test_money_is_called_what_the_words_call_it(
    text: str, kind: str, records_of: Callable[..., Records]
) -> None:
    assert [figure.kind for figure in records_of(text).figures] == [kind]


@pytest.mark.parametrize(("text", "recipient", "provider"), PARTIES.values(), ids=PARTIES)
def test_money_goes_from_one_to_another(
    text: str, recipient: str | None, provider: str | None, records_of: Callable[..., Records]
) -> None:
    (figure,) = records_of(text).figures
    assert (figure.recipient, figure.provider) == (recipient, provider)


def test_two_kinds_in_one_sentence(records_of: Callable[..., Records]) -> None:
    text = "지원 자금 2억3000만원에 자체 자금 9000만원을 보태 시제품을 만든다."
    assert [figure.kind for figure in records_of(text).figures] == ["grant", "own_funds"]


def test_said_twice_is_one_figure_with_two_pieces_of_evidence(records_of: Callable[..., Records]) -> None:
    text = "구미시는 50억원의 예산을 세웠다.\n이 예산 50억원은 내년에 쓴다."
    (figure,) = records_of(text).figures
    assert len([piece for piece in figure.evidence if piece.attribute is None]) == 2


def test_two_things_of_one_amount_stay_two(records_of: Callable[..., Records]) -> None:
    assert len(records_of("국비 50억원과 시비 50억원을 들인다.").figures) == 2


def test_a_title_that_rounds_is_no_second_figure(records_of: Callable[..., Records]) -> None:
    records = records_of("누리정밀은 51억8000만원의 투자를 받았다.", title="누리정밀, 52억 투자 유치")
    assert [figure.quote for figure in records.figures] == ["51억8000만원"]


@pytest.mark.parametrize(("text", "figures"), IN_TURN.values(), ids=IN_TURN)
def test_who_are_named_in_a_row_have_the_sums_in_their_order(
    text: str, figures: list[tuple[str, str | None, str | None]], records_of: Callable[..., Records]
) -> None:
    found = [(figure.quote, figure.recipient, figure.provider) for figure in records_of(text).figures]
    assert found == figures


def test_makers_of_what_earns_the_sums_have_none_in_turn(records_of: Callable[..., Records]) -> None:
    text = "누리정밀과 대한하이텍이 만든 밸브와 펌프가 내년부터 각각 30억원, 20억원의 매출을 올린다."
    first, second = records_of(text).figures
    assert (first.recipient, second.recipient) != ("누리정밀", "대한하이텍")


def test_the_name_that_begins_an_item_has_its_sum(records_of: Callable[..., Records]) -> None:
    firms = ["누리정밀", "대한하이텍", "구미전자"]
    invested = "기업별 투자액은 △㈜누리정밀 30억원 △대한하이텍 20억원 △구미전자 10억원 등이다."
    assert [figure.provider for figure in records_of(invested).figures] == firms
    earned = "지난해 매출은 △누리정밀(구미) 30억원 △대한하이텍(칠곡) 20억원 △구미전자(구미) 10억원 순이다."
    assert [figure.recipient for figure in records_of(earned).figures] == firms
