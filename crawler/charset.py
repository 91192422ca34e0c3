"""Bytes of a Korean page to text, whatever its header and its meta claim."""

import codecs
import re
from dataclasses import dataclass

CP949_NAMES = frozenset(
    {"euckr", "ksc5601", "ksc56011987", "ksc56011989", "korean", "isoir149", "xwindows949", "windows949"}
    | {"ms949", "cp949", "uhc", "949"}
)
"""Labels for KS X 1001; on a page it is always its superset cp949, with 8,822 more letters than `euc_kr`."""

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
META = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
META_WITHIN = 4096  # bytes; browsers look at 1024, old Korean pages put scripts before the meta
LOSS = 20  # A wrong codec gives some Hangul by accident, and a replacement every few letters.
HANGUL = re.compile("[가-힣]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text, the codec that gave it, the charset it claimed, and how many letters were lost."""

    text: str
    encoding: str
    declared: str | None
    replaced: int


def decode(body: bytes, declared: str | None = None) -> Decoded:
    """Return the text with most Hangul and least loss; broken bytes cost single letters, never the page.

    `declared` is the charset of the HTTP header; without one the page's own meta or XML declaration counts.
    """
    claims = [claim for claim in (declared, _meta(body)) if claim]
    declared = claims[0] if claims else None
    for bom, codec in BOMS:
        if body.startswith(bom):
            text = body[len(bom) :].decode(codec, "replace")
            return Decoded(text, codec, declared, text.count("\ufffd"))
    try:
        # Korean in another charset is never valid UTF-8 by accident, so this outweighs any claim.
        return Decoded(body.decode("utf-8"), "utf-8", declared, 0)
    except UnicodeDecodeError:
        codecs_tried = dict.fromkeys([*filter(None, map(codec_of, claims)), "utf-8", "cp949"])
    results = [(body.decode(codec, "replace"), codec) for codec in codecs_tried]
    text, codec = max(results, key=lambda result: _score(result[0]))
    return Decoded(text, codec, declared, text.count("\ufffd"))


def _meta(body: bytes) -> str | None:
    match = META.search(body, 0, META_WITHIN)
    return match[1].decode("ascii") if match else None


def codec_of(label: str) -> str | None:
    """Return the text codec a label means: cp949 for `ks_c_5601-1987`; None where Python knows none."""
    if re.sub("[^a-z0-9]", "", label.lower()) in CP949_NAMES:
        return "cp949"
    try:
        codec = codecs.lookup(label)
    except LookupError:
        return None
    return codec.name if codec._is_text_encoding else None  # noqa: SLF001 -- the only sign that it is no base64


def _score(text: str) -> int:
    return len(HANGUL.findall(text)) - LOSS * text.count("\ufffd")
