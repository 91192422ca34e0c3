from collections.abc import Callable

import pytest

from schema import Records

NAMED = {
    "listed, short form": ("산단공은 올해 예산을 늘렸다.", {"한국산업단지공단": "agency"}),
    "branch": ("산단공 인천지부에 따르면", {"한국산업단지공단 인천지부": "agency"}),
    "branch of a branch": (
        "산단공 동남본부 부산지사와 협의했다.",
        {"한국산업단지공단 동남지역본부 부산지사": "agency"},
    ),
    "a title names its office": (
        "김하늘 한국산업단지공단 호남지역본부장은 말했다.",
        {"한국산업단지공단 호남지역본부": "agency"},
    ),
    "a head between a body and its office": (
        "한국산업단지공단은 20일 부산에서 산단공 김하늘 인천지부장을 만났다.",
        {"한국산업단지공단": "agency", "한국산업단지공단 인천지부": "agency"},
    ),
    "an address before an office": (
        "행사는 경남 창원시 산단공 인천지부에서 열렸다.",
        {"한국산업단지공단 인천지부": "agency"},
    ),
    "a firm with the letters of a body": (
        "도는 (주) SH 중공업 등 5개사와 협약했다.",
        {"SH 중공업": "company"},
    ),
    "an office is not its cluster": (
        "대구성서클러스터추진단이 나섰다.",
        {"대구성서클러스터추진단": "agency"},
    ),
    "by its form": ("한울전자정보기술원이 장비를 들였다.", {"한울전자정보기술원": "research_institute"}),
    "university, short": (
        "금오공대와 인하대가 참여했다.",
        {"금오공과대학교": "university", "인하대학교": "university"},
    ),
    "a department is its university": ("충북대 산학협력단이 맡는다.", {"충북대학교": "university"}),
    "ministry": ("산업부는 3일 계획을 밝혔다.", {"산업통상자원부": "government"}),
    "a city that acts": ("구미시는 산단 재생을 서두른다.", {"구미시": "government"}),
    "cities of an area": ("공사는 달서구, 달성군과 경산시 일대에서 한다.", {}),
    "a mini cluster by its other name": ("경남지역 산학연협의체가 모였다.", {}),
    "cities joined by 및": (
        "도는 밀양시 및 함안군과 협약했다.",
        {"밀양시": "government", "함안군": "government"},
    ),
    "a city that is a place": ("공장은 경북 구미시에 있다.", {}),
    "a mayor names the city": ("이바다 구미시장은 말했다.", {"구미시": "government"}),
    "a city it has from": ("전남도에 따르면 늘었다.", {"전라남도": "government"}),
    "a city that is asked": ("조합은 부산시에 30억원의 융자를 신청했다.", {"부산광역시": "government"}),
    "a city with its mayor": ("담양군(군수 이하늘)이 나섰다.", {"담양군": "government"}),
    "a joint list": (
        "경북도·구미시·경북테크노파크는 손잡았다.",
        {"경상북도": "government", "구미시": "government", "경북테크노파크": "agency"},
    ),
    "two cities with one ending": (
        "천안·아산시는 손잡았다.",
        {"천안시": "government", "아산시": "government"},
    ),
    "a joint list of places": ("경기도·인천시에 있는 공장이다.", {}),
    "the city by its level": ("공장은 구미시로 옮긴다. 시는 이를 돕는다.", {"구미시": "government"}),
    "levels of nobody": ("시가 3억원 상당이다. A시와 B군이 다툰다. 양 시는 맞섰다.", {}),
    "an official of a city": ("군산시 투자지원과장은 말했다.", {"군산시": "government"}),
    "a free economic zone's authority": (
        "인천경제자유구역청이 나섰다.",
        {"인천경제자유구역청": "agency"},
    ),
    "an office of state": ("새만금개발청에 따르면", {"새만금개발청": "government"}),
    "a torn city": ("합쳐서 안산시가 25억원을 댄다.", {"안산시": "government"}),
    "money had from a city": ("나주시에서 이전보조금 7억원을 받았다.", {"나주시": "government"}),
    "money that a city gave": ("충주시 입지보조금 3억원이 들었다.", {"충주시": "government"}),
    "a programme of a province": (
        "이듬해 경남도의 향토자원 과제에서 1억2000만원을 받았다.",
        {"경상남도": "government"},
    ),
    "a city's department": ("울산시 자동차조선과는 경비를 냈다.", {"울산광역시": "government"}),
    "money had from others in a city": ("구미시에서 열린 상담회에서 3억원의 지원을 받았다.", {}),
    "what was made in a city": ("구미시에서 만든 부품이 상을 받았다.", {}),
    "the head of a district": ("부지를 내놓은 이는 남동구청장이다.", {"남동구": "government"}),
    "a government abroad": ("캐나다 교육부에 납품했다.", {"캐나다 교육부": "government"}),
    "an association abroad": ("카자흐 고려인협회가 도왔다.", {"카자흐 고려인협회": "association"}),
    "help is no office": ("산업단지공단 지원 9천만원을 받았다.", {"한국산업단지공단": "agency"}),
    "a bank of the state": ("산업은행에서 빌렸다.", {"한국산업은행": "company"}),
    "a bank's branch": ("산업은행 울산지점이 빌려줬다.", {"한국산업은행 울산지점": "company"}),
    "a party": ("더불어민주당은 환영했다.", {"더불어민주당": "other"}),
    "a committee of parliament": (
        "국회 농해수위가 열렸다.",
        {"국회 농림축산식품해양수산위원회": "government"},
    ),
    "a university's hospital": ("조선대병원은 임상을 맡는다.", {"조선대병원": "other"}),
    "several firms together": ("통영 업체들 협의체가 결성됐다.", {}),
    "two clusters' one office": (
        "한국산업단지공단 창원·녹산클러스터 추진단에 따르면",
        {"한국산업단지공단 창원·녹산클러스터 추진단": "agency"},
    ),
    "three in a row": (
        "광주과학기술원 한국광기술원 ETRI광통신연구센터 등이 있다.",
        {
            "광주과학기술원": "university",
            "한국광기술원": "research_institute",
            "ETRI광통신연구센터": "research_institute",
        },
    ),
    "a hospital of a university": ("원광대 산본병원과 손잡았다.", {"원광대학교 산본병원": "other"}),
    "a committee by its task": (
        "소재부품장비경쟁력위원회 의결을 거친다.",
        {"소재부품장비경쟁력위원회": "government"},
    ),
    "anybody's committees": ("심의위원회와 산업단지입주심사위원회를 연다.", {}),
    "a team that acts": ("산단공 클러스터운영실은 늘렸다.", {"한국산업단지공단 클러스터운영실": "agency"}),
    "a centre in its place": (
        "구미 모바일융합기술센터 우병민 센터장이 왔다.",
        {"구미 모바일융합기술센터": "agency"},
    ),
    "a speaker's department": ("김포시 이강민 기업지원과 팀장은 말했다.", {"김포시": "government"}),
    "a room": ("산단공 대회의실에서 열렸다.", {"한국산업단지공단": "agency"}),
    "no generic ones": ("추진단과 지원센터, 연구소, 협의회, 대학이 모였다.", {}),
    "a branch fused with its letters": ("LH전북본부의 분양공고가 났다.", {"LH전북본부": "agency"}),
    "a polytechnic by its number": ("창원폴리텍Ⅶ대학 교수와 만났다.", {"창원폴리텍Ⅶ대학": "university"}),
    "the nation's, torn": (
        "한국고운솜씨인협동조합과 손잡았다.",
        {"한국고운솜씨인협동조합": "association"},
    ),
    "an office of a free trade zone": (
        "마산자유무역지역관리원이 맡는다.",
        {"마산자유무역지역관리원": "agency"},
    ),
    "a ministry's own office": (
        "산업통상자원부 산단혁신기획단(단장 강희수)에 따르면",
        {"산업통상자원부 산단혁신기획단": "government"},
    ),
    "a ministry's everyday words": ("산업통상자원부 추진단과 협의했다.", {"산업통상자원부": "government"}),
    "a city that begins an address": ("특구는 대전광역시 유성구 일대다.", {}),
    "a city in full": ("대전광역시는 특구를 넓힌다.", {"대전광역시": "government"}),
    "times and stretches": ("포스트 코로나시대를 연다. 유성구일대를 묶는다.", {}),
    "no researchers": ("책임연구원과 수석연구원이 발표했다.", {}),
}
MERGED = {
    "short form introduced": (
        "한국두루진흥협회(이하 두루협)가 생겼다. 두루협은 30개사로 출발했다.",
        "한국두루진흥협회",
        "두루협",
    ),
    "short form behind the head": (
        "한국두루진흥협회(회장 강희수, 이하 두루협)가 생겼다. 두루협은 출발했다.",
        "한국두루진흥협회",
        "두루협",
    ),
    "letters before the head": (
        "한국두루진흥협회(KDJ·회장 강희수)가 생겼다. KDJ는 출발했다.",
        "한국두루진흥협회",
        "KDJ",
    ),
    "part of a whole": (
        "한국산업단지공단 경인지역본부가 맡는다. 경인본부는 인력을 늘렸다.",
        "한국산업단지공단 경인지역본부",
        "경인본부",
    ),
    "two provinces by one letter each": (
        "한국산업단지공단 대구경북지역본부가 맡는다. 대경권본부는 인력을 늘렸다.",
        "한국산업단지공단 대구경북지역본부",
        "대경권본부",
    ),
    "what it drives left out": (
        "한국산업단지공단 제천혁신클러스터추진단이 맡는다. 제천추진단은 인력을 늘렸다.",
        "한국산업단지공단 제천혁신클러스터추진단",
        "제천추진단",
    ),
}


OFFICES = {
    "of the parent named before": (
        "한국산업단지공단은 늘린다. 전북지역본부는 새로 뽑는다.",
        "한국산업단지공단 전북지역본부",
    ),
    "of nobody that has offices": ("전북신용보증재단은 늘린다. 전북지역본부는 새로 뽑는다.", "전북지역본부"),
}


@pytest.mark.parametrize(("text", "types"), NAMED.values(), ids=NAMED)
def test_organizations_are_named_by_type(
    text: str, types: dict[str, str], records_of: Callable[..., Records]
) -> None:
    assert {record.name: record.type for record in records_of(text).organizations} == types


@pytest.mark.parametrize(("text", "name", "short"), MERGED.values(), ids=MERGED)
def test_short_forms_are_one_organization(
    text: str, name: str, short: str, records_of: Callable[..., Records]
) -> None:
    (record,) = records_of(text).organizations
    assert record.name == name
    assert short in record.surface


@pytest.mark.parametrize(("text", "name"), OFFICES.values(), ids=OFFICES)
def test_an_office_belongs_to_its_parent(text: str, name: str, records_of: Callable[..., Records]) -> None:
    assert name in {record.name for record in records_of(text).organizations}


@pytest.mark.parametrize("end", ["MBC뉴스 강희수입니다.", "KBS NEWS 강희수입니다.", "YTN 강희수입니다."])
def test_who_signs_a_script_is_none(end: str, records_of: Callable[..., Records]) -> None:
    names = {record.name for record in records_of(f"산단공이 안내했습니다. {end}").organizations}
    assert names == {"한국산업단지공단"}


def test_a_broadcaster_spoken_of_is_one(records_of: Callable[..., Records]) -> None:
    text = "도심융합특구를 알린 곳은 MBC 라디오입니다. 산단공과 KBS가 협약했습니다."
    assert {"KBS", "MBC"} <= {record.surface[0] for record in records_of(text).organizations}


def test_a_city_that_gives_its_own_news_is_one(records_of: Callable[..., Records]) -> None:
    (record,) = records_of("부산시는 3일 계획을 밝혔다.", publisher="부산광역시").organizations
    assert record.name == "부산광역시"


def test_the_newspaper_itself_is_none(records_of: Callable[..., Records]) -> None:
    text = "전자신문이 현장을 찾았다. 산단공이 안내했다."
    names = {record.name for record in records_of(text, publisher="전자신문").organizations}
    assert names == {"한국산업단지공단"}
