import time

import pytest

from extract import money
from extract.shares import sharers
from schema import Document, Span

CASES = [
    ("both", "나주도와 다온시가 각각 15억원을 낸다", ["나주도", "다온시"]),
    ("no-particle", "국비 5억원에 도비와 시비 각각 2억원을 합쳤다", ["도비", "시비"]),
    ("apiece", "나주구와 다온구도 7000만원씩을 냈다", ["나주구", "다온구"]),
    ("givers", "가온창투와 나래캐피탈에서 15억원씩 받았다", ["가온창투", "나래캐피탈"]),
    ("with-a-buyer", "가온켐과 나래열기가 중국 바이어와 각각 10만달러의 계약", ["가온켐", "나래열기"]),
    ("two-words", "시험·인증과 해외 판로에는 각각 2000만원까지 지원한다", ["시험·인증", "해외 판로"]),
    ("three", "가온도, 나래시와 다온시가 각각 5억원을 낸다", ["가온도", "나래시", "다온시"]),
    ("dots", "가온텍·나래정밀·다온소재가 각각 3억원을 낸다", ["가온텍", "나래정밀", "다온소재"]),
    ("commas", "가온도, 나래시, 다온시가 각각 5억원을 낸다", ["가온도", "나래시", "다온시"]),
    ("each-after", "나주특구와 다온특구에서도 200억원 미만의 펀드를 각각 선보인다", ["나주특구", "다온특구"]),
    ("not-the-sum-before", "정부가 40억원, 나주도와 다온시가 각각 15억원을 낸다", ["나주도", "다온시"]),
    ("in-brackets", "총 4억원(국비와 시비가 각 2억원)을 들인다", ["국비", "시비"]),
    ("및", "국비 및 시비가 각 2억원", ["국비", "시비"]),
    ("his-own", "나주은행과 다온도가 각각 60억원, 30억원을 넣는다", []),
    ("his-own-and", "나주은행과 다온캐피탈에서 각각 30억 원과 20억 원을 받았다", []),
    ("no-names", "두 회사가 1억원씩 냈다", []),
    ("a-verb", "가온텍과 손잡고 각각 5억원을 냈다", []),
    ("effect", "분석 결과 기업에 각각 3억원", []),
    ("one", "가온텍이 5억원을 냈다", []),
    ("said-of-both", "가온텍과 나래정밀이 5억원을 냈다", []),
    ("a-clause", "사업을 마치고, 가온도가 각각 5억원을 낸다", []),
]


@pytest.mark.parametrize(("text", "names"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_who_each_have_an_amount(text: str, names: list[str]) -> None:
    found = [
        [name.of(text) for name in sharers(text, mention.span, Span(0, len(text)))]
        for mention in money.find(Document("a", text, 0, (), ()))
    ]
    assert [each for each in found if each] == ([names] if names else [])


@pytest.mark.parametrize("unit", ["가와 나", "가, ", "가·나", "각각 ", "가나와 다라가 "])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    text = unit * (250_000 // len(unit))
    started = time.perf_counter()
    for start in range(0, len(text), 500):
        sharers(text, Span(start, start + 1), Span(0, len(text)))
    assert time.perf_counter() - started < 5
