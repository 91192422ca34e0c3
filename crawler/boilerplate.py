"""Which lines of a news page are not its article's: buttons, notices, lists of other news; as patterns."""

import re
from typing import Literal

from .broadcast import MARK
from .buttons import BREADCRUMB, BUTTON, REACTION, key
from .bylines import EMAIL, REPORTER, is_byline
from .dates import DATED

# list: a heading of other news; end, plea: nothing of the article follows; byline: its writer; noise: other.
Kind = Literal["text", "list", "end", "plea", "byline", "noise"]


def any_of(*patterns: str) -> re.Pattern[str]:
    """Return the pattern that matches what any of the given ones does."""
    return re.compile("|".join(patterns))


PHONE = re.compile(r"(?<!\d)\(?0\d{1,2}\)?[-.) ]{1,2}\d{3,4}[-. ]\d{4}(?!\d)")
LINK = re.compile(r"!?(?:\[[^\]]{0,80}\])?\(?(?:https?://|www\.)[^\s)]{1,300}\)?")
# An article's sentence ends so, a headline or a button hardly ever.
SENTENCE = re.compile(r"[가-힣][\"'”’)\]]{0,2}\.(?=[^\d.]|$)|[다요까]\s?[?!]")
SENTENCE_END = re.compile(r"[가-힣)%\"'”’]\s?[.?!][\"'”’)\]]{0,2}$")
LIST_MARK = re.compile(r"^[△▲◇◆□■○●◎▷]\s?[^\s△▲◇◆□■○●◎▷]")
CRUMBS = re.compile(r"^(?:[가-힣A-Za-z·/]{1,10}\s?[>›»]\s?){1,5}(?:[가-힣A-Za-z·/]{1,10})?$")
# The heading of a text's next part, glued to a paragraph's end.
SECTION_GLUED = re.compile(r"(?<=[.?!”’\"'])\s?[◇◆■□](?=\s?[^\s◇◆■□])")

COPYRIGHT = any_of(
    r"무단\s?전재",
    r"무단\s?(?:복제|배포|사용|수집)[^.]{0,20}금지",
    r"재\s?배포\s?(?:를\s?)?금지",
    r"(?i:all rights reserved)",
    r"저작권자\s?(?:©|ⓒ|\([Cc]\)|[:：@])",
    r"(?i:copyrights?)\s?(?:©|ⓒ|\(c\))",
    r"[©ⓒ]\s?(?:19|20)\d\d",
)
# The whole notice, where it is glued to a sentence.
COPYRIGHT_GLUED = re.compile(
    r"[<\[(〈]?\s?(?:저작권자|(?i:copyrights?))?\s?(?:©|ⓒ|\([Cc]\))[^<>\[\]\n]{0,60}?"
    r"(?:무단[^.<>\n]{0,50}?금지|(?i:all rights reserved))\.?\s?[>\])〉]?"
)
END = any_of(
    r"^\W{0,3}끝\W{0,3}$",
    r"^\W{0,3}SNS\s?기사\s?보내기$",
    r"^\W{0,3}이\s?기사\s?(?:어때|어떠|에 대해)",
    r"^\W{0,3}\d{0,4}\s?개의\s?댓글",
    r"댓글\s?(?:을|은)?\s?(?:입력|작성|남[겨기]|삭제|운영)",
    r"비회원\s?글쓰기|자동등록방지|의견을 남겨|BEST\s?댓글|삭제한 댓글",
    r"^0\s?/\s?\d{3}",
    r"^\W{0,4}언론\s?(?:연락처|문의)",
    r"^\W{0,4}보도자료\s?(?:출처|문의|연락처)",
    r"^\W{0,4}(?:기사|뉴스|독자|시청자)?\s?제보\s?(?:[:：]|는|하기|전화|및)",
    r"이 (?:뉴스|보도자료|자료)는 [^.]{0,50}(?:발표|배포|제공|전재)",
    r"^\W{0,4}(?:배포\s?안내|자료\s?(?:제공|출처)\s?[:：=])",
)
# A reader is asked for something: `뉴스를 응원해주세요`, `채널을 구독해 보세요`.
PLEA = re.compile(
    r"^[^“\"‘'].{0,20}?(?:구독|후원|응원|제보|댓글|채널|뉴스레터|회원\s?가입|좋아요|알림|투표)[^\n]{0,40}?(?:주세요|보세요|하세요|마세요"
    r"|바랍니다|부탁드립니다|기다립니다|받습니다|생각하시나요|하시겠습니까|클릭)\W{0,4}$"
)
NOTICE = any_of(
    r"^\W{0,3}관련\s?통계자료\s?다운로드",
    r"이 기사는 [^\n]{0,60}(?:게재|작성|제공|보도|입력|지원|제작|출고|노출|분류)[가-힣 ]{0,10}다\W{0,3}$",
    r"이 보도자료와 관련|첨부\s?(?:파일|자료)[을를]? (?:참고|참조|확인)",
    r"본문\s?보기를 권장|글자크기로 변경|가장 빠른 뉴스가|AI 요약|요약\s?기술|인공지능이 요약|요약한 결과",
    r"크롬\s?기반|브라우저에서만|로그인\s?(?:후|하시면)|구독\s?(?:후|하시면)",
    r"(?:URL|주소|링크)\S{0,2}\s?복사(?:가|되었|됐|완료)",
    r"^본문의? \d{1,2}번째 이미지|이미지를? 클릭하|클릭하시면 [^\n]{0,20}보실 수",
    r"^\W{0,3}(?:관련\s?)?(?:키워드|태그|해시태그|TAG)S?\s?(?:[:：#|]|$)",
    r"^\W{0,4}#\s?[^\s#]{1,30}+(?:[\s,]{0,3}+#\s?[^\s#]{1,30}+){0,40}+\s?$",
    r"^\W{0,4}(?:관련|연관|추천)\s?(?:기사|뉴스)\s?[^가-힣\s]",
    r"등록번호\s?[:：]|청소년\s?보호\s?(?:책임자|정책)|사업자\s?등록\s?번호|개인정보\s?(?:처리|취급)\s?방침",
    r"℃|기상청 제공|24시간 변동률 기준",
)
# Rows of a press release's head and foot: who is in charge, and where to call.
CONTACT = re.compile(
    r"^\W{0,4}(?:담당\s?(?:부서|과|자|기관)?|작성자|책임자|연락처|웹사이트|홈페이지|첨부\s?파일?|붙임"
    r"|(?:언론|제품|행사)?\s?문의\s?(?:처|전화|사항)?)(?:\s?[:：|ㅣ]|$)"
)

MANY = r"(?:가장)?많이(?:본|읽은|공유한|찾는|보는)|댓글많은|공감많은"
NEW = r"최신|최근|실시간|속보|오늘의|금주의|주간|이시각|이시간|지금(?:뜨는)?|급상승"
GOOD = (
    r"인기|주요|추천|화제의|핫|핫한|hot|best|베스트|톱|탑|top|눈에띄는|놓치[가-힣]{2,6}|당신[가-힣]{2,8}|맞춤"
)
NEAR = r"관련|연관|다른|같은(?:섹션|분야)?|함께[가-힣]{0,6}|같이[가-힣]{0,4}|이어[가-힣]{0,4}"
NEWS = (
    r"(?:뉴스룸?|기사|이슈픽?|[콘컨]텐츠|포토|사진|영상|동영상|토픽|랭킹|순위|클릭|헤드라인|키워드|종목|칼럼"
    r"|검색어|읽을거리|댓글)"
)
LIST = any_of(
    rf".{{0,12}}?(?:{MANY}|{NEW}|{GOOD}|{NEAR})(?:주요|인기|추천|본|top|톱)?"
    rf"{NEWS}(?:들|더|보기|전체|top|톱|순위|랭킹|목록)*+",
    r".{0,8}?(?:포토|영상|동영상|브랜드|랭킹|섹션별|분야별)(?:뉴스룸?|기사)",
    r".{0,8}?(?:헤드라인|핫뉴스|핫이슈|핫클릭|핫토픽|톱뉴스|탑뉴스|이슈픽|뉴스픽)(?:더보기)?",
    r".{0,10}(?:다른|전체)기사(?:더)?(?:보기|목록)?",
    r"오늘의상승종목|(?:실시간)?(?:암호화폐|가상화폐|코인)시세|증시현황|시장지표|환율|코스피|코스닥|장종료",
    r"네티즌의견|독자의견|의견나누기|답글남기기",
)
# Boxes of these stand between paragraphs too, so that one paragraph is enough to go on.
INSET = re.compile(rf".{{0,12}}?(?:{NEAR}|추천)")


def kind_of(line: str) -> Kind:
    """Return what a line is: `주요 뉴스` a list, `저작권자 ©…` an end, `• 작게` noise, news text."""
    if len(line) > 300:
        return "text"
    letters = key(line)
    if COPYRIGHT.search(line) or REACTION.fullmatch(letters) or (len(line) <= 120 and END.search(line)):
        return "end"
    if len(line) <= 70 and not LIST_MARK.match(line) and PLEA.search(line):
        return "plea"
    if len(line) <= 40 and LIST.fullmatch(letters):
        return "list"
    if is_byline(line):
        return "byline"
    return "noise" if is_noise(line) else "text"


def is_noise(line: str) -> bool:
    """Tell whether a line is a button, a stamp, a notice or a contact, the article going on behind it."""
    if len(line) <= 150 and NOTICE.search(line):
        return True
    if not SENTENCE_END.search(line) and len(line) <= 150 and (CONTACT.search(line) or PHONE.search(line)):
        return True
    rest = bare(line)
    if letters := key(rest):
        return BUTTON.fullmatch(letters) is not None
    # Figures alone may be a table's.
    return rest != line or not any(char.isdigit() for char in line)


def is_breadcrumb(line: str) -> bool:
    """Tell whether a line names sections only, as before a body: `홈 > 경제 > 산업`."""
    return len(line) <= 60 and bool(BREADCRUMB.fullmatch(key(line)) or CRUMBS.match(line))


def is_prose(line: str) -> bool:
    """Tell whether a line holds a sentence to its end, which neither headlines nor buttons do."""
    return len(line) >= 15 and SENTENCE.search(line) is not None


def bare(line: str) -> str:
    """Return a line without links, dates, addresses, reporters, telephone numbers and a script's marks."""
    for pattern in (LINK, DATED, EMAIL, REPORTER, PHONE, MARK):
        line = pattern.sub(" ", line)
    return line
