from collections.abc import Callable

import pytest

from schema import Records

NAMED = {
    "listed": ("남동공단에 입주한 업체가 늘었다.", {"남동국가산업단지"}),
    "listed, its official name": ("구미국가산업단지는 1969년에 조성됐다.", {"구미국가산업단지"}),
    "with its region, fused": ("인천남동공단에서 화재가 났다.", {"남동국가산업단지"}),
    "with its region, apart": (
        "경기 시화공단과 인천 남동공단을 잇는다.",
        {"시화국가산업단지", "남동국가산업단지"},
    ),
    "ending apart": ("녹산 국가산업단지 관리사무소", {"명지녹산국가산업단지"}),
    "unlisted, by its form": (
        "미곡농공단지와 두들일반산업단지를 둘러봤다.",
        {"미곡농공단지", "두들일반산업단지"},
    ),
    "unlisted, of a town": ("해남군 화원면 농공단지에 조선소가 선다.", {"화원면 농공단지"}),
    "by town and field": ("예산 신소재산업단지로 옮긴다.", {"예산신소재일반산업단지"}),
    "a name without ending": ("G밸리에 모인 스타트업", {"서울디지털국가산업단지"}),
    "단지 alone, of a listed one": (
        "구미단지와 반월시화단지 중소기업",
        {"구미국가산업단지", "반월시화국가산업단지"},
    ),
    "numbered": ("율촌 2산단에 공장을 짓는다.", {"율촌제2일반산업단지"}),
    "by number alone": ("업체는 제5일반산단에 투자하고 3공단에도 땅을 산다.", {"제5일반산단", "3공단"}),
    "of a valley, numbered": ("테크노밸리 제2산단을 잇는다.", {"테크노밸리 제2산단"}),
    "valley and ending apart": ("‘새오름 테크노밸리 산업단지’를 조성한다.", {"새오름 테크노밸리 산업단지"}),
    "for foreign firms": (
        "오창 외국인투자지역과 천안외국인투자지역",
        {"오창외국인투자지역", "천안외국인투자지역"},
    ),
    "for foreign firms, in another": ("하남산단 외국인투자지역", {"하남일반산업단지"}),
    "of a place and a field": ("구미디지털전자정보집적단지에 센터를 둔다.", {"구미디지털전자정보집적단지"}),
    "for a strategic field": (
        "포항·새만금 이차전지 특화단지",
        {"포항 이차전지 특화단지", "새만금 이차전지 특화단지"},
    ),
}
LISTS = {
    "counted before, places glued to their provinces": (
        "6개 산단은 경남창원, 인천남동, 경북구미, 대구성서, 광양, 부산신평장림 등.",
        {
            "창원국가산업단지",
            "남동국가산업단지",
            "구미국가산업단지",
            "성서일반산업단지",
            "광양국가산업단지",
            "신평장림일반산업단지",
        },
    ),
    "two that share the ending": ("반월·시화산단의 가동률", {"반월국가산업단지", "시화국가산업단지"}),
    "one with a dot in it": (
        "부산 신평·장림일반산단과 울산·미포산단",
        {"신평장림일반산업단지", "울산미포국가산업단지"},
    ),
    "that share the ending, by comma": (
        "창원, 반월시화산단을 시작으로",
        {"창원국가산업단지", "반월시화국가산업단지"},
    ),
    "no ending, with a dot": ("반월·시화에 등록된 업체", {"반월국가산업단지", "시화국가산업단지"}),
    "counted": (
        "반월시화, 구미, 대불 등 3개 단지를 바꾼다.",
        {"반월시화국가산업단지", "구미국가산업단지", "대불국가산업단지"},
    ),
    "counted in a region": (
        "남동, 부평 등 수도권 2개 국가산업단지",
        {"남동국가산업단지", "부평국가산업단지"},
    ),
    "counted, a pair as one": (
        "창원, 구미, 반월·시화 등 전국 3개 시범 산업단지",
        {"창원국가산업단지", "구미국가산업단지", "반월시화국가산업단지"},
    ),
    "counted, unlisted": (
        "죽림, 동수, 운남 등 3개 농공단지",
        {"죽림농공단지", "동수농공단지", "운남농공단지"},
    ),
    "counted, with spaces between": (
        "영암 군서와 일로 삼호 등 3개 농공단지",
        {"군서농공단지", "일로농공단지", "삼호농공단지"},
    ),
    "no space before 등": ("구미, 대불등 2개 산업단지", {"구미국가산업단지", "대불국가산업단지"}),
    "in a bracket behind": (
        "5개 단지(대구성서, 부산녹산 등)를 골랐다.",
        {"성서일반산업단지", "명지녹산국가산업단지"},
    ),
    "made the greater ones": (
        "남동, 부평, 주안을 거점 단지로 정했다.",
        {"남동국가산업단지", "부평국가산업단지", "주안국가산업단지"},
    ),
    "made the greater ones, after another clause": (
        "정부는 부품산업의 허브로 구축, 남동, 부평, 주안을 거점 단지로 정했다.",
        {"남동국가산업단지", "부평국가산업단지", "주안국가산업단지"},
    ),
    "told one by one": (
        "단지별로는 여수(32%), 온산(20%)의 생산이 늘었다. 남동(27%)도 늘었다.",
        {"여수국가산업단지", "온산국가산업단지", "남동국가산업단지"},
    ),
}
NONE = {
    "towns are counted": "도는 천안·아산·서산 등 3개 시군 산업단지에 기업을 유치했다.",
    "a class of complexes": "‘소부장 특화단지’ 지원 방안이 나왔다.",
    "half a body's name": "한국산업단지 주관 공모에 선정됐다.",
    "corporation": "국민건강보험공단과 한국환경공단이 협약했다.",
    "KICOX": "한국산업단지공단은 올해 예산을 늘렸다.",
    "provinces in a row": "충남과 전북, 전남 등 서해안 40개 산업단지를 묶는다.",
    "generic": "노후 산업단지와 전국 산단, 이들 공단, 첨단산업단지, 문화선도산단, 거점단지를 살린다.",
    "kinds": "국가산업단지와 일반산업단지, 농공단지, 외국인투자지역, 첨단의료복합단지의 차이",
    "a word of time before": "이날 산업단지 50주년 행사가 열렸다.",
    "all of a region": "무안지역 농공단지와 무안 농공단지, 도내 농공단지, 원주권 산업단지, 대구 산단",
    "of houses and trade": "아파트단지와 물류단지, 관광단지, 기업집적단지, 물 산업 집적단지",
    "a pair of cities": "여수·광양에 등록된 업체",
    "rural ones of a county": "홍성 농공단지의 작은 거인",
    "grown, not made": "해남 태양광단지와 고성 관광단지",
    "a field's programme": "정부가 바이오 특화단지를 다섯 곳으로 늘린다.",
    "fields": "금형, 조선 등 3개 산업단지 특화 업종",
    "cities by themselves": "여수(32%), 온산(20%)의 인구가 늘었다.",
}


NUMBERED = {
    "numbers with dots": (
        "구미1·2·3공단",
        {"구미제1국가산업단지", "구미제2국가산업단지", "구미제3국가산업단지"},
    ),
    "numbers with commas": ("천안 제2, 제3산업단지", {"천안제2일반산업단지", "천안제3일반산업단지"}),
    "unlisted": ("대전 8·9산업단지", {"대전8산업단지", "대전9산업단지"}),
    "a number after another": (
        "구미1공단 12개사와 2공단 10개사",
        {"구미제1국가산업단지", "구미제2국가산업단지"},
    ),
    "numbered and all of them": (
        "제천산단이 뜬다.\n제천 제1산단과 제천 제2산단이 넓다.",
        {"제천제1일반산업단지", "제천제2일반산업단지"},
    ),
}
FIELDS = {
    "town and field": ("전북 익산 패션단지로 옮겼다.", {"익산 패션단지"}),
    "field, built at a place": ("삼척 산단 배후에 LNG 부품 특화단지를 만든다.", {"LNG 부품 특화단지"}),
    "field in marks": ("‘제조로봇 협동화단지’의 밑그림", {"제조로봇 협동화단지"}),
    "field of a rural one": ("추부면에 있는 인삼약초 특화농공단지가 준공됐다.", {"인삼약초농공단지"}),
    "rural beside general": ("원주 문막농공단지의 기업", {"문막농공단지"}),
    "rural, an everyday word": ("기업이 조성농공단지에 둥지를 튼다.", {"조성농공단지"}),
    "own rows": ("나주 신도산단과 평동3차산단", {"나주신도일반산업단지", "평동3차일반산업단지"}),
}


@pytest.mark.parametrize(
    ("text", "names"),
    [pytest.param(*case, id=name) for name, case in {**NAMED, **LISTS, **NUMBERED, **FIELDS}.items()],
)
def test_complexes_are_named(text: str, names: set[str], records_of: Callable[..., Records]) -> None:
    assert {record.name for record in records_of(text).complexes} == names


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_complex_is_named(text: str, records_of: Callable[..., Records]) -> None:
    assert [record.name for record in records_of(text).complexes] == []


def test_all_spellings_are_one_complex(records_of: Callable[..., Records]) -> None:
    (record,) = records_of("남동산단은 넓다.\n남동공단에는 길이 있다.\n남동국가산업단지의 면적").complexes
    assert set(record.surface) == {"남동산단", "남동공단", "남동국가산업단지"}


ONE = {
    "without its town": ("대산장암농공단지가 문을 열었다. 장암농공단지는 넓다.", "장암농공단지"),
    "without its region": ("경북 경산 진량산단의 기업", "진량산단"),
    "shorter in the title": ("삼척 방재산단 유치\n소방방재일반산업단지의 첫 기업", "방재산단"),
    "by its number": ("청계 제2 농공단지를 만든다. 제2 농공단지는 넓다.", "제2 농공단지"),
}


@pytest.mark.parametrize(("text", "spelling"), ONE.values(), ids=ONE)
def test_a_shorter_name_is_the_same_complex(
    text: str, spelling: str, records_of: Callable[..., Records]
) -> None:
    (record,) = records_of(text).complexes
    assert spelling in record.surface
