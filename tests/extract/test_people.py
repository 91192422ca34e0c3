from collections.abc import Callable

import pytest

from schema import Records

KICOX = "한국산업단지공단"
NAMED = {
    "after the firm": ("누리정밀 강희수 대표이사는 말했다.", [("강희수", "누리정밀", "대표이사")]),
    "in brackets": ("누리정밀(대표 강희수)은 부품사다.", [("강희수", "누리정밀", "대표")]),
    "two in brackets": (
        "누리정밀(대표 강희수 이두리)은 부품사다.",
        [("강희수", "누리정밀", "대표"), ("이두리", "누리정밀", "대표")],
    ),
    "before the body": ("박바다 산단공 이사장은 말했다.", [("박바다", KICOX, "이사장")]),
    "a title that holds its office": (
        "이현호 산업단지공단 호남지역본부장은 말했다.",
        [("이현호", f"{KICOX} 호남지역본부", "본부장")],
    ),
    "professor": ("백기석 충북대 교수팀과 개발한다.", [("백기석", "충북대학교", "교수")]),
    "again by the title alone": (
        "대구성서클러스터추진단(단장 박광수)이 나섰다. 박광수 단장은 말했다.",
        [("박광수", "대구성서클러스터추진단", "단장")],
    ),
    "with an age": ("강희수 누리정밀 대표(45)는 말했다.", [("강희수", "누리정밀", "대표")]),
    "no reporter": ("김하늘 기자가 전했다.", []),
    "no title, no person": ("대표이사는 사업을 설명했다.", []),
}


@pytest.mark.parametrize(("text", "expected"), NAMED.values(), ids=NAMED)
def test_people_have_organization_and_role(
    text: str, expected: list[tuple[str, str, str]], records_of: Callable[..., Records]
) -> None:
    assert [(one.name, one.organization, one.role) for one in records_of(text).people] == expected
