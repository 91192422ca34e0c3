from collections.abc import Callable

import pytest

from schema import Records

MINI, SUB, CLUSTER = "mini_cluster", "sub_mini_cluster", "cluster"
NAMED = {
    "named": ("정밀가공 미니클러스터가 출범했다.", {"정밀가공": MINI}),
    "fused": ("해양플랜트미클 회원사들이 모였다.", {"해양플랜트": MINI}),
    "quoted": ("‘수송기계 미클’을 결성했다.", {"수송기계": MINI}),
    "a dot leader as middle dot": ("뷰티․푸드MC가 미클 경연에서 이겼다.", {"뷰티․푸드": MINI}),
    "abbreviated": ("전기차부품 MC를 새로 만들었다.", {"전기차부품": MINI}),
    "in two words": (
        "정밀가공 미니 클러스터와 바이오뷰티 산학연 협의체",
        {"정밀가공": MINI, "바이오뷰티": MINI},
    ),
    "in Latin letters": ("첨단융합 Mini Cluster가 문을 연다.", {"첨단융합": MINI}),
    "a name of several words": (
        "클러스터 두 곳(정밀화학 나노코팅MC, 해양플랜트 배관가공MC)이 손잡는다.",
        {"정밀화학 나노코팅": MINI, "해양플랜트 배관가공": MINI},
    ),
    "who runs it is not of the name": (
        "산단공 서울본부 신규 그린에너지 미니클러스터, 2019 스마트센서 미니클러스터",
        {"그린에너지": MINI, "스마트센서": MINI},
    ),
    "where it lies is not of the name": ("충청권 구미산단 정밀금형 미니클러스터", {"정밀금형": MINI}),
    "named after rural complexes": ("전북농공단지 미니클러스터가 생겼다.", {"전북농공단지": MINI}),
    "field, fused": ("구미 광산업분야 미니클러스터도 전시회에 나간다.", {"광산업": MINI}),
    "field": ("정밀금형 분야 미니클러스터를 꾸린다.", {"정밀금형": MINI}),
}
LISTS = {
    "fields that they consist of": (
        "모바일ㆍ금형ㆍ광학ㆍ정밀기계 등 4개 분야 120명 회원으로 구성된 미니클러스터가 과제를 찾았다.",
        {"모바일": MINI, "금형": MINI, "광학": MINI, "정밀기계": MINI},
    ),
    "fields that part them": (
        "자동차부품, 금형, 정밀기계 등으로 세분화된 업종별 미니클러스터는 10개다.",
        {"자동차부품": MINI, "금형": MINI, "정밀기계": MINI},
    ),
    "counted by themselves": (
        "울산에는 조선기자재·자동차부품·정밀화학 등 3개와 농공단지 등을 합쳐 6개 미니클러스터가 있다.",
        {"조선기자재": MINI, "자동차부품": MINI, "정밀화학": MINI},
    ),
    "as many as are counted elsewhere": (
        "미클은 협의체다. 서울은 영상콘텐츠(VC)와 그린카, 로봇·드론(RD)으로 이뤄져 있다. 3개 미클",
        {"영상콘텐츠": MINI, "그린카": MINI, "로봇·드론": MINI},
    ),
    "triangles": (
        "△금형소재 △정밀화학 △식품포장 등 3개의 미니클러스터로 엮었다.",
        {"금형소재": MINI, "정밀화학": MINI, "식품포장": MINI},
    ),
    "hatched squares": (
        "▦수술용기기 ▦재활운동기기 ▦판로지원 등 5개 미니클러스터가 활동한다.",
        {"수술용기기": MINI, "재활운동기기": MINI, "판로지원": MINI},
    ),
    "numbers in rings": (
        "①정밀주조 ②특장부품 ③스마트센서 등 3개 미클",
        {"정밀주조": MINI, "특장부품": MINI, "스마트센서": MINI},
    ),
    "numbers with brackets": (
        "1) 정밀주조 2) 스마트센서 등 2개 미클",
        {"정밀주조": MINI, "스마트센서": MINI},
    ),
    "commas, no 등": (
        "기계부품, 항공부품, 나노소재의 3개 미클을 운영한다.",
        {"기계부품": MINI, "항공부품": MINI, "나노소재": MINI},
    ),
    "brackets behind the items": (
        "정보보안기술(IST), 게임콘텐츠, 지능형로봇(IR)의 3개 미니 클러스터",
        {"정보보안기술": MINI, "게임콘텐츠": MINI, "지능형로봇": MINI},
    ),
    "and, by field": (
        "LED(발광다이오드)와 광통신 장비 등 분야별로 6개의 미니 클러스터를 둔다.",
        {"LED": MINI, "광통신 장비": MINI},
    ),
    "middle dots stay where the number says so": (
        "기계·금속, 전기·전자 등 2개 미니클러스터",
        {"기계·금속": MINI, "전기·전자": MINI},
    ),
    "middle dots part where the number says so": (
        "조선·기계·화학 3개의 미니클러스터를 구성했다.",
        {"조선": MINI, "기계": MINI, "화학": MINI},
    ),
    "middle dots part where there are fewer than the number": (
        "엔진모듈·정밀주조·사출 등 총 10개 미니클러스터",
        {"엔진모듈": MINI, "정밀주조": MINI, "사출": MINI},
    ),
    "no number": ("이차전지, 수소연료 등 미니클러스터 회원사", {"이차전지": MINI, "수소연료": MINI}),
    "a Korean number": ("영상보안, 스마트센서 두 개 서브 MC를 띄운다.", {"영상보안": SUB, "스마트센서": SUB}),
    "last has the noun": (
        "사출, 로봇, 전기·전자 MC의 회장",
        {"사출": MINI, "로봇": MINI, "전기·전자": MINI},
    ),
    "each has its noun": (
        "광주지역 광통신MC, 광정밀 MC와 LED조명 미클",
        {"광통신": MINI, "광정밀": MINI, "LED조명": MINI},
    ),
    "in a bracket behind": (
        "올해는 3개 미니클러스터(사출, 로봇, 전기·전자)가 상을 받는다.",
        {"사출": MINI, "로봇": MINI, "전기·전자": MINI},
    ),
    "in a bracket behind the number": (
        "미니클러스터 3곳(정밀기계, 전기전자, 섬유)을 둔다.",
        {"정밀기계": MINI, "전기전자": MINI, "섬유": MINI},
    ),
    "said of the noun": (
        "신규 미니클러스터는 △융합특장 △바이오뷰티 △메카융합 등의 분야가 선정됐다.",
        {"융합특장": MINI, "바이오뷰티": MINI, "메카융합": MINI},
    ),
    "said of the noun in marks": (
        "소그룹은 ‘사출금형’, ‘정밀금형’이다. 클러스터 소식",
        {"사출금형": SUB, "정밀금형": SUB},
    ),
    "such as": (
        "클러스터에는 '폐열 회수', '무독성 도금' 같은 소그룹 4개가 있다.",
        {"폐열 회수": SUB, "무독성 도금": SUB},
    ),
    "added": (
        "금형, 로봇의 2개 미니클러스터에 섬유소재, 그린IT 등 2개를 더해 모두 4개를 운영한다.",
        {"금형": MINI, "로봇": MINI, "섬유소재": MINI, "그린IT": MINI},
    ),
    "went before": (
        "정밀측정과 설비진단에 이어 세 번째 서브 미니클러스터가 나왔다.",
        {"정밀측정": SUB, "설비진단": SUB},
    ),
    "regional": ("충북 오창, 부산 녹산 등 2개 신규 클러스터", {"오창": CLUSTER, "녹산": CLUSTER}),
    "regional, one of two places": (
        "창원, 구미, 반월·시화 등 7개 혁신클러스터",
        {"창원": CLUSTER, "구미": CLUSTER, "반월·시화": CLUSTER},
    ),
    "no space before 등": (
        "기계소재, 정밀금형등 2개 미니클러스터와 로봇등의 3개 미클",
        {"기계소재": MINI, "정밀금형": MINI, "로봇": MINI},
    ),
    "shares that add up": (
        "남동산단 2개(산업기계, 자동차모듈), 주안산단 1개(표면실장)를 비롯해 모두 3개 미니클러스터가 있다.",
        {"산업기계": MINI, "자동차모듈": MINI, "표면실장": MINI},
    ),
    "regional, chosen as such": (
        "새 광역클러스터로 뽑힌 지역은 여수(화학), 반월·시화(염색), 춘천(바이오) 등이다.",
        {"여수": CLUSTER, "반월·시화": CLUSTER, "춘천": CLUSTER},
    ),
    "regional, said of the noun": (
        "올해 지정된 3개 클러스터는 △남동 △대불 △오창이다.",
        {"남동": CLUSTER, "대불": CLUSTER, "오창": CLUSTER},
    ),
    "zones": (
        "대덕특구와 광주·대구 연구개발특구, 천안·아산 강소특구",
        {"대덕": CLUSTER, "광주": CLUSTER, "대구": CLUSTER, "천안·아산": CLUSTER},
    ),
    "zones by their places": (
        "경기 안산, 경남 김해·진주, 충북 청주 등 4곳이 새 강소특구로 지정됐다.",
        {"안산": CLUSTER, "김해": CLUSTER, "진주": CLUSTER, "청주": CLUSTER},
    ),
    "zones in a headline": (
        "강소특구 평가…나주·울주·청주 ‘우수’",
        {"나주": CLUSTER, "울주": CLUSTER, "청주": CLUSTER},
    ),
}
SUBS = {
    "an interest group": (
        "미니클러스터 안의 유압펌프 SIG(Special Interest Group)가 뭉쳤다.",
        {"유압펌프": SUB},
    ),
    "sub": ("스마트센서 서브 미니클러스터를 선정했다.", {"스마트센서": SUB}),
    "sub MC": ("서브 MC인 스마트센서와 전력반도체를 새로 꾸렸다.", {"스마트센서": SUB, "전력반도체": SUB}),
    "quoted after": ("클러스터는 다음 달 소그룹 ‘수소저장’을 만든다.", {"수소저장": SUB}),
    "quoted, two": ("클러스터의 ‘폐열 회수’와 ‘도금액’ 소그룹", {"폐열 회수": SUB, "도금액": SUB}),
}
REGIONAL = {
    "by its place": ("오창혁신클러스터는 5년차를 맞았다.", {"오창": CLUSTER}),
    "place and field": ("오송 바이오클러스터에 기업이 모인다.", {"오송 바이오": CLUSTER}),
    "place and field in one word": ("울산수소클러스터가 문을 연다.", {"울산수소": CLUSTER}),
    "its class is not of the name": ("대구경북 거점 연계형 광역 클러스터", {"대구경북": CLUSTER}),
    "a new town": ("송도국제도시 바이오클러스터", {"송도국제도시 바이오": CLUSTER}),
    "the area of a town": ("김해지역 의생명 클러스터", {"김해지역 의생명": CLUSTER}),
    "national, of a province": ("강원국가혁신클러스터에 14개 거점이 있다.", {"강원": CLUSTER}),
    "regions with a dot": ("대구·경북 첨단의료 클러스터", {"대구·경북 첨단의료": CLUSTER}),
    "complexes with a dot": ("반월ㆍ시화 혁신클러스터의 수출", {"반월ㆍ시화": CLUSTER}),
    "national, by its field": ("국가항공클러스터를 세운다.", {"국가항공": CLUSTER}),
    "special zone": ("대덕연구개발특구의 연구소기업", {"대덕": CLUSTER}),
    "listed": ("국가물산업클러스터에서 개소식이 열렸다.", {"국가물산업": CLUSTER}),
    "abroad": ("미국의 실리콘밸리와 스웨덴의 시스타를 둘러봤다.", {"실리콘밸리": CLUSTER, "시스타": CLUSTER}),
    "abroad, by the noun": ("미국 보스턴 바이오클러스터를 둘러봤다.", {"보스턴클러스터": CLUSTER}),
    "what they are, in so many fields": (
        "미니클러스터는 ▦공작기계 ▦금형 ▦메카트로닉스 등 3개 분야로 움직인다.",
        {"공작기계": MINI, "금형": MINI, "메카트로닉스": MINI},
    ),
    "chairs, cluster by cluster": (
        "3개 미클 회장에 ▲전지 ㈜누리 안하늘 대표 ▲메카트로닉스 나래오토 김바다 대표 ▲금형 다온 김나무 대표",
        {"전지": MINI, "메카트로닉스": MINI, "금형": MINI},
    ),
    "a programme that is spoken of as a cluster": (
        "광양만권 이차전지 클러스터 구축사업이 시작된다. 이차전지 클러스터는 내년에 문을 연다.",
        {"광양만권 이차전지": CLUSTER},
    ),
}
NONE = {
    "a class and a manner": "시의 미래산업 클러스터가 커진다. 사업의 특성상 미니클러스터 회원사가 중요하다.",
    "work that a programme pays for": "특허 출원·기술이전 활성화·시제품 제작 등 미클 운영사업을 돕는다.",
    "members that they consist of": "미클은 기업, 대학, 연구소로 이뤄져 있다. 3개 미클이 있다.",
    "a group only described": "산학연협력 소규모 워킹그룹을 통해 미니클러스터를 키운다.",
    "a zone is asked for": "도는 군산을 강소특구로 지정해 달라고 건의했다.",
    "complexes in a row": (
        "광역클러스터 사업은 창원(기계), 울산(자동차), 사천(항공) 등 3개 거점단지의 산업을 키운다."
    ),
    "complexes of a stretch of land": (
        "광역 클러스터는 목포, 나주, 여수, 광양 등 서남권 40개 산업단지를 묶어 육성한다."
    ),
    "a class of clusters": "첨단 클러스터를 육성한다.",
    "an area": "연구개발특구는 대구 동구, 북구, 수성구와 경산시 일대로 지정된다.",
    "towns that one cluster joins": "도는 김해, 진주, 창원을 잇는 광역 클러스터를 구성한다.",
    "a noun spelled as a county": "창원, 구미의 연구 역량 강화를 위한 혁신 클러스터는 새로 지정된다.",
    "fields of firms": "미니클러스터 지원으로 전자부품, 금형, 광학 업체들이 컸다.",
    "a phrase in marks": "울산 ‘굴뚝 먹는 공장’ 미클이 만든다. 클러스터",
    "a letter": "Q. 미니클러스터에 들려면 어떻게 하나.",
    "governments": "김해시, 진주시, 창원시는 강소특구 예산을 지원한다.",
    "offices": "연구개발특구진흥재단은 대덕, 광주, 대구에 본부를 둔다.",
    "a field without a site": "정부는 로봇 클러스터를 조성한다.",
    "generic": "자율형 미니클러스터와 5개의 미니클러스터, 조합형 미니클러스터(MC), 협의체(Project-MC)",
    "generic, regional": "전국 클러스터와 지역 클러스터, 바이오 클러스터, 미국 클러스터, 글로벌 클러스터",
    "field only": "뿌리산업을 아우르는 클러스터를 만든다.",
    "programme": "녹산 클러스터사업 계획과 포항 이차전지 클러스터 구축사업을 밝혔다.",
    "firms before their cluster": "누리테크, 한빛정밀 등 미니클러스터 회원사와 다솔기계를 비롯한 미클 기업",
    "a year before": "2019 미니클러스터 행사",
    "office": "구미클러스터추진단이 문을 열었다. 창원·녹산클러스터 추진단도 열었다.",
    "abbreviation introduced": "미니클러스터(이하 미클)를 출범시켰다.",
    "who takes part": "미니클러스터는 기업, 대학, 연구소 등이 참여하는 산학연협의체다.",
    "what it does": "미니클러스터는 세미나, 포럼, 기술교류회 등을 연다.",
    "who chairs it": "미니클러스터(회장 김누리)는 총회를 열었다.",
    "zones of other kinds": "강소특구가 아닌 부산 블록체인 규제자유특구, 해운대 관광특구, 대구 규제자유특구",
    "firms of places": "강소특구 지정 소식에 안산, 시흥, 화성에서 기업이 왔다.",
    "a host": "인기 MC 김누리가 사회를 봤다.",
    "a bare place": "대전 대덕에 공장을 둔 업체",
}


FOUR = dict.fromkeys(("전자부품", "금형", "광학", "섬유"), MINI)
THREE = dict.fromkeys(("전자부품", "금형", "광학"), MINI)
RUNS = {
    "counted this way": ("지금은 전자부품, 금형, 광학, 섬유 이렇게 4개 미니클러스터가 있다.", FOUR),
    "up to the last": ("전자부품과 금형, 광학까지 3개 미니클러스터가 참여했다.", THREE),
    "counted behind": ("전자부품, 금형, 광학까지 미니클러스터 세 곳이 참여했다.", THREE),
    "one added": ("기존 전자부품, 금형에 광학을 더해 3개 미니클러스터가 됐다.", THREE),
    "in the next sentence": ("이곳 미니클러스터는 3개다. 전자부품과 금형, 광학이 그것이다.", THREE),
    "made of": ("미니클러스터는 전자부품·금형·광학으로 짜였다.", THREE),
    "parted into": ("미니클러스터를 전자부품, 금형, 광학으로 나눴다.", THREE),
    "made into": ("전자부품, 금형, 광학을 미니클러스터로 묶었다.", THREE),
    "with their firms": ("전자부품(30개사), 금형(25개사), 광학(20개사) 미니클러스터가 있다.", THREE),
    "one by one": (
        "미니클러스터별로는 전자부품이 40개사, 금형이 30개사다.",
        {"전자부품": MINI, "금형": MINI},
    ),
    "two of them": ("이 회사는 금형과 광학 두 미니클러스터에 가입했다.", {"금형": MINI, "광학": MINI}),
    "region by region": (
        "미니클러스터를 골랐다. 호남권에서는 전자부품과 금형, 동남권에서는 섬유와 광학이 뽑혔다.",
        FOUR,
    ),
    "in its own sentence": (
        "구미에서는 전자부품과 금형, 창원에서는 광학과 섬유 미니클러스터가 활동한다.",
        FOUR,
    ),
    "under a heading": ("미니클러스터를 새로 짰다.\n◇구미=전자부품·금형·광학·섬유로 나눴다.", FOUR),
    "with their places": ("구미의 전자부품, 창원의 금형, 울산의 광학 미니클러스터가 모였다.", THREE),
    "in brackets behind places": ("구미(전자부품), 창원(금형), 울산(광학) 미니클러스터가 모였다.", THREE),
}
CALLED = {
    "by its name": ("미클 이름은 ‘스마트센서’로 정했다.", {"스마트센서": MINI}),
    "named before": ("‘바이오융합’이라는 이름의 미니클러스터가 첫발을 뗐다.", {"바이오융합": MINI}),
    "it is": ("미니클러스터인 ‘전북기계융합’은 커졌다.", {"전북기계융합": MINI}),
    "after its head": ("최도겸 산업용로봇 미클 회장", {"산업용로봇": MINI}),
    "after whose it is": ("인천지역본부 산하 청정도금 미니클러스터 회원사", {"청정도금": MINI}),
    "after a time": ("3년 전 모바일융합 미니클러스터에 가입했다.", {"모바일융합": MINI}),
    "firms of another": (
        "스마트기기 미니클러스터의 ㈜누리콤, 다온원, 한빛링크와 의료기기 미니클러스터의 가온메드",
        {"스마트기기": MINI, "의료기기": MINI},
    ),
    "with a letter": ("E-모빌리티 미니클러스터와 5G 미니클러스터", {"E-모빌리티": MINI, "5G": MINI}),
    "what Kiwi cuts": ("홀로그램 미니클러스터가 생겼다.", {"홀로그램": MINI}),
}
SITES = {
    "grades": (
        "강소특구 평가에서 포항·진주는 우수, 안산은 보통, 청주는 미흡 등급을 받았다.",
        dict.fromkeys(("포항", "진주", "안산", "청주"), CLUSTER),
    ),
    "grades after that": (
        "강소특구 평가 결과가 나왔다. 포항은 최우수, 진주와 안산은 미흡 등급이다.",
        dict.fromkeys(("포항", "진주", "안산"), CLUSTER),
    ),
    "with their fields": (
        "정부는 창원(기계), 구미(전자), 반월·시화(부품)를 혁신클러스터로 지정했다.",
        dict.fromkeys(("창원", "구미", "반월·시화"), CLUSTER),
    ),
    "only spaces between": (
        "혁신클러스터 시범단지로 창원 구미 울산 원주 등 4곳이 지정됐다.",
        dict.fromkeys(("창원", "구미", "울산", "원주"), CLUSTER),
    ),
    "with amounts": (
        "강소특구 예산은 김해가 12억원, 진주가 10억원, 창원이 9억원이다.",
        dict.fromkeys(("김해", "진주", "창원"), CLUSTER),
    ),
    "made one": ("혁신클러스터 시범단지인 광주에서 나왔다.", {"광주": CLUSTER}),
    "a bracket behind": ("김해 강소연구개발특구(강소특구)는 넓다.", {"김해": CLUSTER}),
    "built at a place": ("포항시는 영일만산단에 풍력부품 클러스터를 조성한다.", {"풍력부품": CLUSTER}),
    "a town is made a zone": ("과기부는 지난해 전주시를 국내 첫 강소특구로 지정했다.", {"전주": CLUSTER}),
    "a town became a zone": ("군산이 2년 만에 강소연구개발특구로 최종 지정됐다.", {"군산": CLUSTER}),
    "two complexes that a full stop joins": ("반월.시화클러스터가 새 길을 연다.", {"반월.시화": CLUSTER}),
    "what is done to it, fused": (
        "충북 e-모빌리티 클러스터구축을 위해 돈을 낸다.",
        {"충북 e-모빌리티": CLUSTER},
    ),
    "a zone of a town": ("강원춘천 지역의 강소연구개발특구는 넓다.", {"강원춘천": CLUSTER}),
    "towns with their provinces": (
        "경남 진주(항공), 부산 명지·녹산(기계·조선 부품), 충북 오창(전기) 등 3곳을 산업 클러스터로 지정했다.",
        {"진주": CLUSTER, "명지·녹산": CLUSTER, "오창": CLUSTER},
    ),
    "two towns, one field": ("진주·사천 항공 클러스터의 기업", {"진주·사천 항공": CLUSTER}),
    "a noun that looks bound": ("춘천 수열에너지 융복합클러스터의 기업", {"춘천 수열에너지": CLUSTER}),
}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(*case, id=name)
        for name, case in {**NAMED, **LISTS, **SUBS, **REGIONAL, **RUNS, **CALLED, **SITES}.items()
    ],
)
def test_clusters_are_named_by_kind(
    text: str, kinds: dict[str, str], records_of: Callable[..., Records]
) -> None:
    assert {record.name: record.kind for record in records_of(text).clusters} == kinds


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_cluster_is_named(text: str, records_of: Callable[..., Records]) -> None:
    assert [record.name for record in records_of(text).clusters] == []


ONE = {
    "by its short form": (
        "정밀광학(옵틱스) 미클이 출범했다.\n옵틱스 클러스터는 내달 모인다.",
        "옵틱스 클러스터",
    ),
    "by a name in a bracket": ("▲정보보안 미니클러스터(IS 미클) 회원사\nIS 미클은 내달 모인다.", "IS 미클"),
    "without its own noun": (
        "에코소재 미니클러스터가 출범했다.\n에코소재 클러스터는 내달 모인다.",
        "에코소재 클러스터",
    ),
    "regional, by its place": ("원주 의료기기 클러스터가 컸다.\n원주클러스터는 더 큰다.", "원주클러스터"),
    "regional, by its field": ("새만금 풍력 클러스터가 컸다.\n풍력 클러스터는 더 큰다.", "풍력 클러스터"),
    "shorter in the title": ("금속소재 미클, 해외로\n기계금속소재 미니클러스터가 떠났다.", "금속소재 미클"),
    "a part left out": ("홍천 항체클러스터 착공\n홍천 국가항체클러스터가 들어선다.", "홍천 항체클러스터"),
    "with its place": (
        "창원에서 열렸다.\n대구·경북 자동차부품 미니클러스터가 이겼다.",
        "대구·경북 자동차부품 미니클러스터",
    ),
    "with its province, fused": ("경남진주강소특구가 컸다.\n진주 강소특구는 더 큰다.", "진주 강소특구"),
    "region and its group": (
        "대구경북 광역 클러스터가 컸다.\n대구경북권 클러스터는 더 큰다.",
        "대구경북권 클러스터",
    ),
}


@pytest.mark.parametrize(("text", "spelling"), ONE.values(), ids=ONE)
def test_all_spellings_are_one_cluster(text: str, spelling: str, records_of: Callable[..., Records]) -> None:
    (record,) = records_of(text).clusters
    assert spelling in record.surface


def test_a_cluster_belongs_to_the_complex_named_before_it(records_of: Callable[..., Records]) -> None:
    (cluster,) = records_of("남동산업단지의 정밀가공 미니클러스터에 80개사가 가입했다.").clusters
    assert cluster.complex == "남동국가산업단지"
