"""An extraction as a person reads it in a terminal."""

from collections.abc import Iterator, Sequence

from extract import Reason
from schema import Article, Cluster, Count, Extraction, Figure, Member, Person


def lines_of(extraction: Extraction, *, article: Article) -> Iterator[str]:
    """Yield the article's headline, then a line a record under its kind."""
    day = article.published.at.date().isoformat() if article.published else None
    source = ", ".join(part for part in (article.publisher, day, article.url) if part)
    yield f"{article.id}  {article.title}" + (f"  ({source})" if source else "")
    records = extraction.records
    kinds = {
        "complexes": [spelled(each.name, surface=each.surface) for each in records.complexes],
        "clusters": [cluster(each) for each in records.clusters],
        "organizations": [
            f"{spelled(each.name, surface=each.surface)}, {each.type}" for each in records.organizations
        ],
        "people": [person(each) for each in records.people],
        "figures": [figure(each) for each in records.figures],
        "counts": [count(each) for each in records.counts],
        "members": [member(each) for each in records.members],
    }
    for kind, lines in kinds.items():
        for number, line in enumerate(lines):
            yield f"  {kind if number == 0 else '':<14}{line}"
    if not any(kinds.values()):
        yield "  no records"


def lines_of_reasons(reasons: Sequence[Reason], *, text: str) -> Iterator[str]:
    """Yield a line for each thing that was considered, in the text's order: where, how surely, what, why."""
    for reason in reasons:
        start, end = reason.span
        quote = " ".join(reason.span.of(text).split())
        place = f"{start:>6}-{end:<6}{reason.score:5.2f}  {reason.rule:<18}"
        yield f"  {place}{reason.what}: {quote} | {reason.verdict}"


def spelled(name: str, *, surface: tuple[str, ...]) -> str:
    """Return a name with its other spellings: `남동국가산업단지 (남동공단, 남동산단)`."""
    others = [each for each in surface if each != name]
    return f"{name} ({', '.join(others)})" if others else name


def cluster(each: Cluster) -> str:
    """Return `친환경나노 (친환경나노 미니클러스터), mini_cluster of 남동국가산업단지`."""
    place = f" of {each.complex}" if each.complex else ""
    return f"{spelled(each.name, surface=each.surface)}, {each.kind}{place}"


def person(each: Person) -> str:
    """Return `박광석, 단장, 대구성서클러스터추진단`."""
    return ", ".join(part for part in (each.name, each.role, each.organization) if part)


def figure(each: Figure) -> str:
    """Return `1억500만원 = 105,000,000 KRW, grant, 한국산업단지공단 -> 바이오에프디엔씨`."""
    way = f"{each.provider or '?'} -> {each.recipient or '?'}" if each.provider or each.recipient else None
    year = str(each.year) if each.year else None
    parts = (f"{each.quote} = {amount(each)}", each.qualifier, each.kind, year, way)
    return ", ".join(part for part in parts if part and part != "exact")


def amount(each: Figure) -> str:
    """Return the sum with its thousands marked: `5,000,000,000..6,000,000,000 KRW`, `..5,000,000 KRW`."""
    ends = [format(end, ",") if end is not None else "" for end in (each.min, each.max)]
    return f"{ends[0] if ends[0] == ends[1] else '..'.join(ends)} {each.currency}"


def count(each: Count) -> str:
    """Return `81개 = 81 mini_clusters, 전국`."""
    return f"{each.quote} = {each.value:,} {each.what}" + (f", {each.subject}" if each.subject else "")


def member(each: Member) -> str:
    """Return `한국광기술원 in 의료부품`."""
    return f"{each.organization} in {each.cluster}"
