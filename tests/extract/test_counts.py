import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import counts
from schema import Document

Found = list[tuple[str, int, str]]

CASES: list[tuple[str, str, Found]] = [
    ("개사", "스타트업 30개사를 뽑는다", [("30개사", 30, "companies")]),
    ("개-사", "50여 개 사가 모였다", [("50여 개 사", 50, "companies")]),
    ("noun-after", "120개 업체가 모여 있다", [("120개", 120, "companies")]),
    ("noun-after-의", "15개의 중소벤처기업이", [("15개", 15, "companies")]),
    ("noun-after-달하는", "100여개에 달하는 화장품업체에", [("100여개", 100, "companies")]),
    ("noun-after-modified", "5개 신규 클러스터는", [("5개", 5, "clusters")]),
    ("noun-after-bracket", "2개의 스마트 서브(Sub) MC도", [("2개", 2, "mini_clusters")]),
    ("noun-before", "관련 제조업 36곳과 손잡았다", [("36곳", 36, "companies")]),
    ("noun-before-particle", "업체가 약 350개에 달한다", [("350개", 350, "companies")]),
    ("noun-before-topic", "입주업체는 4,120개로 늘었다", [("4,120개", 4120, "companies")]),
    ("noun-before-number-of", "참여 기업 수는 245개다", [("245개", 245, "companies")]),
    ("glued", "30개기업과 200업체가", [("30개", 30, "companies"), ("200업체", 200, "companies")]),
    ("여-noun", "20여 회원사가 활동한다", [("20여 회원사", 20, "members")]),
    ("여사", "150여사가 참가했다", [("150여사", 150, "companies")]),
    ("mini-clusters", "전국에 미니클러스터 81개", [("81개", 81, "mini_clusters")]),
    ("mini-clusters-spaced", "7개 미니 클러스터를", [("7개", 7, "mini_clusters")]),
    ("MC", "MC는 모두 9개로", [("9개", 9, "mini_clusters")]),
    ("MC-of-fields", "3개 분야 미클을 세운다", [("3개", 3, "mini_clusters")]),
    ("협의체", "8개 산학연협의체가", [("8개", 8, "mini_clusters")]),
    ("특구", "강소특구 14개를 지정했다", [("14개", 14, "clusters")]),
    ("complexes", "전국 1천200여개 산업단지", [("1천200여개", 1200, "complexes")]),
    ("complexes-곳", "전국의 산업단지는 약 800곳에 이른다", [("800곳", 800, "complexes")]),
    ("특화단지", "반도체 특화단지 3곳을", [("3곳", 3, "complexes")]),
    ("projects", "12개 과제를 선정해 과제당 3억원을 준다", [("12개", 12, "projects")]),
    ("projects-건", "우수 과제 5건을 골라", [("5건", 5, "projects")]),
    ("programmes", "총 9개 사업에 600억원을", [("9개", 9, "projects")]),
    ("institutions", "10개 유관기관 관계자가 모였다", [("10개", 10, "institutions")]),
    ("universities", "4개 대학과 2개 연구소", [("4개", 4, "institutions"), ("2개", 2, "institutions")]),
    ("schools", "3개교를 새로 뽑았다", [("3개교", 3, "institutions")]),
    ("people", "관계자 50여 명이 참석했다", [("50여 명", 50, "people")]),
    ("people-researchers", "연구원 246명이 일한다", [("246명", 246, "people")]),
    ("people-인", "위원 15인으로 꾸렸다", [("15인", 15, "people")]),
    ("people-만", "근로자 1만2천여명이", [("1만2천여명", 12000, "people")]),
    ("jobs", "일자리 1500개를 만든다", [("1500개", 1500, "people")]),
    ("jobs-created", "고용 창출 300명", [("300명", 300, "people")]),
    ("members-명", "700여 명의 회원으로 꾸렸다", [("700여 명", 700, "members")]),
    ("members-before", "회원은 2천300명이다", [("2천300명", 2300, "members")]),
    ("members-곳", "회원사 120곳이 힘을 모은다", [("120곳", 120, "members")]),
    ("institutions-명", "지원기관 79명이", [("79명", 79, "institutions")]),
    ("native", "두 개의 미니클러스터가 생겼다", [("두 개", 2, "mini_clusters")]),
    (
        "list-of-firms",
        "대기업 3개, 중견기업 10개, 중소기업 87개 등 모두 100개 기업",
        [
            ("3개", 3, "companies"),
            ("10개", 10, "companies"),
            ("87개", 87, "companies"),
            ("100개", 100, "companies"),
        ],
    ),
    (
        "list-of-regions",
        "미클은 수도권 17개,충청권 7개,대구 · 경북권 15개 등 총 39개가 있다",
        [(f"{value}개", value, "mini_clusters") for value in (17, 7, 15, 39)],
    ),
    (
        "list-noun-at-the-end",
        "올해는 개발 5개, 개척 3개 등 8개 클러스터가 움직인다",
        [(f"{value}개", value, "clusters") for value in (5, 3, 8)],
    ),
    (
        "list-of-kinds",
        "기업 33개, 대학 5개 등 38개 기관이",
        [("33개", 33, "companies"), ("5개", 5, "institutions"), ("38개", 38, "institutions")],
    ),
    ("of-these", "120개 업체 가운데 64개가", [("120개", 120, "companies"), ("64개", 64, "companies")]),
    (
        "change",
        "업체 수는 2019년 310개에서 지난해 402개로",
        [("310개", 310, "companies"), ("402개", 402, "companies")],
    ),
    (
        "short-for-mini-clusters",
        "미니클러스터 81개. 81개 클러스터에 4607개 기업",
        [("81개", 81, "mini_clusters"), ("81개", 81, "mini_clusters"), ("4607개", 4607, "companies")],
    ),
    ("full-width", "기업 ３０개가", [("３０개", 30, "companies")]),
]

NOTHING = [
    ("fields", "11개 분야에 지원한다"),
    ("fields-of-firms", "5개 분야 기업을 모은다"),
    ("patents", "특허 30건을 내고 상표 12개를 등록했다"),
    ("months", "3개월간 5개년 계획을 짠다"),
    ("countries", "20개국에서 온 손님"),
    ("products", "제품 30개를 내놓았다"),
    ("strategies", "8대 전략산업과 100대 기업"),
    ("ranges", "20~30개 업체, 10∼20명, 50-60개 기업"),
    ("share", "10곳 중 3곳은 일손이 모자란다. 직원 3명 중 1명꼴이다"),
    ("size-class", "5인 이상 사업장과 300인 미만 기업, 1인 기업"),
    ("one-of-a-kind", "한 개의 기업이 대학과 손잡았다"),
    ("each", "1개사당 5억원, 기업 1곳당 2억원"),
    ("meetings", "회의를 5회 열고 협약 3건을 맺었다"),
    ("ordinal", "제3기관과 제2 공장"),
    ("vague", "수십개 업체와 수백명의 사람"),
    ("three-yards", "조선 3사가 함께한다"),
    ("programmes", "프로그램 8개와 교육과정 10개"),
    ("years", "2019년 기업이 늘었다"),
    ("floors", "3개 동을 짓는다"),
    ("another-noun", "기업이 30개 특허를 냈다"),
    ("money", "기업에 30억원을 준다"),
    ("cities", "17개 시·도 교육청"),
]


def _found(text: str) -> Found:
    mentions = counts.find(Document("a", text, 0, (), ()))
    return [(mention.surface, mention.value or 0, mention.kind or "") for mention in mentions]


@pytest.mark.parametrize(("text", "found"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_a_count(text: str, found: Found) -> None:
    assert _found(text) == found


@pytest.mark.parametrize("text", [row[1] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_what_is_no_count(text: str) -> None:
    assert not _found(text)


def test_a_mention_names_its_rule() -> None:
    (mention,) = counts.find(Document("a", "기업 5개", 0, (), ()))
    assert (mention.label, mention.rule) == ("count", counts.RULE)


@given(
    st.text(
        st.sampled_from("0123456789,.개사명곳여 기업은회원미클등총중의(~\n수도권") | st.characters(),
        max_size=80,
    )
)
def test_any_text_is_quoted_to_the_letter(text: str) -> None:
    for mention in counts.find(Document("a", text, 0, (), ())):
        assert mention.surface == mention.span.of(text)
        assert mention.value
        assert mention.kind


@pytest.mark.parametrize(
    "unit",
    [
        "1억",
        "9",
        "△",
        "9,",
        "1개 ",
        "20개 기업 ",
        "9명",
        "1개, ",
        "등 총 20개 ",
        "수도권 7개,",
        "20개(",
        "기업 ",
    ],
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    """A quadratic pattern would take minutes; the bound leaves room for a slow machine."""
    document = Document("a", unit * (250_000 // len(unit)), 0, (), ())
    started = time.perf_counter()
    for _ in counts.find(document):
        pass
    assert time.perf_counter() - started < 8
