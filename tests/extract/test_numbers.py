from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import numbers

ALPHABET = "0123456789０９,. ~∼일이삼십백천만억조여수몇원개△\n가"

WHOLE = [
    ("억-만", "1억500만", 105_000_000),
    ("조-억", "2조3000억", 2_300_000_000_000),
    ("천", "5천", 5_000),
    ("백만", "1,050백만", 1_050_000_000),
    ("spaced", "1조 2천억", 1_200_000_000_000),
    ("space-before-unit", "3 억", 300_000_000),
    ("full-width", "３억", 300_000_000),
    ("full-width-comma", "１，２００만", 12_000_000),
    ("decimal", "1.5억", 150_000_000),
    ("만-천", "2만5천", 25_000),
    ("천-digits", "6천223", 6_223),
    ("백-십", "3백30억", 33_000_000_000),
    ("천-백-억", "1천2백억", 120_000_000_000),
    ("천만", "천만", 10_000_000),
    ("십억", "십억", 1_000_000_000),
    ("삼백", "삼백", 300),
    ("일억이천만", "일억이천만", 120_000_000),
    ("여-inside", "120여억", 12_000_000_000),
    ("spoken-shortcut", "1억5천", 150_000_000),
    ("hanja", "2千億", 200_000_000_000),
    ("만-digits-spaced", "1만 5000", 15_000),
    ("plain", "4,607", 4_607),
    ("spoken-천", "천297", 1_297),
    ("spoken-천-spaced", "천 240", 1_240),
    ("spoken-천백", "천백15억", 111_500_000_000),
    ("spoken-백", "백20", 120),
    ("spoken-만", "만 8천", 18_000),
    ("천-spaced", "4천 900", 4_900),
    ("만-천-spaced", "10만 5천 300", 105_300),
    ("천억-unsaid-one", "1조 천억", 1_100_000_000_000),
    ("천만-unsaid-one", "5억 천만", 510_000_000),
]


@pytest.mark.parametrize(("numeral", "value"), [case[1:] for case in WHOLE], ids=[case[0] for case in WHOLE])
def test_a_numeral_is_found_whole(numeral: str, value: int) -> None:
    text = f"모두 {numeral}의 값"
    (number,) = numbers.find(text)
    assert (number.span.of(text), number.value) == (numeral, value)
    assert numbers.read(numeral) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("이사와 사업, 조사와 만남", [], id="syllables-of-words"),
        pytest.param("30여 조합", ["30"], id="조합"),
        pytest.param("3 만들기", ["3"], id="만들기"),
        pytest.param("100억조성", ["100억"], id="조성"),
        pytest.param("5억이 든다", ["5억"], id="particle-이"),
        pytest.param("100억 20개", ["100억", "20"], id="two-numbers"),
        pytest.param("2018,2019년", ["2018", "2019"], id="years-in-a-list"),
        pytest.param("3만 2023년", ["3만", "2023"], id="a-year-follows"),
        pytest.param("9" * 40, [], id="too-long"),
        pytest.param("이억원 위원장", [], id="a-man's-name"),
        pytest.param("인천 240곳", ["240"], id="a-city"),
        pytest.param("만 65세, 만 3년", ["65", "3"], id="ages"),
        pytest.param("천 5월에", ["5"], id="a-month"),
        pytest.param("3천 20명", ["3천", "20"], id="perhaps-two-numbers"),
        pytest.param("10억 천안시", ["10억"], id="천안"),
        pytest.param("부천만의 축제", [], id="inside-a-word"),
    ],
)
def test_what_is_no_numeral_stays_out(text: str, found: list[str]) -> None:
    assert [number.span.of(text) for number in numbers.find(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("스무 명과 열한 곳", [("스무", 20), ("열한", 11)], id="tens"),
        pytest.param("두 회사, 아홉 개", [("두", 2), ("아홉", 9)], id="ones"),
        pytest.param("쉰다섯 명", [("쉰다섯", 55)], id="both"),
        pytest.param("천여 명, 만 명", [("천", 1000), ("만", 10_000)], id="round"),
        pytest.param("한 곳, 두세 곳, 수천 명, 인천 명소, 세 번, 네 가지", [], id="none"),
    ],
)
def test_a_numeral_of_everyday_speech(text: str, found: list[tuple[str, int]]) -> None:
    assert [(span.of(text), value) for span, value in numbers.native(text)] == found


def test_a_fraction_is_no_whole_number() -> None:
    assert numbers.read("1350.5") is None


def test_the_units_at_the_end_are_kept() -> None:
    assert [number.units for number in numbers.find("7천만, 2조3000억, 30")] == ["천만", "억", ""]


@given(st.integers(1, 10**13 - 1))
def test_a_number_written_in_units_reads_back(value: int) -> None:
    jo, rest = divmod(value, 10**12)
    eok, rest = divmod(rest, 10**8)
    man, ones = divmod(rest, 10**4)
    parts = ((jo, "조"), (eok, "억"), (man, "만"), (ones, ""))
    assert numbers.read("".join(f"{part}{unit}" for part, unit in parts if part)) == value


@given(st.text(st.sampled_from(ALPHABET) | st.characters(), max_size=60))
def test_any_text_gives_numbers_in_order(text: str) -> None:
    spans = [number.span for number in numbers.find(text)]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
