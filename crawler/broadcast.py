"""The marks of a broadcast script, `◀ANC▶ … ◀END▶`, and its lines broken for the prompter."""

import re

WORD = (
    r"(?:앵커(?:\s?멘트)?|기자(?:\s?멘트)?|리포트|리포터|인터뷰|녹취|현장음|스탠드?업|스탠딩|브[릿리]지|자막|싱크|오프닝|클로징"
    r"|VCR|VTR|ANC|INT|END|SYN|REP|S\.?/?U|CG|화면|내레이션)"
)
MARK = re.compile(
    rf"[◀【\[<〈{{]\s?{WORD}\s?\d?\s?[▶】\]>〉}}]|\(\s?(?:S/U|스탠드?업|스탠딩)\s?\)|^(?:앵커|기자|리포터)\s?[:：]\s"
    r"|^[▶-]\s?(?:인터뷰|싱크|스탠딩|녹취)\s?[:：]\s"
)
STATION = (
    r"(?:MBC|KBS|SBS|YTN|MBN|TBC|KNN|KBC|JTV|UBC|TJB|CJB|OBS|JTBC|G1|CBS|BBS|EBS|TV조선|채널A"
    r"|[A-Za-z가-힣]{2,6}\s?(?:TV|방송))"
)
REPORTER = r"[가-힣]{2,4}\s?(?:기자|특파원|앵커|리포터)"
# `보도에 김OO 기자입니다.`, `김OO기자의 보돕니다.`, `MBC뉴스 김OO입니다.`
HANDOVER = re.compile(
    rf"(?:^|(?<=[.?!]\s))(?:(?:보도에|이어서|계속해서)\s)?(?:{REPORTER}(?:가|의|이)\s[^.\n]{{0,16}}"
    rf"(?:보도|보돕|취재|전해|전합|알아|살펴|만나|다녀)[^.\n]{{0,10}}(?:니다|시죠|세요)"
    rf"|{REPORTER}\s?입니다|[가-힣]{{2,4}}\s?기잡니다"
    rf"|(?:지금까지\s)?{STATION}\s?(?:뉴스|NEWS|news)?\s?[가-힣]{{2,4}}\s?(?:기자\s?)?입니다)[./\s]{{0,4}}$"
)
SPEAKER = re.compile(r"^[가-힣]{2,4}\s?[가-힣]{0,6}\s?[/(][^.]{2,40}$")

STOP = re.compile(r"[.?!][\"'”’)\]]{0,2}$|[다요]\)$")
APART = re.compile(r"^[△◇◆□■○●▲▶•-]")

# A script is broken every ten to twenty letters, mostly behind a particle; paragraphs and tables are not.
WIDTH = 48
LEAST = 8
PARTICLE = re.compile(r"[의을를은는이가에와과로고며도만서한된인할될던해돼면데등]$")


def is_broken(lines: list[str]) -> bool:
    """Tell whether sentences run over line ends throughout, as in scripts written for a prompter."""
    if len(lines) < LEAST or sum(len(line) <= WIDTH for line in lines) < 0.85 * len(lines):
        return False
    open_ended = [line for line in lines if not STOP.search(line)]
    in_mid_sentence = sum(PARTICLE.search(line) is not None for line in open_ended)
    return len(open_ended) >= 0.4 * len(lines) and in_mid_sentence >= 0.5 * len(open_ended)


def join_broken(lines: list[str]) -> list[str]:
    """Return broken lines as whole sentences, one a paragraph; speakers and list items stay apart."""
    whole: list[str] = []
    open_ended = False
    for line in lines:
        apart = APART.match(line) is not None or SPEAKER.match(line) is not None
        if open_ended and not apart:
            whole[-1] += " " + line
        else:
            whole.append(line)
        open_ended = not apart and not STOP.search(line)
    return whole
