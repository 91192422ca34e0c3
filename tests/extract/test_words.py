from collections import Counter
from collections.abc import Callable
from importlib import resources

import pytest

from extract.lexicon import load_lexicon, squeeze
from schema import Records

TEXTS = {
    item.name.removesuffix(".txt"): item.read_text(encoding="utf-8").splitlines()
    for item in resources.files("extract.words").iterdir()
    if item.name.endswith(".txt")
}
ROWS = {
    name: [line.split("\t") for line in lines if line and not line.startswith("#")]
    for name, lines in TEXTS.items()
}
# The least and the most columns of a line; where the two differ, the last holds the other spellings.
COLUMNS = {
    "abroad": (2, 2),
    "agencies": (2, 3),
    "associations": (2, 3),
    "clusters": (2, 3),
    "common_nouns": (1, 1),
    "companies": (2, 3),
    "company_endings": (2, 2),
    "complexes": (3, 4),
    "generic": (2, 2),
    "government": (2, 3),
    "homographs": (3, 3),
    "industries": (1, 1),
    "institutes": (2, 3),
    "media": (2, 3),
    "organization_endings": (3, 3),
    "places": (3, 4),
    "regions": (3, 4),
    "surnames": (1, 1),
    "titles": (2, 2),
    "universities": (2, 3),
}
KINDS = {
    "associations": {"association"},
    "companies": {"company"},
    "company_endings": {"strong", "weak"},
    "complexes": {"national", "designated", "planned", "part", "general", "urban", "rural", "other"},
    "generic": {"complex", "cluster"},
    "government": {"ministry", "agency", "council"},
    "institutes": {"research_institute"},
    "media": {"agency", "newspaper", "broadcaster", "online", "magazine"},
    "places": {"town", "area", "group"},
    "regions": {"province", "city", "county", "district"},
    "titles": {"organization", "place", "body", "academic", "political"},
}
# The complexes of the state, each by the forms in which papers name it.
NATIONAL = {
    "서울디지털국가산업단지": "서울디지털산단 서울디지털단지 구로공단 G밸리",
    "명지녹산국가산업단지": "녹산공단 녹산산단 녹산국가산단 명지녹산산단",
    "대구국가산업단지": "대구국가산단",
    "남동국가산업단지": "남동공단 남동산단 남동국가산단 남동인더스파크",
    "부평국가산업단지": "부평공단 부평산단 부평국가산단",
    "주안국가산업단지": "주안공단 주안산단 주안국가산단",
    "광주첨단과학국가산업단지": "광주첨단산단 첨단산단 첨단과학산업단지",
    "빛그린국가산업단지": "빛그린산단 빛그린국가산단",
    "온산국가산업단지": "온산공단 온산산단 온산국가산단",
    "울산미포국가산업단지": "미포국가산단 울산미포국가산단 울산미포산단",
    "세종스마트국가산업단지": "세종스마트국가산단",
    "반월국가산업단지": "반월공단 반월산단 반월국가산단",
    "시화국가산업단지": "시화공단 시화산단 시화국가산단",
    "파주출판문화정보국가산업단지": "파주출판단지 파주출판도시",
    "파주탄현국가산업단지": "파주탄현산단",
    "동두천국가산업단지": "동두천국가산단",
    "용인첨단시스템반도체국가산업단지": "용인반도체국가산단 용인국가산단",
    "아산국가산업단지": "아산국가산단 포승공단 포승국가산단",
    "북평국가산업단지": "북평공단 북평산단 북평국가산단",
    "보은국가산업단지": "보은국가산단",
    "오송생명과학국가산업단지": "오송생명과학단지 오송산단 오송단지",
    "충주바이오헬스국가산업단지": "충주바이오헬스국가산단 충주국가산단",
    "석문국가산업단지": "석문산단 석문국가산단",
    "고정국가산업단지": "고정국가산단",
    "대죽자원비축국가산업단지": "대죽자원비축산단",
    "장항국가생태산업단지": "장항산단 장항국가산단 장항생태산단",
    "논산국방국가산업단지": "논산국방산단 논산국방국가산단",
    "군산국가산업단지": "군산산단 군산공단 군산국가산단",
    "군산제2국가산업단지": "군장산단 군장국가산단 군산2국가산단",
    "새만금국가산업단지": "새만금산단 새만금국가산단",
    "국가식품클러스터산업단지": "국가식품클러스터산단",
    "익산국가산업단지": "익산국가산단",
    "전주탄소소재국가산업단지": "탄소소재국가산단 전주탄소산단",
    "광양국가산업단지": "광양국가산단 광양산단",
    "대불국가산업단지": "대불공단 대불산단 대불국가산단",
    "삼일자원비축국가산업단지": "삼일자원비축산단",
    "여수국가산업단지": "여수산단 여수국가산단 여천공단",
    "구미국가산업단지": "구미공단 구미산단 구미국가산단 구미국가공단",
    "구미하이테크밸리국가산업단지": "구미5공단 구미국가5산단 구미하이테크밸리",
    "포항국가산업단지": "포항국가산단",
    "포항블루밸리국가산업단지": "블루밸리국가산단 포항블루밸리산단",
    "월성전원국가산업단지": "월성국가산업단지",
    "영주첨단베어링국가산업단지": "첨단베어링국가산단 영주첨단베어링국가산단",
    "창원국가산업단지": "창원공단 창원산단 창원국가산단 창원기계공업단지",
    "진해국가산업단지": "진해국가산단",
    "안정국가산업단지": "안정국가산단 안정산단",
    "옥포국가산업단지": "옥포국가산단",
    "죽도국가산업단지": "죽도국가산단",
    "지세포자원비축국가산업단지": "지세포자원비축산단",
    "밀양나노융합국가산업단지": "나노융합국가산단 밀양나노국가산단",
    "경남항공국가산업단지": "경남항공국가산단 항공국가산단",
    "제주첨단과학기술국가산업단지": "제주첨단과학기술단지 제주첨단과학단지",
    "제주첨단과학기술국가산업단지 2단지": "제주제2첨단과학기술단지",
}
SPELLED = [(name, spelling) for name, forms in NATIONAL.items() for spelling in forms.split()]
# A district or a county may be named in several provinces, and a word be no name for two reasons.
REPEATED = {"generic": 2}


def test_each_list_is_known() -> None:
    assert set(TEXTS) == set(COLUMNS)


@pytest.mark.parametrize("name", COLUMNS)
def test_a_list_names_its_source(name: str) -> None:
    comments = [line for line in TEXTS[name] if line.startswith("#")]
    assert any(line.startswith(("# Source: ", "# Sources: ")) for line in comments)


@pytest.mark.parametrize("name", COLUMNS)
def test_every_line_parses(name: str) -> None:
    least, most = COLUMNS[name]
    odd = [
        row
        for row in ROWS[name]
        if not least <= len(row) <= most or not all(row) or row != [c.strip() for c in row]
    ]
    assert odd == []


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_one_of_the_header(name: str) -> None:
    assert {row[1] for row in ROWS[name]} <= KINDS[name]


@pytest.mark.parametrize("name", COLUMNS)
def test_no_name_is_listed_twice(name: str) -> None:
    keys = Counter(tuple(row[: REPEATED.get(name, 1)]) for row in ROWS[name])
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("name", [name for name, (least, most) in COLUMNS.items() if least < most])
def test_no_spelling_is_said_twice_in_a_line(name: str) -> None:
    last = COLUMNS[name][1] - 1
    for row in ROWS[name]:
        forms = [squeeze(form) for form in (row[0], *(row[last].split("|") if len(row) > last else ()))]
        assert len(set(forms)) == len(forms), row


def test_no_spelling_is_two_things() -> None:
    of: dict[str, set[str]] = {}
    for name in (
        "agencies",
        "associations",
        "companies",
        "government",
        "institutes",
        "media",
        "universities",
    ):
        for row in ROWS[name]:
            for form in (row[0], *(row[2].split("|") if len(row) > 2 else ())):
                of.setdefault(squeeze(form), set()).add(row[0])
    assert {form: names for form, names in of.items() if len(names) > 1} == {}


def test_the_national_complexes_are_all_there() -> None:
    assert {row[0] for row in ROWS["complexes"] if row[1] == "national"} == set(NATIONAL)
    assert len(NATIONAL) == 53


@pytest.mark.parametrize(("name", "spelling"), SPELLED, ids=[spelling for _, spelling in SPELLED])
def test_a_national_complex_is_found_by_its_short_forms(
    name: str, spelling: str, records_of: Callable[..., Records]
) -> None:
    (record,) = records_of(f"업체들이 {spelling}에 공장을 지었다.").complexes
    assert (record.name, record.surface) == (name, (spelling,))


PLACES = "오창 오창읍 송도국제도시 경기남부 전라북도 마산 구미 반월시화 남동 대불 충북 호남 영남 충청 대경권"


@pytest.mark.parametrize("form", PLACES.split())
def test_a_place_is_known_by_its_other_forms(form: str) -> None:
    assert load_lexicon().is_place(form)
