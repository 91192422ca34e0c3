"""The organizations of an article with their places, and which of them has such a post: 시장 is of a 시."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from schema import Organization, Span

from .reading import Reading

# A post and the ending of the bodies that have it; the first that fits decides.
BODIES = tuple(
    (re.compile(post), re.compile(body))
    for post, body in (
        (r"(?:[가-힣]*부)?시장", r"시$"),
        (r"(?:[가-힣]*부)?군수", r"군$"),
        (r"(?:[가-힣]*부)?구청장", r"구$"),
        (r"(?:[가-힣]*부)?(?:도지사|지사)", r"도$"),
        (r"국회[가-힣]+", r"^국회$"),
        (r"(?:차관|장관)(?:보)?", r"[부처]$"),
        (r".*청장", r"청$"),
        (r"부?의장|.*의원", r"의회$|^국회$"),
        (r".*(?:총장|교수|학장|처장|강사)", r"대$|대학교?$|캠퍼스$|과학기술원$"),
        (r"부?원장", r"원$|테크노파크$|밸리$|TP$"),
        (r".*본부장", r"본부$"),
        (r".*단장", r"단$"),
        (r".*센터장", r"센터$"),
        (r".*지사장", r"지사$"),
        (r".*지부장", r"지부$"),
        (r".*지점장", r"지점$"),
        (r".*지회장", r"지회$"),
        (r".*조합장", r"조합$"),
        (r".*(?:연구원|연구위원)", r"연구[원소]$|기술원$"),
        (r".*위원장", r"위원회$|노조$|노동조합$"),
    )
)
TYPES = (
    (re.compile(r"이사장"), frozenset({"agency", "association", "other", "research_institute"})),
    (re.compile(r"(?:[가-힣]{0,4}회장)"), frozenset({"company", "association"})),
    (re.compile(r"소장|부소장"), frozenset({"research_institute", "company"})),
)
TOPIC = re.compile(r"(?:\([^)\n]{0,30}\))?[은는] ")  # who the text is about: 누리정밀은


class Row(NamedTuple):
    """Places of some organizations in the order of the text: start and name; `topics` are those spoken of."""

    places: Sequence[tuple[int, str]]
    topics: Sequence[tuple[int, str]]


class Bodies(NamedTuple):
    """The organizations of an article, and every place of one in the order of the text: its span and name.

    `every` and `firms` are the rows of all of them and of the companies, `fitting` those of a post.
    """

    organizations: Sequence[Organization]
    places: Sequence[tuple[Span, str]]
    every: Row
    firms: Row
    fitting: Callable[[str], Row]


def bodies_of(reading: Reading, organizations: Sequence[Organization]) -> Bodies:
    """Return the organizations with their places."""
    places = _places(organizations)
    return Bodies(
        organizations,
        places,
        _row(reading, places),
        row_of(reading, [one for one in organizations if one.type == "company"]),
        # Many people share a post: asked once a person, an article of many people costs the square of them.
        cache(lambda post: row_of(reading, _fitting(organizations, post))),
    )


def row_of(reading: Reading, organizations: Iterable[Organization]) -> Row:
    """Return where the organizations are named."""
    return _row(reading, _places(organizations))


def _places(organizations: Iterable[Organization]) -> Sequence[tuple[Span, str]]:
    return sorted((piece.span, one.name) for one in organizations for piece in one.evidence)


def _row(reading: Reading, places: Sequence[tuple[Span, str]]) -> Row:
    return Row(
        [(span.start, name) for span, name in places],
        [(span.start, name) for span, name in places if TOPIC.match(reading.text, span.end)],
    )


def _fitting(organizations: Sequence[Organization], post: str) -> Iterator[Organization]:
    """Yield the organizations that have such a post, by their endings, else by their types."""
    body = next((body for posts, body in BODIES if posts.fullmatch(post)), None)
    types = {type_ for posts, types in TYPES if posts.fullmatch(post) for type_ in types}
    return (one for one in organizations if (body.search(one.name) if body else one.type in types))
