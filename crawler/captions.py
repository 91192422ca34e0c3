"""Photo captions: lines printed twice, repeating the text, or ending in a credit: `/사진=구미시`."""

import re
from collections import Counter
from itertools import groupby

from .boilerplate import is_prose

WHAT = r"(?:사진|자료|이미지|그래픽|일러스트|영상|출처|캡처)"
OPEN, CLOSE, INNER = r"[\[(<【]", r"[\])>】]", r"[^\[\]()<>【】\n]"
# `(사진=구미시)`, `[산단공 제공]`, `/사진제공=구미시`, `ⓒ홍길동 기자`, `/구미시`; not `△시제품(장비 제공)`.
CREDIT = re.compile(
    rf"\s?{OPEN}\s?{WHAT}\s?(?:제공|출처|촬영)?\s?[=:：/·.]\s?{INNER}{{1,40}}{CLOSE}\.?$"
    rf"|\s?{OPEN}{INNER}{{1,40}}(?:자료\s?사진|촬영|캡처|갈무리)(?:[.,]{INNER}{{0,30}})?{CLOSE}\.?$"
    rf"|(?:^|(?<=[.다])\s?|\s?(?=\[)){OPEN}{INNER}{{1,40}}\s제공(?:[.,]{INNER}{{0,30}})?{CLOSE}\.?$"
    r"|(?:^|[\s/|.])\s?(?:사진|이미지|그래픽|일러스트|출처)\s?(?:제공|출처)?\s?[=:：]\s?[^\[\]()<>\n.]{1,30}$"
    r"|(?:^|[/|]\s?|(?<=\.)\s?)사진\s?제공\s?[^\n.]{2,25}$|^자료\s?[=:：]\s?[^\n.]{2,30}$"
    r"|\s?/?\s?[ⓒ©]\s?[^/\n]{1,30}$"
    r"|(?<=[가-힣]\.)\s?/\s?[가-힣A-Za-z0-9]{2,12}$|\s?/\s?(?:연합뉴스|뉴시스|뉴스1|로이터)$"
    r"|(?:photo@newsis\.com|\*?\s?재판매 및 DB 금지).{0,40}$"
)
# Where a credit is glued to the paragraph after it.
CREDIT_GLUED = re.compile(
    r"[\[(<【]\s?사진\s?(?:제공|출처)?\s?[=:：]\s?[^\[\]()<>\n]{1,40}[\])>】]"
    r"|(?<=\.)\s?[\[(][^\[\]()<>=\n]{1,30}\s제공[\])]"
)
SENTENCE_GAP = re.compile(r"(?<=[.?!])[\"'”’)\]]{0,2}\s")
HEAD = re.compile(r"^[▲△▼◀▶■※]?\s?(?:[\[<(【]\s?(?:사진|포토|자료사진)[^\])>】]{0,12}[\])>】]|사진\s?설명)")
NOT_WORD = re.compile(r"[^0-9A-Za-z가-힣]+")

# Shorter lines recur as headings of a text's parts.
SHORTEST = 20
LONGEST = 250


def drop_captions(lines: list[str]) -> list[str]:
    """Return the lines without captions; where nothing else is, as in photo news, only the credits go."""
    kept = drop_repeated(drop_doubled(lines))
    texts = [text for line in kept if (text := without_credit(line))]
    return texts or [text for line in lines if (text := CREDIT.sub("", line).strip())]


def drop_doubled(lines: list[str]) -> list[str]:
    """Return the lines without those printed twice in a row; a first paragraph, its own summary, stays."""
    kept: list[str] = []
    begun = False
    for letters, group in groupby(lines, key=lambda line: identity(CREDIT.sub("", line))):
        same = list(group)
        credited = any(CREDIT.search(line) for line in same)
        if not letters or len(same) == 1:
            kept.extend(same)
        elif len(same) > 2 or not (credited or (begun and len(letters) >= SHORTEST)):
            kept.append(CREDIT.sub("", same[0]))
        begun = begun or is_prose(same[0])
    return kept


def drop_repeated(lines: list[str]) -> list[str]:
    """Return the lines without those whose sentences, or cut-off beginning, all stand in another one."""
    sentences = [[identity(part) for part in SENTENCE_GAP.split(CREDIT.sub("", line))] for line in lines]
    counts = Counter(part for parts in sentences for part in parts)
    wholes = sorted(("".join(parts) for parts in sentences), key=len)
    beginnings = {whole[:SHORTEST]: whole for whole in wholes}
    kept = []
    for line, parts in zip(lines, sentences, strict=True):
        whole = "".join(parts)
        longer = beginnings.get(whole[:SHORTEST], "")
        if len(whole) < SHORTEST:
            kept.append(line)
        elif len(whole) < len(longer) and longer.startswith(whole):
            continue
        elif all(counts[part] > 1 for part in parts):
            counts.subtract(parts)
        else:
            kept.append(line)
    return kept


def without_credit(line: str) -> str:
    """Return a line without a photo's credit, and nothing of a single sentence that has one."""
    text = CREDIT.sub("", line).strip()
    if text == line.strip() and not HEAD.match(line):
        return line
    is_caption = len(SENTENCE_GAP.split(text)) == 1 and len(text) <= LONGEST
    return "" if is_caption else text


def identity(text: str) -> str:
    """Return the letters and figures that tell a sentence from others."""
    return NOT_WORD.sub("", text)
