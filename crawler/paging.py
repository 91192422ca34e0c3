"""The addresses of a list's further pages, and of a site's search."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from .charset import codec_of

PAGE, QUERY = "{page}", "{query}"
"""What a list's and a search's declared address may hold."""


@dataclass(frozen=True, slots=True)
class Paging:
    """The parameters of a list's further pages: `page` is their number, `total` what its pager repeats."""

    page: str = ""
    total: str = ""


NO_PAGING = Paging()


def page_address(address: str, number: int, *, paging: Paging, total: str = "") -> str | None:
    """Return the address of a list's page, counted from 1; None where the site declares no further ones.

    The first page is the list as it is declared, so that it is one source whatever the total of today.
    """
    if PAGE in address:
        return address.replace(PAGE, str(number))
    if number == 1:
        return address
    if not paging.page:
        return None
    address = with_parameter(address, paging.page, str(number))
    return with_parameter(address, paging.total, total) if paging.total and total else address


def total_of(urls: Iterable[str], *, paging: Paging) -> str:
    """Return the total that most links of a pager carry: `164429`; empty where none does."""
    if not paging.total:
        return ""
    pattern = re.compile(rf"(?:^|&){re.escape(paging.total)}=(\d+)(?:&|$)")
    found = Counter(match[1] for url in urls if (match := pattern.search(urlsplit(url).query)))
    return found.most_common(1)[0][0] if found else ""


def search_address(address: str, query: str, *, charset: str) -> str | None:
    """Return where a site tells what it has on a query; None for a word that its charset cannot write.

    `산단` is `%BB%EA%B4%DC` to an old site in EUC-KR, and `%EC%82%B0%EB%8B%A8` to others.
    """
    try:
        return address.replace(QUERY, quote(query.encode(codec_of(charset) or "utf-8"), safe=""))
    except UnicodeEncodeError:
        return None


def with_parameter(url: str, name: str, value: str) -> str:
    """Return an address with this parameter in the place of its old one, all else letter by letter."""
    parts = urlsplit(url)
    kept = [pair for pair in parts.query.split("&") if pair and pair.partition("=")[0] != name]
    return urlunsplit(parts._replace(query="&".join([*kept, f"{name}={quote(value)}"])))
