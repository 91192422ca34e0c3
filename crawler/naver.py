"""Naver's news search, a hundred articles a call: which papers wrote of a query, and where."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

import urllib3

from .links import Link, plain, time_of

# What the service allows: 100 a call, of the newest 1000; 25,000 calls a day and key, which it counts itself.
DISPLAY, START = 100, 1000
LARGEST = 5 * 1024 * 1024
TRIES = 3
PAUSE = 1.0  # seconds before the second try, doubled before the third
QUOTA, TOO_FAST = "010", "012"
# No other query would fare better: the key is none, the address is no service's, the day's calls are spent.
LASTING = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND})


@dataclass(frozen=True, slots=True)
class NaverKey:
    """An application's id and secret, as Naver gives them out."""

    id: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Searched:
    """What one query gave: the address it is known by, links with the rung `naver`, and why not all."""

    url: str
    links: tuple[Link, ...]
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a call gave nothing, whether it may if tried again, and whether any other may."""

    cause: str
    again: bool = False
    lasting: bool = False


def search_naver(
    queries: Sequence[str],
    *,
    key: NaverKey,
    endpoint: str,
    old: Callable[[Sequence[Link]], bool] = lambda _links: False,
    timeout: float = 30.0,
    proxy: str = "",
    pause: Callable[[float], None] = time.sleep,
) -> Iterator[Searched]:
    """Yield what each query gives, newest first: up to 1000 links, or to a call whose links are all `old`.

    What no query can have (a wrong key, a spent quota, no answer after three tries) ends it with that query.
    """
    pool = urllib3.ProxyManager(proxy) if proxy else urllib3.PoolManager()
    headers = {"X-Naver-Client-Id": key.id, "X-Naver-Client-Secret": key.secret}

    def call(url: str) -> tuple[int, bytes]:
        # Redirects are not followed: the key is for this address alone.
        response = pool.request(
            "GET", url, headers=headers, timeout=timeout, retries=False, redirect=False, preload_content=False
        )
        try:
            return response.status, response.read(LARGEST, decode_content=True)
        finally:
            response.close()

    with pool:
        for query in queries:
            searched, refusal = _search(query, endpoint=endpoint, call=call, old=old, pause=pause)
            yield searched
            if refusal and refusal.lasting:
                return


def _search(
    query: str,
    *,
    endpoint: str,
    call: Callable[[str], tuple[int, bytes]],
    old: Callable[[Sequence[Link]], bool],
    pause: Callable[[float], None],
) -> tuple[Searched, Refusal | None]:
    known_by = f"{endpoint}?{urlencode({'query': query, 'sort': 'date'})}"
    links: list[Link] = []
    for start in range(1, START, DISPLAY):
        page = _ask(f"{known_by}&display={DISPLAY}&start={start}", call=call, pause=pause)
        if isinstance(page, Refusal):
            return Searched(known_by, tuple(links), page.cause), page
        links.extend(page)
        if len(page) < DISPLAY or old(page):
            break
    return Searched(known_by, tuple(links)), None


def _ask(
    url: str, *, call: Callable[[str], tuple[int, bytes]], pause: Callable[[float], None]
) -> tuple[Link, ...] | Refusal:
    for attempt in range(TRIES):
        if attempt:
            pause(PAUSE * 2 ** (attempt - 1))
        try:
            answer = read_answer(*call(url))
        except urllib3.exceptions.NewConnectionError:  # by their kinship a timeout too
            answer = Refusal("refused", again=True, lasting=True)
        except urllib3.exceptions.TimeoutError:
            answer = Refusal("timeout", again=True, lasting=True)
        except urllib3.exceptions.HTTPError:
            answer = Refusal("connection", again=True, lasting=True)
        if not isinstance(answer, Refusal) or not answer.again:
            break
    return answer


def read_answer(status: int, body: bytes) -> tuple[Link, ...] | Refusal:
    """Return the links of an answer, the paper's own address before Naver's, or why there are none."""
    entry = _loads(body)
    if status != HTTPStatus.OK:
        code, message = str(entry.get("errorCode", "")), plain(str(entry.get("errorMessage", "")))
        said = f"HTTP {status}" + f" {code}" * bool(code) + f": {message}" * bool(message)
        busy = code == TOO_FAST or status >= HTTPStatus.INTERNAL_SERVER_ERROR
        spent = status == HTTPStatus.TOO_MANY_REQUESTS  # by quota, or still too fast after the last try
        return Refusal(said, again=busy, lasting=busy or spent or status in LASTING)
    items = entry.get("items")
    if not isinstance(items, list):
        start = body[:40].decode("utf-8", "replace")
        return Refusal(f"expected JSON with items, got {start!r}", again=True)
    return tuple(_link(item) for item in items if isinstance(item, dict))


def _link(item: dict[str, Any]) -> Link:
    said = {name: value for name, value in item.items() if isinstance(value, str)}
    url = said.get("originallink", "").strip() or said.get("link", "").strip()
    return Link(url, plain(said.get("title", "")), time_of(said.get("pubDate", ""), rung="naver"))


def _loads(body: bytes) -> dict[str, Any]:
    try:
        entry = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return entry if isinstance(entry, dict) else {}
