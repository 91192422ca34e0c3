import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import money
from schema import Amount, Document

EOK = 100_000_000
MAN = 10_000

Row = tuple[str, str, str, int | None, int | None, str, str]

ONE: list[Row] = [
    ("spaces part thousands", "매출은 1 000억 원이다", "1 000억 원", 10**11, 10**11, "KRW", "exact"),
    ("a space after an ordinal parts two numbers", "제3 100억원", "100억원", 10**10, 10**10, "KRW", "exact"),
    ("mixed", "지원금 1억500만원을 받았다", "1억500만원", 105_000_000, 105_000_000, "KRW", "exact"),
    ("worth", "총 20억원어치를 공급한다", "20억원", 20 * EOK, 20 * EOK, "KRW", "exact"),
    ("조-억", "사업비 2조3000억원을 들인다", "2조3000억원", 23000 * EOK, 23000 * EOK, "KRW", "exact"),
    ("조-space-억", "예산 1조 2천억 원", "1조 2천억 원", 12000 * EOK, 12000 * EOK, "KRW", "exact"),
    (
        "space-before-won",
        "장비에 1억2000만 원을 썼다",
        "1억2000만 원",
        120_000_000,
        120_000_000,
        "KRW",
        "exact",
    ),
    ("spaced-number", "모두 3 억 원", "3 억 원", 3 * EOK, 3 * EOK, "KRW", "exact"),
    ("full-width", "상금 ３억원", "３억원", 3 * EOK, 3 * EOK, "KRW", "exact"),
    ("line-break", "모두 120억\n원을 투입한다", "120억\n원", 120 * EOK, 120 * EOK, "KRW", "exact"),
    (
        "commas",
        "예산은 1,234억5,600만원이다",
        "1,234억5,600만원",
        123_456_000_000,
        123_456_000_000,
        "KRW",
        "exact",
    ),
    ("백만", "잔액 1,050백만원", "1,050백만원", 1_050_000_000, 1_050_000_000, "KRW", "exact"),
    ("decimal", "시장은 2.3조원", "2.3조원", 23000 * EOK, 23000 * EOK, "KRW", "exact"),
    ("천만원", "한 곳에 천만원을 준다", "천만원", 1000 * MAN, 1000 * MAN, "KRW", "exact"),
    ("십억원", "출연금 십억원", "십억원", 10 * EOK, 10 * EOK, "KRW", "exact"),
    ("삼천만원", "매달 삼천만원이 든다", "삼천만원", 3000 * MAN, 3000 * MAN, "KRW", "exact"),
    ("1천억", "투자 1천억원", "1천억원", 1000 * EOK, 1000 * EOK, "KRW", "exact"),
    ("3백30억", "매출 3백30억원", "3백30억원", 330 * EOK, 330 * EOK, "KRW", "exact"),
    ("3천원", "점심값 3천원을 낸다", "3천원", 3000, 3000, "KRW", "exact"),
    ("each-day", "하루 100만원씩 쌓인다", "100만원", 100 * MAN, 100 * MAN, "KRW", "exact"),
    ("an-era", "수출 1조원 시대를 연다", "1조원", 10000 * EOK, 10000 * EOK, "KRW", "exact"),
    ("thousands", "한 장에 1,500원이다", "1,500원", 1500, 1500, "KRW", "exact"),
    ("spoken-shortcut", "지원금 1억5천만원", "1억5천만원", 150_000_000, 150_000_000, "KRW", "exact"),
    ("약", "올해 약 48억원이 든다", "48억원", 48 * EOK, 48 * EOK, "KRW", "approx"),
    ("여-after", "예산 47억여원을 확보", "47억여원", 47 * EOK, 47 * EOK, "KRW", "approx"),
    ("여-inside", "120여억 원 규모", "120여억 원", 120 * EOK, 120 * EOK, "KRW", "approx"),
    ("여-spaced", "모두 12억 여원", "12억 여원", 12 * EOK, 12 * EOK, "KRW", "approx"),
    ("가량", "1000억원가량을 푼다", "1000억원", 1000 * EOK, 1000 * EOK, "KRW", "approx"),
    ("정도", "20억 원 정도가 든다", "20억 원", 20 * EOK, 20 * EOK, "KRW", "approx"),
    ("안팎", "매출 30억원 안팎", "30억원", 30 * EOK, 30 * EOK, "KRW", "approx"),
    ("수준", "월 200만원 수준", "200만원", 200 * MAN, 200 * MAN, "KRW", "approx"),
    ("원대", "매출 100억원대의 회사", "100억원", 100 * EOK, 100 * EOK, "KRW", "approx"),
    ("계약-is-no-약", "수출계약 100억원을 맺었다", "100억원", 100 * EOK, 100 * EOK, "KRW", "exact"),
    ("이상", "매출 1000억원 이상의 기업", "1000억원", 1000 * EOK, None, "KRW", "at_least"),
    ("초과", "5억원 초과", "5억원", 5 * EOK, None, "KRW", "at_least"),
    ("넘는", "100억원이 넘는 매출", "100억원", 100 * EOK, None, "KRW", "at_least"),
    ("최소", "최소 5억원을 투자한다", "5억원", 5 * EOK, None, "KRW", "at_least"),
    ("약-이상", "약 100억원 이상", "100억원", 100 * EOK, None, "KRW", "at_least"),
    ("까지", "업체당 5억원까지 지원", "5억원", None, 5 * EOK, "KRW", "at_most"),
    ("최대", "기업당 최대 1억 원을 준다", "1억 원", None, EOK, "KRW", "at_most"),
    ("최대-years", "최대 2년간 총 10억원", "10억원", None, 10 * EOK, "KRW", "at_most"),
    ("이내", "융자 100억 원 이내", "100억 원", None, 100 * EOK, "KRW", "at_most"),
    ("한도", "2억원 한도로 빌려준다", "2억원", None, 2 * EOK, "KRW", "at_most"),
    ("한도-before", "대출한도는 5억원이다", "5억원", None, 5 * EOK, "KRW", "at_most"),
    ("미만", "연 매출 10억원 미만", "10억원", None, 10 * EOK, "KRW", "at_most"),
    ("record-high", "역대 최대 1조원을 벌었다", "1조원", 10000 * EOK, 10000 * EOK, "KRW", "exact"),
    ("until-a-year", "2030년까지 100억원을 들인다", "100억원", 100 * EOK, 100 * EOK, "KRW", "exact"),
    ("돌파", "매출 100억원을 돌파했다", "100억원", 100 * EOK, 100 * EOK, "KRW", "exact"),
    ("range", "단지마다 50억∼60억원씩", "50억∼60억원", 50 * EOK, 60 * EOK, "KRW", "range"),
    ("range-bare", "50억~60억 규모", "50억~60억", 50 * EOK, 60 * EOK, "KRW", "range"),
    ("range-hyphen", "50억-60억원", "50억-60억원", 50 * EOK, 60 * EOK, "KRW", "range"),
    ("range-천만", "5천∼7천만원", "5천∼7천만원", 5000 * MAN, 7000 * MAN, "KRW", "range"),
    ("range-1∼2천만", "1∼2천만원", "1∼2천만원", 1000 * MAN, 2000 * MAN, "KRW", "range"),
    ("range-digits", "5~7억원", "5~7억원", 5 * EOK, 7 * EOK, "KRW", "range"),
    ("range-decimal", "1.5~2억원", "1.5~2억원", 150_000_000, 2 * EOK, "KRW", "range"),
    ("range-만", "500~1000만원", "500~1000만원", 500 * MAN, 1000 * MAN, "KRW", "range"),
    ("range-twice-won", "10억원~20억원", "10억원~20억원", 10 * EOK, 20 * EOK, "KRW", "range"),
    ("range-에서", "1억에서 2억원을 쓴다", "1억에서 2억원", EOK, 2 * EOK, "KRW", "range"),
    (
        "최소-최대",
        "최소 5억원에서 최대 10억원까지",
        "5억원에서 최대 10억원",
        5 * EOK,
        10 * EOK,
        "KRW",
        "range",
    ),
    ("range-dollars", "300만~500만달러", "300만~500만달러", 300 * MAN, 500 * MAN, "USD", "range"),
    ("수억원", "수억원을 아꼈다", "수억원", EOK, 9 * EOK, "KRW", "vague"),
    ("수십억원", "수십억원의 투자", "수십억원", 10 * EOK, 90 * EOK, "KRW", "vague"),
    ("수십억원대", "수십억원대 매출", "수십억원", 10 * EOK, 90 * EOK, "KRW", "vague"),
    ("수백억", "수백억 원을 쏟았다", "수백억 원", 100 * EOK, 900 * EOK, "KRW", "vague"),
    ("수천만원", "수천만원이 든다", "수천만원", 1000 * MAN, 9000 * MAN, "KRW", "vague"),
    ("몇억원", "몇억원을 들여", "몇억원", EOK, 9 * EOK, "KRW", "vague"),
    ("수십∼수백", "수십~수백억원", "수십~수백억원", 10 * EOK, 900 * EOK, "KRW", "vague"),
    ("달러", "수출 300만달러", "300만달러", 300 * MAN, 300 * MAN, "USD", "exact"),
    ("달러-space", "수출 3,500만 달러", "3,500만 달러", 3500 * MAN, 3500 * MAN, "USD", "exact"),
    ("converted", "계약액은 5000만달러(약 653억원)", "5000만달러", 5000 * MAN, 5000 * MAN, "USD", "exact"),
    ("converted-한화", "700만 달러(한화 80억 원)를", "700만 달러", 700 * MAN, 700 * MAN, "USD", "exact"),
    ("converted-back", "80억원(700만달러)을", "80억원", 80 * EOK, 80 * EOK, "KRW", "exact"),
    ("converted-우리-돈", "300만달러, 우리 돈 40억원", "300만달러", 300 * MAN, 300 * MAN, "USD", "exact"),
    ("same-in-other-units", "10억원(1,000백만원)", "10억원", 10 * EOK, 10 * EOK, "KRW", "exact"),
    ("dollar-sign", "$5,000만을 받았다", "$5,000만", 5000 * MAN, 5000 * MAN, "USD", "exact"),
    ("US-dollar-sign", "US$ 300만", "US$ 300만", 300 * MAN, 300 * MAN, "USD", "exact"),
    ("불", "수출 300만불 달성", "300만불", 300 * MAN, 300 * MAN, "USD", "exact"),
    ("유로", "200만 유로를 들여", "200만 유로", 200 * MAN, 200 * MAN, "EUR", "exact"),
    ("엔", "5억엔 규모", "5억엔", 5 * EOK, 5 * EOK, "JPY", "exact"),
    ("위안", "2억 위안을", "2억 위안", 2 * EOK, 2 * EOK, "CNY", "exact"),
    ("파운드", "100만 파운드를", "100만 파운드", 100 * MAN, 100 * MAN, "GBP", "exact"),
    ("no-won-매출", "매출 100억을 달성", "100억", 100 * EOK, 100 * EOK, "KRW", "exact"),
    ("no-won-규모", "100억 규모의 펀드", "100억", 100 * EOK, 100 * EOK, "KRW", "exact"),
    ("no-won-국비", "국비 70억, 땅은 시가 낸다", "70억", 70 * EOK, 70 * EOK, "KRW", "exact"),
    ("no-won-만", "매출 5억5000만을 올린", "5억5000만", 550_000_000, 550_000_000, "KRW", "exact"),
    ("line-break-before-unit", "모두 80\n억원을 들인다", "80\n억원", 80 * EOK, 80 * EOK, "KRW", "exact"),
    (
        "line-broken-in-a-number",
        "나주시와 다온읍은 올해 이 단지를 고치는 데 모두 3\n0억원을 들인다",
        "3\n0억원",
        30 * EOK,
        30 * EOK,
        "KRW",
        "exact",
    ),
    ("spoken-point", "매출이 15점5억 원으로", "15점5억 원", 1_550_000_000, 1_550_000_000, "KRW", "exact"),
    ("spelt-in-two", "이억 오천만원을 들였다", "이억 오천만원", 250_000_000, 250_000_000, "KRW", "exact"),
    ("spelt-조", "예산은 일조 이천억 원", "일조 이천억 원", 12000 * EOK, 12000 * EOK, "KRW", "exact"),
    ("백만원-spaced", "사업비 37,000 백만원", "37,000 백만원", 370 * EOK, 370 * EOK, "KRW", "exact"),
    ("육박", "200억원에 육박하는 매출", "200억원", 200 * EOK, 200 * EOK, "KRW", "approx"),
    ("가까운", "70억원 가까운 돈", "70억원", 70 * EOK, 70 * EOK, "KRW", "approx"),
    ("가까이", "한 달에 1억원 가까이 아꼈다", "1억원", EOK, EOK, "KRW", "approx"),
    ("다가선", "매출이 1조원에 다가섰다", "1조원", 10000 * EOK, 10000 * EOK, "KRW", "approx"),
    ("남짓", "9백만달러 남짓에 그쳤다", "9백만달러", 900 * MAN, 900 * MAN, "USD", "approx"),
    ("원-선", "100억 원 선을 지켰다", "100억 원", 100 * EOK, 100 * EOK, "KRW", "approx"),
    ("원-대의", "평당 100만 원 대의 값", "100만 원", 100 * MAN, 100 * MAN, "KRW", "approx"),
    ("거의", "거의 100억원을 썼다", "100억원", 100 * EOK, 100 * EOK, "KRW", "approx"),
    ("웃돈다", "빚이 600억원을 웃돈다", "600억원", 600 * EOK, None, "KRW", "at_least"),
    ("넘어섰다", "매출이 100억원을 훌쩍 넘어섰다", "100억원", 100 * EOK, None, "KRW", "at_least"),
    ("약간-상회", "수출은 7,000만불을 약간 상회한다", "7,000만불", 7000 * MAN, None, "USD", "at_least"),
    ("plus-alpha", "1조원+α의 투자", "1조원", 10000 * EOK, None, "KRW", "at_least"),
    ("못-미친다", "생산액이 1,200억원에 조금 못 미친다", "1,200억원", None, 1200 * EOK, "KRW", "at_most"),
    ("못미치고", "900억원에도 못미치고 있다", "900억원", None, 900 * EOK, "KRW", "at_most"),
    ("밑돌았다", "매출이 5조원을 밑돌았다", "5조원", None, 50000 * EOK, "KRW", "at_most"),
    ("안-된다", "예산은 30억원도 안 된다", "30억원", None, 30 * EOK, "KRW", "at_most"),
    ("채-안-되는", "자본금이 3억원이 채 안 되는 회사", "3억원", None, 3 * EOK, "KRW", "at_most"),
    ("넘지-않는", "값은 5천만원을 넘지 않는다", "5천만원", None, 5000 * MAN, "KRW", "at_most"),
    ("범위", "2억원 범위에서 빌려준다", "2억원", None, 2 * EOK, "KRW", "at_most"),
    ("많게는", "많게는 5억원을 준다", "5억원", None, 5 * EOK, "KRW", "at_most"),
    ("어깨를-넘보다", "수출 2억불을 넘본다", "2억불", 2 * EOK, 2 * EOK, "USD", "exact"),
    ("불과", "매출이 30억원에 불과했다", "30억원", 30 * EOK, 30 * EOK, "KRW", "exact"),
    ("달하는", "1200억원에 달하는 빚", "1200억원", 1200 * EOK, 1200 * EOK, "KRW", "exact"),
    ("reached", "410억 원까지 올랐던 매출", "410억 원", 410 * EOK, 410 * EOK, "KRW", "exact"),
    ("limit-raised", "최대 3억원까지 늘린다", "3억원", None, 3 * EOK, "KRW", "at_most"),
    ("pair", "두세 억 원이 든다", "두세 억 원", 2 * EOK, 3 * EOK, "KRW", "range"),
    ("pair-spelt", "이삼천만원이 든다", "이삼천만원", 2000 * MAN, 3000 * MAN, "KRW", "range"),
    ("pair-comma", "한 번에 4,5억원이 든다", "4,5억원", 4 * EOK, 5 * EOK, "KRW", "range"),
    ("range-많게는", "적게는 1억원에서 많게는 5억원", "1억원에서 많게는 5억원", EOK, 5 * EOK, "KRW", "range"),
    ("弗", "수출 7,000만弗", "7,000만弗", 7000 * MAN, 7000 * MAN, "USD", "exact"),
    ("美달러", "500만 美달러", "500만 美달러", 500 * MAN, 500 * MAN, "USD", "exact"),
    ("불-plain", "한 대에 500불을 받는다", "500불", 500, 500, "USD", "exact"),
    ("million", "$3 million을 투자받았다", "$3 million", 300 * MAN, 300 * MAN, "USD", "exact"),
    ("billion", "US$ 1.5 billion 규모", "US$ 1.5 billion", 15 * EOK, 15 * EOK, "USD", "exact"),
    ("위안화", "2억 위안화를 빌렸다", "2억 위안", 2 * EOK, 2 * EOK, "CNY", "exact"),
    ("링깃", "72만링깃(약 2억6600만원)어치", "72만링깃", 72 * MAN, 72 * MAN, "MYR", "exact"),
    ("캐나다", "300만 캐나다 달러", "300만 캐나다 달러", 300 * MAN, 300 * MAN, "CAD", "exact"),
    ("home-first", "우리 돈 40억 원인 300만 달러를", "40억 원", 40 * EOK, 40 * EOK, "KRW", "exact"),
    ("copula", "매출은 3억5천이다", "3억5천", 350_000_000, 350_000_000, "KRW", "exact"),
    ("copula-였는데", "매출이 85억이었는데 줄었다", "85억", 85 * EOK, 85 * EOK, "KRW", "exact"),
    ("no-won-쯤", "내년에 30억쯤 더 번다", "30억", 30 * EOK, 30 * EOK, "KRW", "approx"),
    ("no-won-bracket", "시험 장비(30억)를 들여놓는다", "30억", 30 * EOK, 30 * EOK, "KRW", "exact"),
    ("no-won-full-stop", "작년에는 19억. 올해는 모른다", "19억", 19 * EOK, 19 * EOK, "KRW", "exact"),
]

SEVERAL = [
    ("parts", "100억원(국비 50억원, 도비 50억원)", ["100억원", "50억원", "50억원"]),
    ("bare-parts", "240억 원(국비 120억·도비 36억·시비 84억)", ["240억 원", "120억", "36억", "84억"]),
    ("change", "매출을 50억원에서 100억원으로 늘렸다", ["50억원", "100억원"]),
    ("change-bare", "100억에서 200억원으로", ["100억", "200억원"]),
    ("two-years", "지난해 100억, 올해 150억원의 매출", ["100억", "150억원"]),
    ("two-firms", "두 회사에 각각 1억원, 2억원", ["1억원", "2억원"]),
    ("sum", "20억원+30억원", ["20억원", "30억원"]),
    ("after-conversion", "5000만달러(약 653억원)와 20억원", ["5000만달러", "20억원"]),
    ("each-his-own", "각각 약 30억과 약 1억원의 투자", ["30억", "1억원"]),
    ("units-left-out", "지방비 70억(도비 23, 시비 47) 총 115억이 든다", ["70억", "23", "47", "115억"]),
    ("units-left-out-dots", "100억원(국비50·지방비50)", ["100억원", "50", "50"]),
    ("units-left-out-short", "80억원(국 40, 도 20, 시 20)", ["80억원", "40", "20", "20"]),
    ("unit-at-the-end", "국비 50, 도비 20, 시비 30억원", ["50", "20", "30억원"]),
    ("percent-is-no-part", "100억원(국비 50%, 도비 20%, 시비 30%)", ["100억원"]),
    ("counts-are-no-parts", "100억원(장비 5대, 기업 23곳)", ["100억원"]),
    ("change-about", "50억원에서 100억원 안팎으로 컸다", ["50억원", "100억원"]),
    ("change-limit", "한도가 5000만원에서 8000만원으로 오른다", ["5000만원", "8000만원"]),
    (
        "change-said-once",
        "3조원에서 9조원, 수출은 1억달러에서 4억달러로",
        ["3조원", "9조원", "1억달러", "4억달러"],
    ),
    ("converted-after-a-dot", "나주(82억달러·약 9조원)와 다온", ["82억달러"]),
    ("a-dot-between-sums", "나주 8억원·다온 9억원", ["8억원", "9억원"]),
    ("change-arrow", "100억→200억원으로 늘린다", ["100억", "200억원"]),
    ("dollars-shared", "내수 300만, 수출 500만달러", ["300만", "500만달러"]),
    ("from-to-limits", "매출 10억원 이상 50억원 미만", ["10억원", "50억원"]),
    ("two-lines", "업체 23\n100억원 투자", ["100억원"]),
    ("years-beside", "2018~2022년 500억원, 010-1234-5678", ["500억원"]),
]

NOTHING = [
    ("counts", "100억개를 만들고 5억명이 쓴다"),
    ("parts-per", "1억분의 1 수준의 정밀도"),
    ("cars", "수출 3만대"),
    ("area", "부지 2만㎡, 10만t을 처리한다"),
    ("pixels", "1억 화소 카메라 수출"),
    ("population", "14억 인구의 나라"),
    ("members", "회원 1만 명, 5만 회원"),
    ("principle", "3원칙과 2원화, 5원소"),
    ("children", "3만 원아를 돌본다"),
    ("engine", "5엔진을 단다"),
    ("rank", "세계 5위안에 든다"),
    ("town", "이천 원도심을 살린다"),
    ("man", "이억원 위원장이 말했다"),
    ("percent", "매출이 30% 늘었다"),
    ("year", "2005년 원자재 값"),
    ("fraction", "환율 1,350.5원"),
    ("table-unit", "(단위: 백만원)"),
    ("crowded", "만원 버스를 탔다"),
    ("hospital", "70병원이 모였다"),
    ("years-ago", "매출은 2억 년 전 화석과 같다"),
    ("people-abroad", "14억 중국 시장에 수출한다"),
    ("population-after", "인구 5억의 시장을 노린다"),
    ("article-of-law", "예산을 심의한 제3조에 따르면"),
    ("shifts", "투자 뒤 4조 3교대로 돌린다"),
    ("a-policy", "3불 정책을 지킨다"),
    ("units-of-a-table", "(단위: 명, 백만원)"),
    ("unit-in-brackets", "매출액(백만원)"),
    ("point-of-a-score", "5점 만점에 3점"),
]


def _document(text: str) -> Document:
    return Document("a", text, 0, (), ())


@pytest.mark.parametrize("row", ONE, ids=[row[0] for row in ONE])
def test_an_amount(row: Row) -> None:
    _, text, quote, low, high, currency, qualifier = row
    (mention,) = money.find(_document(text))
    assert mention.surface == quote
    assert mention.amount == Amount(low, high, currency, qualifier)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "quotes"), [row[1:] for row in SEVERAL], ids=[row[0] for row in SEVERAL])
def test_several_amounts(text: str, quotes: list[str]) -> None:
    assert [mention.surface for mention in money.find(_document(text))] == quotes


@pytest.mark.parametrize("text", [row[1] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_what_is_no_money(text: str) -> None:
    assert not [*money.find(_document(text))]


def test_a_mention_names_its_rule() -> None:
    (mention,) = money.find(_document("예산 5억원"))
    assert (mention.label, mention.rule) == ("money", money.RULE)


@given(
    st.text(
        st.sampled_from("0123456789,.억만천조원여약~∼(수달러$최대이상에서 \n매출") | st.characters(),
        max_size=80,
    )
)
def test_any_text_is_quoted_to_the_letter(text: str) -> None:
    for mention in money.find(_document(text)):
        assert mention.surface == mention.span.of(text)
        assert mention.amount is not None
        assert (mention.amount.min or 0) <= (mention.amount.max or mention.amount.min or 0)


@pytest.mark.parametrize(
    "unit",
    [
        *("1억", "9", "△", "1,234,", "1억~", "최대 ", "만", "이천", "수십억", "매출 ", "1.", "1억원("),
        *("국비 5, ", "1억(국비 ", "두세 ", "4,5", "이억 ", "3\n", "한도가 ", "$", "1점", "1억원을 조금 "),
    ],
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    """A quadratic pattern would take minutes; the bound leaves room for a slow machine."""
    document = _document(unit * (100_000 // len(unit)))
    started = time.perf_counter()
    for _ in money.find(document):
        pass
    assert time.perf_counter() - started < 5
