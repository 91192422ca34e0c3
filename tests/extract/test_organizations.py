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
    "a city that is a place": ("공장은 경북 구미시에 있다.", {}),
    "a mayor names the city": ("이바다 구미시장은 말했다.", {"구미시": "government"}),
    "no generic ones": ("추진단과 지원센터, 연구소, 협의회, 대학이 모였다.", {}),
    "no researchers": ("책임연구원과 수석연구원이 발표했다.", {}),
}
MERGED = {
    "short form introduced": (
        "한국두루진흥협회(이하 두루협)가 생겼다. 두루협은 30개사로 출발했다.",
        "한국두루진흥협회",
        "두루협",
    ),
    "part of a whole": (
        "한국산업단지공단 경인지역본부가 맡는다. 경인본부는 인력을 늘렸다.",
        "한국산업단지공단 경인지역본부",
        "경인본부",
    ),
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


def test_the_newspaper_itself_is_none(records_of: Callable[..., Records]) -> None:
    text = "전자신문이 현장을 찾았다. 산단공이 안내했다."
    names = {record.name for record in records_of(text, publisher="전자신문").organizations}
    assert names == {"한국산업단지공단"}
