import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import counts
from extract.document import LONGEST
from extract.lexicon import load_lexicon
from extract.linear import weigh_by
from extract.reading import Reading
from extract.trained import load_tagger
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
    ("members-noun-after", "6개 분야 242명 회원으로 이뤄졌다", [("242명", 242, "members")]),
    ("members-were", "출범 때 186명이던 회원은 늘었다", [("186명", 186, "members")]),
    ("members-as", "64명(기업 포함)이 회원으로 가입했다", [("64명", 64, "members")]),
    ("people-before-회원권", "50명이 회원권을 샀다", [("50명", 50, "people")]),
    ("hanja-社", "참가社도 25곳으로 늘린다", [("25곳", 25, "companies")]),
    (
        "councils-of-mini-clusters",
        "미니클러스터를 새로 짰다. 협의체는 3개가 뽑혔고 기존 9개 협의체는 남는다",
        [("3개", 3, "mini_clusters"), ("9개", 9, "mini_clusters")],
    ),
    ("councils", "9개 협의체를 꾸렸다", [("9개", 9, "institutions")]),
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
    ("社", "협력업체 40社와", [("40社", 40, "companies")]),
    ("개-社", "장비 회사 12개 社가 모였다", [("12개 社", 12, "companies")]),
    ("사-behind-noun", "국내기업 35사가 돈을 넣었다", [("35사", 35, "companies")]),
    ("사-behind-등", "누리정밀, 한들소재 등 6사에서", [("6사", 6, "companies")]),
    ("사-behind-names", "누리텍, 한들코, 다솜필터 3사가 상표를 함께 쓴다", [("3사", 3, "companies")]),
    ("군데", "도금업체 6군데와 손잡았다", [("6군데", 6, "companies")]),
    ("sub-mini-clusters", "소그룹 5개가 따로 모인다", [("5개", 5, "mini_clusters")]),
    ("projects-of-firms", "총 68건의 기업 애로과제를 찾았다", [("68건", 68, "projects")]),
    (
        "at-least-one",
        "대학 4곳과 1곳 이상 지원기관이",
        [("4곳", 4, "institutions"), ("1곳", 1, "institutions")],
    ),
    ("particles", "모두 12개 유망기업으로부터 돈을 모았다", [("12개", 12, "companies")]),
    ("each-of-them", "4개 미니클러스터마다 간사를 둔다", [("4개", 4, "mini_clusters")]),
    ("firms-that-were", "2008년 860개였던 입주업체는 늘었다", [("860개", 860, "companies")]),
    ("여-기업들", "지역을 이끌 1000여 기업들을 돕는다", [("1000여 기업", 1000, "companies")]),
    # What is done with them stands between noun and number.
    (
        "action-apposed",
        "기업유치 1767개, 고용창출 1만3771명",
        [("1767개", 1767, "companies"), ("1만3771명", 13771, "people")],
    ),
    ("action-topic", "연구소기업 설립은 58개로 늘었다", [("58개", 58, "companies")]),
    ("number-of-them", "산학연협의체(미니클러스터)의 수가 100개를 넘었다", [("100개", 100, "mini_clusters")]),
    ("quoted-noun", "‘미니 클러스터(MC)’를 78개로 늘린다", [("78개", 78, "mini_clusters")]),
    ("in-brackets", "국가산업단지(산단공 관할 36개)의 가동률은", [("36개", 36, "complexes")]),
    ("glued-등", "내년에 지정할 공단은 한들지방공단, 다솜국가공단등 6개이다", [("6개", 6, "complexes")]),
    ("footnote", "모두 117개 산업단지*로 늘었다", [("117개", 117, "complexes")]),
    ("verb-after", "수출기업을 20곳 키우겠다고 했다", [("20곳", 20, "companies")]),
    ("a-year", "수출 초보기업이 일년에 30개씩 나온다", [("30개", 30, "companies")]),
    (
        "time-between",
        "회원사는 지정 전 61개에서 140여 개로 불었다",
        [("61개", 61, "members"), ("140여 개", 140, "members")],
    ),
    # Numerals of everyday speech.
    ("native-twenty", "직원 스무 명으로 시작했다", [("스무 명", 20, "people")]),
    ("native-teens", "공장주 열네 명이 모인다", [("열네 명", 14, "people")]),
    ("native-tens", "한때 일흔 명이던 직원은", [("일흔 명", 70, "people")]),
    ("native-places", "문화선도산단은 전국에 세 곳뿐이다", [("세 곳", 3, "complexes")]),
    ("native-firms", "나머지 두 회사는 시화로 옮긴다", [("두 회사", 2, "companies")]),
    ("native-round", "직원 천여 명이 일한다", [("천여 명", 1000, "people")]),
    ("spoken", "입주업체 수는 천297개로", [("천297개", 1297, "companies")]),
    ("spoken-만", "만 8천 개 중소기업이 들어섰다", [("만 8천 개", 18000, "companies")]),
    # Several share one noun.
    (
        "list-by-fields",
        "협약을 맺은 기업은 업종별로 자동차 부품 4개, 기계전자 3개, 철강 화학 6개 등 총 20개며",
        [(f"{value}개", value, "companies") for value in (4, 3, 6, 20)],
    ),
    (
        "list-by-regions",
        "새로 온 업체는 지역별로는 서울 1개, 인천 9개, 군산 2개 등이다",
        [(f"{value}개", value, "companies") for value in (1, 9, 2)],
    ),
    (
        "list-begun-by-the-most",
        "미니클러스터는 모두 26개다. 지역별로는 반월시화가 12개로 가장 많고 구미 9개, 군산 5개 순이다",
        [(f"{value}개", value, "mini_clusters") for value in (26, 12, 9, 5)],
    ),
    (
        "list-of-countries",
        "외국인 단지에는 미국 8개, 일본 7개, 대만과 중국 각 2개 등 25개 업체가",
        [
            ("8개", 8, "companies"),
            ("7개", 7, "companies"),
            ("2개", 2, "companies"),
            ("25개", 25, "companies"),
        ],
    ),
    (
        "list-of-projects",
        "기계소재 미클에서 14건, 자동차 미클에서 9건의 과제를 골랐다",
        [("14건", 14, "projects"), ("9건", 9, "projects")],
    ),
    (
        "parts-in-brackets",
        "미니클러스터는 현재 12개(구미 7'대구 성서 4'경산 1)다",
        [
            ("12개", 12, "mini_clusters"),
            ("7", 7, "mini_clusters"),
            ("4", 4, "mini_clusters"),
            ("1", 1, "mini_clusters"),
        ],
    ),
    (
        "parts-with-nouns",
        "38개 기관(기업 33, 대학 5)이 든다",
        [("38개", 38, "institutions"), ("33", 33, "companies"), ("5", 5, "institutions")],
    ),
    (
        "parts-with-units",
        "협약 기업은 12개사(서울 7개, 부산 5개)다",
        [("12개사", 12, "companies"), ("7개", 7, "companies"), ("5개", 5, "companies")],
    ),
    (
        "and-then",
        "지원대상 산업단지는 성서 등 5개가 추가돼 12개로 늘었다",
        [("5개", 5, "complexes"), ("12개", 12, "complexes")],
    ),
    (
        "of-a-change",
        "미클을 71에서 78개로 늘린다",
        [("71", 71, "mini_clusters"), ("78개", 78, "mini_clusters")],
    ),
    (
        "broken-lines",
        "가동업체수는 일년전보다 26개 늘어난\n207개, 수출도",
        [("26개", 26, "companies"), ("207개", 207, "companies")],
    ),
    (
        "sentence-before",
        "정부는 강소특구를 키운다. 2019년 6곳, 2022년 2곳을 더해 현재 총 8곳이 있다",
        [("6곳", 6, "clusters"), ("2곳", 2, "clusters"), ("8곳", 8, "clusters")],
    ),
    (
        "of-an-enumeration",
        "옮겨 오는 기업은 누리코, 한들에너지, 다솜텍 등 4곳이다",
        [("4곳", 4, "companies")],
    ),
    ("marked-firms", "㈜누리코, ㈜한들에너지, ㈜다솜텍 등 4곳이다", [("4곳", 4, "companies")]),
    ("made-a-특구", "정부는 포항과 안산 등 6곳을 ‘강소특구’로 지정했다", [("6곳", 6, "clusters")]),
    ("regions-made-특구", "포항과 안산 등 6개 지역이 강소특구로 지정됐다", [("6개", 6, "clusters")]),
    (
        "the-rest",
        "외국 기업 5개사와 협약했지만 실제 투자한 곳은 1곳뿐이다",
        [("5개사", 5, "companies"), ("1곳", 1, "companies")],
    ),
    # Members, and not people or companies.
    (
        "members-topic",
        "회원 수는 1천111명. 2005년 403명에 비해 늘었다",
        [("1천111명", 1111, "members"), ("403명", 403, "members")],
    ),
    (
        "members-of-firms",
        "회원은 반도체가 68개사로 가장 많고 태양전지 41개사다",
        [("68개사", 68, "members"), ("41개사", 41, "members")],
    ),
    ("members-object", "연말까지 회원을 1000명으로 늘린다", [("1000명", 1000, "members")]),
    ("cluster-has-members", "콘텐츠 MC가 240명으로 가장 많다", [("240명", 240, "members")]),
    (
        "members-in-all",
        "회원은 기업인 5210명, 교수와 연구원 1380명 등 모두 6590명이다",
        [("5210명", 5210, "people"), ("1380명", 1380, "people"), ("6590명", 6590, "members")],
    ),
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
    ("native-share", "열 곳 가운데 네 곳은 세를 든 공장이다. 열 명 중 두 명이 안 된다"),
    ("those-just-named", "두 회사 모두 올해 문을 열었다"),
    ("native-other", "두 개의 축과 세 가지 방안, 한 곳"),
    ("three-carriers", "이동통신 3사와 정유 4사, 배터리 3사"),
    ("a-division", "35사단 장병"),
    ("regions", "6개 지역을 돌며 설명회를 연다"),
    ("events-somewhere", "기업들을 위한 설명회를 전국 5곳에서 연다"),
    ("products-of-firms", "기업은 올해 제품을 30개로 늘렸다"),
    ("patents-of-firms", "입주기업은 특허 총 30건, 상표 등 12건을 냈다"),
    ("fields-in-a-list", "기업이 제품 3개, 특허 5건을 냈다"),
    ("shops", "업체는 매장 12곳을 열었다"),
    ("ages", "만 65세 이상"),
    ("areas-glued", "8개지역과 3개과정, 20개도시"),
    ("chosen-of-others", "기업들이 기다린다. 정부는 후보지 12곳을 살펴 이 가운데 3곳을 골랐다"),
    ("parts-of-another-unit", "공장 2개를 짓는다. 인도 등 3곳에 공장이 있다"),
    ("bare-brackets", "기업(30, 40)"),
]


def _reading(text: str) -> Reading:
    return Reading(Document("a", text, 0, (), ()), (), load_lexicon(), weigh_by({}), load_tagger())


def _found(text: str) -> Found:
    mentions = counts.find(_reading(text))
    return [(mention.surface, mention.value or 0, mention.kind or "") for mention in mentions]


@pytest.mark.parametrize(("text", "found"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_a_count(text: str, found: Found) -> None:
    assert _found(text) == found


@pytest.mark.parametrize("text", [row[1] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_what_is_no_count(text: str) -> None:
    assert not _found(text)


def test_a_mention_names_its_rule() -> None:
    (mention,) = counts.find(_reading("기업 5개"))
    assert (mention.label, mention.rule) == ("count", counts.RULE)


@given(
    st.text(
        st.sampled_from("0123456789,.개사명곳여 기업은회원미클등총중의()~\n수도권만천백두스무에서로")
        | st.characters(),
        max_size=80,
    )
)
def test_any_text_is_quoted_to_the_letter(text: str) -> None:
    for mention in counts.find(_reading(text)):
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
        "업체는 ",
        "업체는 3곳",
        "서울 3곳, ",
        "3곳에서 ",
        "회원은 3명 ",
        "12개(구미 7, 성서 5)",
        "12개(구미 7, ",
        "대만과 각각 3개 ",
        "만 8천",
        "천 240",
        "스물두 ",
        "다. ",
    ],
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    """A quadratic pattern would take minutes on the longest text that is read; a linear one takes 3 s."""
    reading = _reading(unit * (LONGEST // len(unit)))
    started = time.process_time()
    for _ in counts.find(reading):
        pass
    assert time.process_time() - started < 8
