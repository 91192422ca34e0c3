from collections.abc import Callable

import pytest

from schema import Records

CASES: list[tuple[str, str, str, list[tuple[int, str]]]] = [
    ("said-twice", "", "업체 30개가 왔다. 30개 업체는 만족했다.", [(30, "companies")]),
    (
        "twice-in-one-sentence",
        "",
        "기업은 서울 3곳, 부산 3곳 등 6곳이다.",
        [(3, "companies"), (3, "companies"), (6, "companies")],
    ),
    ("each", "", "미니클러스터는 광주와 창원 각각 6개다.", [(6, "mini_clusters"), (6, "mini_clusters")]),
    ("each-of-three", "", "기업은 과천, 화성과 광주 각각 6개다.", [(6, "companies")] * 3),
    ("each-another", "", "광주와 창원에 기업 6개, 7개가 왔다.", [(6, "companies"), (7, "companies")]),
    ("title-of-members", "회원사 412개사 모였다", "기업 412개사가 모였다.", [(412, "companies")]),
    ("title-rounds", "MC 회원 600명 넘었다", "회원은 모두 612명이다.", [(612, "members")]),
    (
        "title-rounds-no-further",
        "회원 600명 넘었다",
        "회원은 모두 712명이다.",
        [(600, "members"), (712, "members")],
    ),
    ("firms-as-members", "", "중소기업 23곳이 옮긴다. 이들 23개 회원사는 땅을 샀다.", [(23, "companies")]),
    (
        "few-firms-and-members",
        "",
        "기업 5곳이 옮긴다. 회원사 5곳은 남는다.",
        [(5, "companies"), (5, "members")],
    ),
    (
        "sections",
        "",
        "◇구미=업체 30곳이 모였다.\n◇창원=업체 30곳이 모였다.",
        [(30, "companies"), (30, "companies")],
    ),
]


@pytest.mark.parametrize(
    ("title", "text", "found"), [row[1:] for row in CASES], ids=[row[0] for row in CASES]
)
def test_mentions_become_counts(
    records_of: Callable[..., Records], title: str, text: str, found: list[tuple[int, str]]
) -> None:
    assert [(count.value, count.what) for count in records_of(text, title=title).counts] == found


def test_a_count_is_over_the_last_thing_or_region_before_it(records_of: Callable[..., Records]) -> None:
    counts = records_of("남동공단에는 업체 120개가 있다. 전국에는 미니클러스터 81개가 있다.").counts
    assert [count.subject for count in counts] == ["남동국가산업단지", "전국"]
