from collections.abc import Callable

import pytest

from schema import Records

MINI, SUB, CLUSTER = "mini_cluster", "sub_mini_cluster", "cluster"
NAMED = {
    "named": ("정밀가공 미니클러스터가 출범했다.", {"정밀가공": MINI}),
    "fused": ("해양플랜트미클 회원사들이 모였다.", {"해양플랜트": MINI}),
    "quoted": ("‘수송기계 미클’을 결성했다.", {"수송기계": MINI}),
    "abbreviated": ("전기차부품 MC를 새로 만들었다.", {"전기차부품": MINI}),
    "list with triangles": (
        "△금형소재 △정밀화학 △식품포장 등 3개의 미니클러스터로 엮었다.",
        {"금형소재": MINI, "정밀화학": MINI, "식품포장": MINI},
    ),
    "list with commas, no 등": (
        "기계부품, 항공부품, 나노소재의 3개 미클을 운영한다.",
        {"기계부품": MINI, "항공부품": MINI, "나노소재": MINI},
    ),
    "middle dots stay where the number says so": (
        "기계·금속, 전기·전자 등 2개 미니클러스터",
        {"기계·금속": MINI, "전기·전자": MINI},
    ),
    "middle dots part where the number says so": (
        "조선·기계·화학 3개의 미니클러스터를 구성했다.",
        {"조선": MINI, "기계": MINI, "화학": MINI},
    ),
    "list without a number": (
        "이차전지, 수소연료 등 미니클러스터 회원사",
        {"이차전지": MINI, "수소연료": MINI},
    ),
    "sub": ("스마트센서 서브 미니클러스터를 선정했다.", {"스마트센서": SUB}),
    "regional, by its place": ("오창혁신클러스터는 5년차를 맞았다.", {"오창": CLUSTER}),
    "regional list": ("충북 오창, 부산 녹산 등 2개 신규 클러스터", {"오창": CLUSTER, "녹산": CLUSTER}),
    "place and field": ("오송 바이오클러스터에 기업이 모인다.", {"오송 바이오": CLUSTER}),
    "special zone": ("대덕연구개발특구의 연구소기업", {"대덕": CLUSTER}),
    "abroad": ("미국의 실리콘밸리와 스웨덴의 시스타를 둘러봤다.", {"실리콘밸리": CLUSTER, "시스타": CLUSTER}),
    "no generic ones": ("자율형 미니클러스터와 5개의 미니클러스터, 각 미클이 모였다.", {}),
    "no field only": ("뿌리산업을 아우르는 클러스터를 만든다.", {}),
    "no programme": ("녹산 클러스터사업 추진 계획을 밝혔다.", {}),
    "no office": ("구미클러스터추진단이 문을 열었다.", {}),
    "no abbreviation introduced": ("미니클러스터(이하 미클)를 출범시켰다.", {}),
}


@pytest.mark.parametrize(("text", "kinds"), NAMED.values(), ids=NAMED)
def test_clusters_are_named_by_kind(
    text: str, kinds: dict[str, str], records_of: Callable[..., Records]
) -> None:
    assert {record.name: record.kind for record in records_of(text).clusters} == kinds


def test_a_cluster_belongs_to_the_complex_named_before_it(records_of: Callable[..., Records]) -> None:
    (cluster,) = records_of("남동산업단지의 정밀가공 미니클러스터에 80개사가 가입했다.").clusters
    assert cluster.complex == "남동국가산업단지"
