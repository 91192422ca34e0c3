"""The papers behind addresses and names: `hong@etnews.com` writes for 전자신문."""

import re

# As printed, by the domain of the paper's pages and of its reporters' mail.
PAPERS = {
    "ajunews.com": "아주경제",
    "asiae.co.kr": "아시아경제",
    "asiatoday.co.kr": "아시아투데이",
    "busan.com": "부산일보",
    "cctoday.co.kr": "충청투데이",
    "chosun.com": "조선일보",
    "daejonilbo.com": "대전일보",
    "ddaily.co.kr": "디지털데일리",
    "donga.com": "동아일보",
    "dt.co.kr": "디지털타임스",
    "edaily.co.kr": "이데일리",
    "etnews.co.kr": "전자신문",
    "etnews.com": "전자신문",
    "etoday.co.kr": "이투데이",
    "fnnews.com": "파이낸셜뉴스",
    "hani.co.kr": "한겨레",
    "hankookilbo.com": "한국일보",
    "hankyung.com": "한국경제",
    "heraldcorp.com": "헤럴드경제",
    "hk.co.kr": "한국일보",
    "idomin.com": "경남도민일보",
    "imaeil.com": "매일신문",
    "incheonilbo.com": "인천일보",
    "inews24.com": "아이뉴스24",
    "inews365.com": "충북일보",
    "jjan.kr": "전북일보",
    "jnilbo.com": "전남일보",
    "joongang.co.kr": "중앙일보",
    "joongboo.com": "중부일보",
    "joongdo.co.kr": "중도일보",
    "kado.net": "강원도민일보",
    "kbmaeil.com": "경북매일",
    "khan.co.kr": "경향신문",
    "kihoilbo.co.kr": "기호일보",
    "kmib.co.kr": "국민일보",
    "knnews.co.kr": "경남신문",
    "kookje.co.kr": "국제신문",
    "ksilbo.co.kr": "경상일보",
    "kwangju.co.kr": "광주일보",
    "kwnews.co.kr": "강원일보",
    "kyeongin.com": "경인일보",
    "kyeonggi.com": "경기일보",
    "kyongbuk.co.kr": "경북일보",
    "kyongbuk.com": "경북일보",
    "kyunghyang.com": "경향신문",
    "mbn.co.kr": "MBN",
    "mk.co.kr": "매일경제",
    "msnet.co.kr": "매일신문",
    "mt.co.kr": "머니투데이",
    "munhwa.com": "문화일보",
    "news1.kr": "뉴스1",
    "newsis.com": "뉴시스",
    "newspim.com": "뉴스핌",
    "sed.co.kr": "서울경제",
    "sedaily.com": "서울경제",
    "segye.com": "세계일보",
    "seoul.co.kr": "서울신문",
    "yeongnam.com": "영남일보",
    "yna.co.kr": "연합뉴스",
    "yonhapnews.co.kr": "연합뉴스",
    "zdnet.co.kr": "지디넷코리아",
}
PRESS = (
    r"(?:뉴스|일보|신문|통신|타임[스즈]|데일리|미디어|저널|투데이|방송|닷컴|뉴시스|프리존|헤럴드|한겨레|뉴스1|뉴스핌|와이어"
    r"|리포트|포스트|프레스|매거진|매일|경제|TV)"
)
DOMAIN = re.compile(r"(?<![a-z0-9])((?:[a-z0-9]{2,20}\.)(?:com|net|kr|co\.kr))(?![a-z.])")
NAMES = frozenset(PAPERS.values())
NAME_ALONE = re.compile(
    r"^\W{0,2}(?:[A-Z]{2,4}\s)?[가-힣]{1,6}(?:일보|신문|뉴스|뉴시스|투데이|데일리|타임[스즈]|방송|헤럴드)\W{0,2}$"
)


def paper_of(address: str) -> str | None:
    """Return the paper whose mail or page an address is, as printed: `hong@etnews.com` is 전자신문's."""
    return next((PAPERS[domain] for domain in DOMAIN.findall(address.lower()) if domain in PAPERS), None)


def is_paper(line: str) -> bool:
    """Tell whether a line is a paper's name alone: `중앙일보`, `(JTV 전주방송)`."""
    return line.strip("[]()<> ") in NAMES or NAME_ALONE.match(line) is not None
