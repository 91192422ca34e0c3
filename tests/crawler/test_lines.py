import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.boilerplate import kind_of
from crawler.broadcast import HANDOVER, MARK, is_broken
from crawler.bylines import is_byline, split_dateline
from crawler.captions import CREDIT
from crawler.lines import split, trim
from crawler.papers import is_paper, paper_of
from crawler.tickers import drop_tickers

FIRST = "산단공은 올해 소재 기업을 위한 지원 사업을 크게 늘린다고 밝혔다."
SECOND = "지원 규모는 모두 50억원이며 대상은 남동산단의 120개사다."
THIRD = "접수는 다음 달 시작하며 선정 결과는 평가를 거쳐 9월에 나온다."

KINDS = {
    "noise": [
        "• 가장작게",
        "가+ 가-",
        "댓글 0",
        "공유하기 페이스북 X(트위터) 메일 URL 복사",
        "글자크기 설정",
        "기사 URL이 복사되었습니다.",
        "승인 2018.03.27 15:43",
        "입력 2021-04-25 19:00 수정 2021-04-26 10:33",
        "홍가람기자 | 2023.12.12 16:47:26",
        "지면 A12",
        "×",
        "![](https://img.example/2018/05/30/a_i.jpg)",
        "관련 통계자료 다운로드 연도별 산단 고용",
        "◈ 이 기사는 2009년 3월 16일자 292호에 게재된 기사입니다.",
        "- # 바이오",
        "#미니클러스터 #산단공",
        "[관련기사] 남동산단에 300억원",
        "문의 : 입지총괄과 마루한 사무관 (044-203-4401)",
        "담당부서: 입지총괄과 | 담당자: 마루한 사무관",
        "[앵커]",
        "◀INT▶",
        "맑음동두천 -3.1℃",
        "본문의 0번째 이미지",
    ],
    "list": [
        "주요 뉴스",
        "[실시간 주요뉴스]",
        "관련기사",
        "전국 많이 본 뉴스",
        "댓글 많은 뉴스",
        "이 시각 주요뉴스",
        "당신이 궁금할 이슈 콘텐츠",
        "다른기사 보기",
        "브랜드 뉴스룸",
        "실시간 암호화폐 시세",
        "핫이슈",
    ],
    "end": [
        "저작권자 © 한빛신문 무단전재 및 재배포 금지",
        "<ⓒ경제를 보는 눈, 한빛경제(www.hb.example) 무단전재 배포금지>",
        "Copyright © Hanbit Broadcasting Corporation. All rights reserved.",
        "[ⓒ 한빛경제TV & hb.example, 무단전재 및 재배포 금지 ]",
        "(끝)",
        "• 화나요0",
        "좋아해요 3 슬퍼요 1 후속기사 원해요 2",
        "SNS 기사보내기",
        "0개의 댓글",
        "언론연락처",
        "■ 제보하기",
        "이 뉴스는 기업·기관·단체가 뉴스와이어를 통해 배포한 보도자료입니다.",
    ],
    "plea": [
        "한빛신문을 응원해주세요.",
        "뉴스레터를 구독하세요",
        "▶ 네이버 채널 구독하고 선물 받으세요! 클릭",
    ],
    "byline": [
        "홍길동 기자",
        "광주=홍길동기자 hong@paper.example",
        "남동 · 시화공단=홍길동 중기전문기자 hong@paper.example",
        "홍길동기자@전자신문, hong@",
        "/홍길동기자·hong@",
        "(1000press@paper.example)",
        "<홍길동 기자>",
        "글·사진=홍길동 기자",
        "대전=홍길동기자 (블로그)hong.paper.example",
        "<지역취재팀>",
        "[전국종합]",
        "중앙일보",
        "(JTV 전주방송)",
        "촬영기자:김하람/영상편집:이두리",
    ],
    "text": [
        "전국에 미니클러스터 81개",
        "업종별 모임…정보교류 빨라",
        "“공동 연구로 원가 15% 절감”",
        "◇충남 아산=충남테크노파크 아산클러스터추진단은 건물을 빌렸다.",
        "◆81개 클러스터에 4607개 기업 참여",
        "◇부산 녹산",
        "△정보 공유",
        "▲ 시험 장비 구축(10억원)",
        "• 신청 기간: 6월 1일∼30일",
        "- 지원 한도: 과제당 2억원",
        "구분 기업수 지원액",
        "남동 120 1,350 +3.2%",
        "35억원",
        "120",
        "그는 고개를 저었다.",
        "왜일까?",
        "“우리 기업을 많이 응원해 주세요.”",
        "기업들은 후원을 아끼지 않았다.",
        "관련 기업 120개",
        "주요 이슈와 과제",
        "영상 콘텐츠 클러스터",
        "한국경제 회복의 열쇠는 산단이다.",
        "홍길동/구미시 기업지원과장",
        "신청은 이메일(abc@kicox.example)로 하면 된다.",
        "자세한 내용은 기업지원팀(053-000-0000)에 물으면 된다.",
    ],
}


@pytest.mark.parametrize(("line", "kind"), [(line, kind) for kind, lines in KINDS.items() for line in lines])
def test_a_line_is_known_for_what_it_is(line, kind):
    assert kind_of(line) == kind


@pytest.mark.parametrize("line", KINDS["text"])
def test_what_the_article_says_stays(line):
    assert line in trim([FIRST, line, SECOND, THIRD])


@pytest.mark.parametrize("line", [line for kind in ("noise", "list", "byline") for line in KINDS[kind]])
def test_what_it_does_not_say_goes_and_takes_no_paragraph_along(line):
    assert trim([FIRST, line, SECOND, THIRD]) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("line", KINDS["end"] + KINDS["plea"])
def test_behind_the_end_nothing_survives(line):
    tail = ["• 8만 달러 터치한 코인", "소문 무성하던 선수, 4년 52억원에 이적", "코인 값이 1억원을 넘었다."]
    assert trim([FIRST, SECOND, THIRD, line, *tail]) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        (
            "[경북 구미=한빛뉴스] 홍길동 기자 = 구미산단이 달라졌다는 말이 나온다.",
            "[경북 구미=한빛뉴스] 홍길동 기자 = ",
        ),
        ("(창원=연합뉴스) 홍길동 기자 = 창원시는 협약을 맺었다고 밝혔다.", "(창원=연합뉴스) 홍길동 기자 = "),
        ("【서울=뉴시스】홍길동 기자 = 산단공은 협약을 맺었다고 밝혔다.", "【서울=뉴시스】홍길동 기자 = "),
        ("[한빛경제 홍길동 기자]산단공은 16일 행사를 열었다고 밝혔다.", "[한빛경제 홍길동 기자]"),
        ("[ 홍길동 기자 ] 산단공은 16일 행사를 열었다고 밝혔다.", "[ 홍길동 기자 ] "),
        ("[한빛닷컴]산단공은 16일 행사를 열었다고 밝혔다.", "[한빛닷컴]"),
        ("아주경제 홍길동 기자 = 산단공은 행사를 열었다고 밝혔다.", "아주경제 홍길동 기자 = "),
        ("서울--(뉴스와이어)--로봇조합은 총회를 열었다고 밝혔다.", "서울--(뉴스와이어)--"),
        ("(주)나래소재는 올해 2공장을 짓는다고 밝혔다.", ""),
        ("<한빛미디어>는 올해 매출 100억원을 내다본다.", ""),
        ("[2014 광산업전시회] 미니클러스터가 지렛대가 됐다.", ""),
        ("(1) '미클'은 기업경쟁력의 핵심이라고 한다.", ""),
        ("[사진=구미시] 구미산단이 달라졌다는 말이 나온다.", ""),
        ("◇대구 성서=추진단은 부지를 사들였다고 밝혔다.", ""),
    ],
)
def test_a_dateline_is_cut_from_its_paragraph(paragraph, dateline):
    assert split_dateline(paragraph) == (dateline, paragraph.removeprefix(dateline))


@pytest.mark.parametrize(
    "line",
    [
        "남동산단 전경 (사진=인천시)",
        "협약식 모습. [산단공 제공]",
        "협약을 맺고 있다. /사진제공=한국산업단지공단",
        "협약을 맺고 있다./ⓒ홍길동 기자",
        "협약을 맺고 있다. ⓒ 뉴스1",
        "협약을 맺고 있다./구미시",
        "조성 당시 창원산단 모습. /경남도",
        "협약을 맺고 있다. 사진=구미시",
        "남동산단 전경. [연합뉴스 자료사진]",
        "전경. (사진=창원시 제공) 2022.10.18. photo@newsis.com *재판매 및 DB 금지",
    ],
)
def test_a_line_with_a_photos_credit_goes(line):
    assert CREDIT.search(line)
    assert trim([FIRST, line, SECOND, THIRD]) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "line",
    [
        "△시제품 제작(장비 제공)",
        "△창업 공간 제공",
        "육성 분야는 영상·게임이다.",
        "믿을 만한 통계 자료. 관심이 쏠린다.",
        "출처를 밝혔다.",
    ],
)
def test_what_only_looks_like_a_credit_stays(line):
    assert CREDIT.search(line) is None


CAPTION = "회원사 대표들이 남동산단에서 열린 총회에서 사업 계획을 살펴보고 있다."


@pytest.mark.parametrize(
    "lines",
    [
        [FIRST, CAPTION, CAPTION + " / ⓒ홍길동 기자", SECOND, THIRD],
        [FIRST, CAPTION, CAPTION, SECOND, THIRD],
        [CAPTION + " / ⓒ홍길동 기자", CAPTION, FIRST, SECOND, THIRD],
        [FIRST, SECOND, "▲ " + CAPTION + " /사진=산단공", THIRD],
        [FIRST, SECOND, "[포토]총회장을 찾은 기업인들", THIRD],
    ],
    ids=["credit second", "twice", "above the body", "marked", "photo mark"],
)
def test_captions_go(lines):
    assert trim(lines) == [FIRST, SECOND, THIRD]


def test_a_caption_that_repeats_a_sentence_goes_and_the_paragraph_stays():
    paragraph = f"{SECOND} {THIRD}"
    assert trim([FIRST, SECOND, paragraph, SECOND + " / ⓒ홍길동 기자"]) == [FIRST, paragraph]


def test_a_summary_above_the_body_leaves_the_body_whole():
    assert trim([FIRST, FIRST, SECOND]) == [FIRST, SECOND]
    assert trim([FIRST[:32] + "...", FIRST, SECOND]) == [FIRST, SECOND]


def test_photo_news_keeps_its_only_sentence():
    assert trim([CAPTION + " [산단공 제공]"]) == [CAPTION]


def test_an_inset_of_other_news_does_not_end_the_text():
    inset = ["관련기사", "“장비 3조원 시장 열린다”", "구미시, 청년 주택 500억원 투입"]
    assert trim([FIRST, *inset, SECOND, THIRD]) == [FIRST, SECOND, THIRD]
    assert trim([FIRST, SECOND, *inset, THIRD]) == [FIRST, SECOND, THIRD]


def test_bylines_between_parts_do_not_end_the_text():
    lines = [
        FIRST,
        "안산=나무늘 기자 nmn@paper.example",
        "◇호남권",
        SECOND,
        "영암=배고은 기자",
        "◇강원권",
        THIRD,
    ]
    assert trim(lines) == [FIRST, "◇호남권", SECOND, "◇강원권", THIRD]


def test_a_copyright_above_the_body_does_not_end_it():
    assert trim(["ⓒ 2020 한빛신문", "소재 기업 120곳 돕는다", FIRST, SECOND]) == [
        "소재 기업 120곳 돕는다",
        FIRST,
        SECOND,
    ]


def test_headlines_behind_the_last_paragraph_go_and_a_list_stays():
    headlines = ["코인 1억원 터치…", "'10억 시대' 열리나", '"월급 500만원" 채용']
    assert trim([FIRST, SECOND, *headlines]) == [FIRST, SECOND]
    items = ["△공동 연구개발(12억원)", "△시험 장비 구축(10억원)", "△해외 판로 개척(8억원)"]
    assert trim([FIRST, "지원 분야는 다음과 같다고 산단공은 밝혔다.", *items])[2:] == items


def test_what_is_glued_to_a_paragraph_comes_off():
    notice = "<저작권자 ⓒ 한빛신문, 무단전재 및 재배포 금지> 많이 본 뉴스 1 부동산 10억"
    assert trim([f"{FIRST} {SECOND} 울산=최가을 기자 fall@paper.example {notice}"]) == [f"{FIRST} {SECOND}"]
    assert trim([f"{FIRST} {SECOND} /홍길동기자"]) == [f"{FIRST} {SECOND}"]
    assert trim([f"협약식. (사진=산단공){FIRST} {SECOND} ◆무엇이 달라지나", THIRD]) == [
        f"{FIRST} {SECOND}",
        "◆무엇이 달라지나",
        THIRD,
    ]


def test_a_row_of_buttons_comes_off_a_line():
    assert list(
        split("착공식 공유하기 페이스북 X(트위터) 메일 URL 복사 가 작게 가 크게 대구에서 열렸다.")
    ) == [
        "착공식",
        "공유하기 페이스북 X(트위터) 메일 URL 복사 가 작게 가 크게",
        "대구에서 열렸다.",
    ]
    assert list(split("네이버 카카오 라인 대표가 모였다.")) == ["네이버 카카오 라인 대표가 모였다."]


def test_prices_go_and_tables_stay():
    assert drop_tickers(["한빛소재", "12,350", "▲250", "+2.07%", FIRST]) == [FIRST]
    assert drop_tickers(["가람전자(005930) 71,500원 ▼500 (-0.69%)", FIRST]) == [FIRST]
    table = ["남동", "120", "1,350", "남동 120 1,350 +3.2%", "매출 1,200억원 ▲3.2%"]
    assert drop_tickers(table) == table


SCRIPT = """◀ANC▶
대불산단의 조선 미니클러스터가
출범했습니다.
나하늘 기자가 보도합니다.
◀END▶
◀VCR▶
대불산단 입주업체
320곳 가운데
70%를 선박블록 업체가
차지하고 있습니다.
추진단은 3년 동안
45억원을 지원받아
공동 연구에 나섭니다.
◀INT▶ 오누리(대불클러스터 추진단장)
조선 기자재의 중심이 되겠습니다.
(S/U) 남은 과제는
사람을 구하는 일로
보입니다.
MBC뉴스 나하늘입니다.//
◀END▶
Copyright © Hanbit Broadcasting. All rights reserved."""


def test_a_broadcast_script_becomes_whole_sentences():
    assert trim(SCRIPT.splitlines()) == [
        "대불산단의 조선 미니클러스터가 출범했습니다.",
        "대불산단 입주업체 320곳 가운데 70%를 선박블록 업체가 차지하고 있습니다.",
        "추진단은 3년 동안 45억원을 지원받아 공동 연구에 나섭니다.",
        "오누리(대불클러스터 추진단장)",
        "조선 기자재의 중심이 되겠습니다.",
        "남은 과제는 사람을 구하는 일로 보입니다.",
    ]


def test_a_table_is_no_broken_script():
    assert not is_broken(["구분 기업수 지원액", "남동 120 35억원", "구미 98 28억원", "오창 12 3억원"] * 3)


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        (MARK, "【 앵커멘트 】", "[창원 르포]"),
        (MARK, "▶ 인터뷰 : 오누리", "▶ 인터뷰가 끝나자"),
        (HANDOVER, "나하늘 기자가 보도합니다.", "홍길동 단장이 취재진에 말했습니다."),
        (HANDOVER, "나하늘기자의 보돕니다.", "기자회견을 열었습니다."),
        (HANDOVER, "MBN뉴스 나하늘입니다.", "클러스터의 심장 구미입니다."),
        (HANDOVER, "보도에 나하늘 기자입니다.", "올해 보도된 자료입니다."),
        (HANDOVER, "관심이 모입니다. 나하늘 기자입니다.", "이 사람은 나하늘 기자입니다."),
    ],
)
def test_marks_of_scripts(pattern, yes, no):
    assert pattern.search(yes)
    assert pattern.search(no) is None


def test_papers_are_known_by_name_and_address():
    assert paper_of("광주=홍길동기자 hong@etnews.com") == "전자신문"
    assert paper_of("https://www.hankyung.com/article/1") == "한국경제"
    assert paper_of("hong@notetnews.com") is None
    assert is_paper("[한국경제]")
    assert not is_paper("지역 경제")


def test_the_title_is_not_a_paragraph():
    title = "남동산단 뿌리기업 12곳 뭉쳤다"
    lines = [title, f"{title} < 경제 < 기사본문 - 한빛신문", f"{title} - 한빛신문", FIRST, SECOND]
    assert trim(lines, title=title) == [FIRST, SECOND]
    assert trim([f"{title}는 말이 나온다.", SECOND], title=title) == [f"{title}는 말이 나온다.", SECOND]


def test_names_stand_over_dates():
    assert trim(["홍가람", "승인 2009.03.23 00:00", "지능형 기계 창립", FIRST, SECOND]) == [
        "지능형 기계 창립",
        FIRST,
        SECOND,
    ]
    assert not is_byline("지능형 기계 창립")


def test_breadcrumbs_stand_above_the_body_only():
    assert trim(["홈 > 기업 > 중소·벤처", "산업", "0", FIRST, "산업", SECOND]) == [FIRST, "산업", SECOND]


PARAGRAPHS = st.lists(
    st.builds(
        "{} {}산단의 기업 {}곳은 올해 {}억원을 들여 공동 연구에 나선다고 {}일 밝혔다.".format,
        st.sampled_from(["인천", "경북", "전남"]),
        st.sampled_from(["남동", "구미", "대불"]),
        st.integers(2, 999),
        st.integers(1, 9999),
        st.integers(1, 31),
    ),
    min_size=2,
    max_size=12,
    unique=True,
)
BUTTONS = st.lists(
    st.sampled_from(["공유", "가 가", "댓글 0", "기사 URL이 복사되었습니다.", "프린트", "- 작게"]), max_size=3
)


@settings(derandomize=True, max_examples=60)
@given(PARAGRAPHS, st.data())
def test_buttons_between_paragraphs_cost_no_paragraph(paragraphs, data):
    lines = [line for paragraph in paragraphs for line in [*data.draw(BUTTONS), paragraph]]
    assert trim(lines) == paragraphs


@pytest.mark.parametrize(
    ("unit", "size"),
    [
        ("가", 1_000_000),
        ("[(", 1_000_000),
        ("\n", 1_000_000),
        *(
            (unit, 100_000)
            for unit in (
                "가 ",
                "다. ",
                "a@",
                "홍길동 기자 ",
                "ⓒ ",
                "공유 ",
                "▲1 ",
                "2018.05.",
                "사진=",
                "구독\n",
            )
        ),
    ],
)
def test_a_megabyte_of_anything_takes_seconds(unit, size):
    text = (unit * (size // len(unit)))[:size]
    start = time.perf_counter()
    trim(text.split("\n"))
    # A quadratic pattern takes minutes; a linear one some five microseconds a character.
    assert time.perf_counter() - start < 20e-6 * size + 1
