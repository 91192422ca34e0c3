from collections.abc import Callable

import pytest

from schema import Records

MEMBERS = {
    "takes part": (
        "정밀가공 미니클러스터에는 누리정밀, 한솔하이텍이 참여한다.",
        {("누리정밀", "정밀가공"), ("한솔하이텍", "정밀가공")},
    ),
    "founding, with institutes": (
        "의료기기 미니클러스터는 창립총회를 열고 인하대, 한국광기술원 등과 협업시스템을 구축하기로 했다.",
        {("인하대학교", "의료기기"), ("한국광기술원", "의료기기")},
    ),
    "a buyer is none": ("독일 바이어 한솔하이텍은 조선기자재 미니클러스터를 방문해 의향서를 건넸다.", set()),
    "who runs it is none": ("산단공은 정밀가공 미니클러스터 회원사를 지원한다.", set()),
}


@pytest.mark.parametrize(("text", "expected"), MEMBERS.values(), ids=MEMBERS)
def test_members(text: str, expected: set[tuple[str, str]], records_of: Callable[..., Records]) -> None:
    assert {(member.organization, member.cluster) for member in records_of(text).members} == expected
