import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema import cluster_key, complex_key, normal, strip_marks

WORDS = ["산단공", "산업단지공단", "한국", "미클", "미니클러스터", "MC", "TP", "산업부", "중기부"]
ENDINGS = ["국가", "산업단지", "공단", "특구", "클러스터", "(주)", "㈜", "·", "ㆍ"]
PIECES = st.lists(st.sampled_from(WORDS + ENDINGS) | st.text(max_size=3), max_size=5).map("".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("산단공", "한국산업단지공단", id="short-and-official"),
        pytest.param("산업단지공단", "한국산업단지공단", id="without-한국"),
        pytest.param("산단공 대경본부", "한국산업단지공단 대경본부", id="branch"),
        pytest.param("한국산단공 대경본부", "산업단지공단대경본부", id="branch-without-space"),
        pytest.param("한국산업단지공단(산단공)", "한국산업단지공단", id="abbreviation-in-brackets"),
        pytest.param("조선기자재 미클", "조선기자재 미니클러스터", id="미클"),
        pytest.param("스마트 MC", "스마트 미니 클러스터", id="MC-and-spaced"),
        pytest.param("충북TP", "충북테크노파크", id="TP"),
        pytest.param("산업부", "산업통상자원부", id="ministry-of-industry"),
        pytest.param("중기부", "중소벤처기업부", id="ministry-of-small-firms"),
        pytest.param("㈜대성테크", "대성테크(주)", id="mark-before-and-behind"),
        pytest.param("주식회사 대성테크", "대성테크", id="mark-in-words"),
        pytest.param("농업회사법인 ㈜들녘", "들녘", id="two-marks"),
        pytest.param("Daesung Tech Co., Ltd.", "DAESUNG TECH", id="mark-in-english"),
        pytest.param("전기·전자", "전기ㆍ전자", id="middle-dots"),
        pytest.param("‘신기술 융합’", "신기술융합", id="quotes-and-spaces"),
        pytest.param("ＩＴ융합", "it융합", id="full-width-and-case"),
        pytest.param("진양ENG", "진양eng", id="case"),
        pytest.param("\u1102\u1161\u11b7\u1103\u1169\u11bc", "남동", id="decomposed-hangul"),
    ],
)
def test_spellings_of_one_name_are_equal(one: str, other: str) -> None:
    assert normal(one) == normal(other)


def test_an_abbreviation_across_two_words_is_none() -> None:
    assert normal("구미클러스터추진단") == "구미클러스터추진단"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("산단공 대경본부", "산단공", id="branch-is-not-its-parent"),
        pytest.param("TPC메카트로닉스", "테크노파크C메카트로닉스", id="TP-within-latin"),
        pytest.param("한국주식회사협회", "한국협회", id="mark-within-a-word"),
        pytest.param("인천", "인천광역시", id="no-outside-knowledge"),
        pytest.param("남동공단", "남동국가산업단지", id="generic-ending-counts"),
    ],
)
def test_other_names_differ(one: str, other: str) -> None:
    assert normal(one) != normal(other)


def test_the_official_name_is_not_doubled() -> None:
    assert normal("한국산업단지공단") == "한국산업단지공단"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("친환경나노 미니클러스터", "친환경나노"),
        ("친환경나노 MC", "친환경나노"),
        ("친환경나노", "친환경나노"),
        ("오창클러스터", "오창"),
        ("김해강소특구", "김해강소"),
        ("미클", "미니클러스터"),
        ("특구", "특구"),
    ],
)
def test_cluster_key_leaves_the_distinguishing_part(name: str, key: str) -> None:
    assert cluster_key(name) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("남동국가산업단지", "남동"),
        ("남동공단", "남동"),
        ("남동산단", "남동"),
        ("남동 스마트그린 국가산단", "남동"),
        ("구미공업단지", "구미"),
        ("진도군내농공단지", "진도군내"),
        ("삼호지방산업단지", "삼호"),
        ("광주첨단산단", "광주첨단"),
        ("울산도시첨단산업단지", "울산"),
        ("반월·시화", "반월시화"),
        ("산단", "산단"),
        ("국가산업단지", "국가산업단지"),
    ],
)
def test_complex_key_leaves_the_distinguishing_part(name: str, key: str) -> None:
    assert complex_key(name) == key


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("㈜대성테크", "대성테크"),
        ("대성테크 (주)", "대성테크"),
        ("(유) 한빛", "한빛"),
        ("（주）한빛", "한빛"),
        ("주식회사한빛", "한빛"),
        ("한빛 유한책임회사", "한빛"),
        ("한빛제철(주) 광양공장", "한빛제철 광양공장"),
        ("Hanbit Inc.", "Hanbit"),
        ("한국주식회사협회", "한국주식회사협회"),
        ("ＩＴ 융합", "ＩＴ 융합"),
        ("(주)", "(주)"),
    ],
)
def test_strip_marks_leaves_the_display_name(name: str, bare: str) -> None:
    assert strip_marks(name) == bare


@given(PIECES)
def test_keys_are_never_empty(name: str) -> None:
    keys = {normal(name), cluster_key(name), complex_key(name), strip_marks(name)}
    assert all(keys) or not name.strip()


@given(PIECES)
def test_spaces_and_dots_between_hangul_do_not_matter(name: str) -> None:
    hangul = "".join(letter for letter in name if "가" <= letter <= "힣")
    # A word that stands alone may be a company mark; within another it may not.
    assert normal("가" + hangul) == normal("·".join("가" + hangul)) == normal("ㆍ".join("가" + hangul))
