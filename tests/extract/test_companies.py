from collections.abc import Callable

import pytest

from extract import Extractor
from extract.linear import Question, Witness
from schema import Article, Records

NAMED = {
    "mark before": ("(주)세올루는 올해 공장을 옮겼다.", {"세올루"}),
    "mark after": ("세올루㈜와 손을 잡았다.", {"세올루"}),
    "word mark": ("주식회사 가람누리는 부품을 만든다.", {"가람누리"}),
    "ending": ("한솔하이텍과 누리정밀이 뛰어들었다.", {"한솔하이텍", "누리정밀"}),
    "head in brackets": ("루미카(대표 김하늘)는 조명을 만든다.", {"루미카"}),
    "head after": ("루미카 김하늘 대표는 말했다.", {"루미카"}),
    "two letters and a head": ("이날 누온 이하늘 대표이사가 뽑혔다.", {"누온"}),
    "a time and a head": ("당시 이하늘 대표는 말했다. 신임 이하늘 회장도 말했다.", set()),
    "said to be one": ("발열체 전문기업인 엘로힘스는 매출이 늘었다.", {"엘로힘스"}),
    "does what one does": ("모비루스는 지난해 센서를 양산했다.", {"모비루스"}),
    "list that holds one": (
        "옵티루카, 제이하이텍, 한빛루멘이 참여했다.",
        {"옵티루카", "제이하이텍", "한빛루멘"},
    ),
    "list that says so": (
        "아이루카, 세미온, 바이탈루 등 20여 회원사가 있다.",
        {"아이루카", "세미온", "바이탈루"},
    ),
    "one for many": ("그 결과 누리콤 등 클러스터에 참여한 3개 기업이 매출을 올렸다.", {"누리콤"}),
    "a field for many": ("반도체 등 20개 기업과 김해시 등 3개 업체가 왔다.", set()),
    "a mark before everyday words": ("㈜바이오소재는 공장을 옮겼다.", {"바이오소재"}),
    "a mark before a torn name": ("㈜선한김치와 (주)한창밸브의 공장이다.", {"선한김치", "한창밸브"}),
    "a mark behind a torn name": ("진단 기업 모나㈜는 실증을 거쳤다.", {"모나"}),
    "a mark, and a particle taken in": ("㈜수면과학과 나래는 다르다.", {"수면과학"}),
    "a mark, and no particle": ("(주)가온제과 대표는 말했다.", {"가온제과"}),
    "a mark before two words": ("㈜케이나래 솔루텍도 공장을 옮겼다.", {"케이나래 솔루텍"}),
    "a mark before a word and what only names end in": ("㈜케이나래 테크는 늘었다.", {"케이나래 테크"}),
    "a mark before a word and capitals": ("㈜나래온 BM&S 등은 늘었다.", {"나래온 BM&S"}),
    "a mark before a word and an ending": ("㈜가라온 산업(대표 강희수)은 늘었다.", {"가라온 산업"}),
    "a mark, and what it makes": ("㈜가라온 로봇을 샀다. ㈜나래온 R&D를 도왔다.", {"가라온", "나래온"}),
    "a mark, and its head": (
        "㈜가라온 대표와 ㈜나래온 김하늘 대표, ㈜세올루 공장이다.",
        {"가라온", "나래온", "세올루"},
    ),
    "capitals that end like a title": ("㈜성원PCM과 협약했다.", {"성원PCM"}),
    "a plant of a firm": ("(주)가온모터스 부산공장과 협의했다.", {"가온모터스 부산공장"}),
    "a firm with 사": ("후지쯔사에 납품했다.", {"후지쯔"}),
    "the rest of a longer name": ("(주)가야덴티스는 계약했다.", {"가야덴티스"}),
    "a person without a name": ("도장 공장을 하는 정모씨는 말했다.", set()),
    "listed": ("삼성전자와 포스코가 사들인다.", {"삼성전자", "포스코"}),
    "places in a row": ("산단은 경남창원, 전남여수, 울산미포, 부산녹산 등이다.", set()),
    "a place and its industry": ("원주의료기기산업은 크게 늘었다.", set()),
    "a firm named so": ("부산금속산업(대표 강희수)은 크게 늘었다.", {"부산금속산업"}),
    "a venue": ("총회는 나래인터내셔널호텔에서 열렸다.", set()),
    "its legal form alone": ("농업회사법인이 늘었다. 주식회사로 바꿨다.", set()),
    "anonymous": ("H사와 A업체, 모 회사가 계약했다.", set()),
    "generic": ("중소기업과 입주업체, 협력회사가 늘었다.", set()),
    "a person": ("김하늘은 제품을 개발했다.", set()),
    "a country": ("베트남은 투자를 늘렸다.", set()),
}
SIGNED = {
    "one for many": ("미카온 등 참여한 3개 기업이 왔다.", "미카온", "stands-for-firms"),
    "founded": ("강희수 교수가 설립한 미카온은 컸다.", "미카온", "founded"),
    "before a chairman's other post": ("강희수 회장(미카온 대표)은 말했다.", "미카온", "beside-a-head"),
    "behind a chairman": ("특장MC(회장 강희수, 미카온)는 커졌다.", "미카온", "beside-a-head"),
    "a builder": ("미카온은 사천산단 3만㎡ 부지에 공장을 건립한다.", "미카온", "topic-builds"),
    "said to be one": ("'미카온'은 연구소기업으로 컸다.", "미카온", "is-one"),
    "a particle behind a quote": ("'미카온'은 연구소기업으로 컸다.", "미카온", "after:은"),
}


@pytest.mark.parametrize(("text", "names"), NAMED.values(), ids=NAMED)
def test_companies_are_named(text: str, names: set[str], records_of: Callable[..., Records]) -> None:
    assert {record.name for record in records_of(text).organizations if record.type == "company"} == names


def test_the_mark_stays_in_the_surface(records_of: Callable[..., Records]) -> None:
    (record,) = records_of("㈜세올루는 공장을 옮겼다.").organizations
    assert (record.name, record.surface[0]) == ("세올루", "㈜세올루")


def test_a_subject_is_no_part_of_its_object(records_of: Callable[..., Records]) -> None:
    assert not any(" " in record.name for record in records_of("㈜가온이 솔루텍을 샀다.").organizations)


@pytest.mark.parametrize(("text", "name", "sign"), SIGNED.values(), ids=SIGNED)
def test_constructions_of_firms_are_signs(text: str, name: str, sign: str, extractor: Extractor) -> None:
    witness = Witness(extractor.models)
    extractor.extract(Article("a", text), weigh=witness.weigh)
    asked = [one for one, _ in witness.heard if isinstance(one, Question) and one.model == "company"]
    assert sign in {each for one in asked if one.candidate == name for each in one.signs}
