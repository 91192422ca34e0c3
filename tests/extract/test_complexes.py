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
    "two that share the ending": ("반월·시화산단의 가동률", {"반월국가산업단지", "시화국가산업단지"}),
    "unlisted, by its form": (
        "미곡농공단지와 두들일반산업단지를 둘러봤다.",
        {"미곡농공단지", "두들일반산업단지"},
    ),
    "a name without ending": ("G밸리에 모인 스타트업", {"서울디지털국가산업단지"}),
    "no corporation": ("국민건강보험공단과 한국환경공단이 협약했다.", set()),
    "not KICOX": ("한국산업단지공단은 올해 예산을 늘렸다.", set()),
    "no generic ones": ("노후 산업단지와 전국 산단, 이들 공단, 첨단산업단지를 살린다.", set()),
    "no kind of them": ("국가산업단지와 일반산업단지, 농공단지의 차이", set()),
    "no word of time before it": ("이날 산업단지 50주년 행사가 열렸다.", set()),
}


@pytest.mark.parametrize(("text", "names"), NAMED.values(), ids=NAMED)
def test_complexes_are_named(text: str, names: set[str], records_of: Callable[..., Records]) -> None:
    assert {record.name for record in records_of(text).complexes} == names


def test_all_spellings_are_one_complex(records_of: Callable[..., Records]) -> None:
    (record,) = records_of("남동산단은 넓다.\n남동공단에는 길이 있다.\n남동국가산업단지의 면적").complexes
    assert set(record.surface) == {"남동산단", "남동공단", "남동국가산업단지"}
