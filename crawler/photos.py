"""The captions of a page's pictures, which are all the text that photo news has."""

from collections.abc import Iterable, Sequence

from lxml.html import HtmlElement

from .markup import clean, select

CAPTION = "figcaption, [class*=caption], [class*=photo_desc], [class*=img_desc], [class*=img_txt]"
WITHIN = (
    "article, main, [itemprop=articleBody]"  # of a page without a layout; pictures elsewhere are other news
)


def read_captions(elements: Sequence[HtmlElement]) -> tuple[str, ...]:
    """Return the captions that elements hold, in order, each once; one inside another is a part of it."""
    found = [caption for element in elements for caption in select(element, CAPTION)]
    outer = [each for each in found if not any(a in found for a in each.iterancestors())]
    return tuple(dict.fromkeys(_texts(outer)))


def _texts(captions: Iterable[HtmlElement]) -> Iterable[str]:
    return filter(None, (clean(str(caption.text_content())) for caption in captions))
