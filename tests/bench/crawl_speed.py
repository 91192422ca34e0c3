"""Pages a second of a night's crawl, as a ratio to bare Scrapy that does nothing, and memory over many pages.

    PYTHONPATH=. .venv/bin/python tests/bench/crawl_speed.py [PAGES] [ROUNDS] [WAY...]

Twenty newspapers on loopback, delays off, articles of 50 kB. Scrapy asks for the same pages through the same
proxy, one at a time at each host, and throws them away; sandan asks for robots.txt and a list too, and keeps
every page in WARC and database. Each crawl is a process of its own, since a reactor starts once; they take
turns. `--one WAY PAGES ADDRESS` is such a process.
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from crawler import load_sites

HOSTS = 20
WAYS = ("scrapy", "crawl", "run")  # the bare floor; the crawl and its bytes and rows; parsing as well
SITE = """
publisher = "하늘일보 {number}"
home = "http://paper{number}.example"
[url]
article = '^/news/(?P<id>\\d+)'
canonical = "/news/{{id}}"
[discover]
lists = ["/list"]
[[layouts]]
name = "body"
title = "h1"
published = "time"
body = "#body"
"""
FIRMS = ("하늘정밀", "바다기공", "들녘소재", "새벽전자", "누리화학", "솔빛금속", "아침로봇")
FILLER = "<li><a href='/about?menu={number}'>메뉴 {number}</a></li>"
PLACE = b"@"


def frame() -> bytes:
    """Return a page of some 50 kB without its text, menus most of it, as papers have them."""
    menus = "".join(FILLER.format(number=each) for each in range(1000))
    head = f"<title>산업단지 소식</title></head><body><ul>{menus}</ul><h1>산업단지 소식 @</h1>"
    time_, body = "<time>2026-11-24 09:00</time>", "<div id='body'>@</div></body>"
    return f"<html><head>{head}{time_}{body}".encode()


def text_of(number: int) -> bytes:
    """Return the paragraphs of one article, other ones for each number."""
    lines = (
        f"<p>{FIRMS[(number + each) % len(FIRMS)]}은 산업단지 {number}블록에 {number * each}억원을"
        f" 들여 공장을 {each}동 짓는다고 밝혔다.</p>"
        for each in range(1, 13)
    )
    return "".join(lines).encode()


def serve(pages: int, said: Connection) -> None:
    """Answer as all the papers, by a server quick enough not to be what is measured."""
    import asyncio

    title, start, end = frame().split(PLACE)
    listed = "".join(f"<a href='/news/{n}'>{n}</a>" for n in range(1, pages // HOSTS + 1)).encode()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while head := await reader.readuntil(b"\r\n\r\n"):
            path = head.split(b" ", 2)[1].split(b".example", 1)[1]
            number = path.removeprefix(b"/news/")
            body = listed
            if number != path:
                body = b"".join((title, number, start, text_of(int(number)), end, b"<!-- %s -->" % head))
            status = b"404 Not Found" if path == b"/robots.txt" else b"200 OK"
            fields = b"Content-Type: text/html; charset=utf-8\r\nContent-Length: %d" % len(body)
            writer.write(b"HTTP/1.1 %s\r\n%s\r\n\r\n%s" % (status, fields, body))
            await writer.drain()

    async def answer_until_closed(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await answer(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer_until_closed, "127.0.0.1", 0)
        said.send(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        await server.serve_forever()

    asyncio.run(run())


def crawl_bare(pages: int, proxy: str) -> None:
    """Ask for the pages by Scrapy alone, which throws them away."""
    from scrapy import Request, Spider
    from scrapy.crawler import AsyncCrawlerProcess

    class Bare(Spider):
        name = "bare"

        async def start(self) -> AsyncIterator[Any]:
            for number in range(1, pages // HOSTS + 1):
                for host in range(HOSTS):
                    yield Request(f"http://paper{host}.example/news/{number}", meta={"proxy": proxy})

        def parse(self, response: Any) -> None:
            """Do nothing."""

    settings = {
        "CONCURRENT_REQUESTS": HOSTS,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": 0,
        "ROBOTSTXT_OBEY": False,
        "COOKIES_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "LOG_LEVEL": "ERROR",
    }
    process = AsyncCrawlerProcess(settings)
    process.crawl(Bare)
    process.start()


def crawl_ours(pages: int, proxy: str, *, parse: bool, folder: Path) -> None:
    """Crawl the papers as `sandan crawl` does, with or without parsing what came."""
    from pipelines.night import fetch, spend_night
    from pipelines.settings import Settings
    from pipelines.store import open_db

    for number in range(HOSTS):
        (folder / f"paper{number}.toml").write_text(SITE.format(number=number), encoding="utf-8")
    settings = Settings(
        warc=str(folder / "warc"), delay=0.0, proxy=proxy, max_requests_day=0, max_requests_year=0
    )
    with open_db(folder / "news.db") as db:
        work = spend_night if parse else fetch
        work(db, sites=load_sites(folder), settings=settings, **({"read": False} if parse else {}))
        kept = db.table("pages").count_where("role = 'article'")
    assert kept == pages // HOSTS * HOSTS, f"expected {pages} pages, got {kept}"


def one(way: str, pages: int, proxy: str) -> None:
    """Crawl one way, and print its seconds and the most memory it held."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        if way == "scrapy":
            crawl_bare(pages, proxy)
        else:
            crawl_ours(pages, proxy, parse=way == "run", folder=Path(folder))
        spent = time.perf_counter() - started
    print(json.dumps([spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


def main(pages: int, rounds: int, ways: Sequence[str]) -> None:
    """Let the ways take turns, and print what each took."""
    ours, theirs = Pipe()
    server = Process(target=serve, args=(pages, theirs), daemon=True)
    server.start()
    proxy = ours.recv()
    took: dict[str, list[list[float]]] = {way: [] for way in ways}
    for _ in range(rounds):
        for way in ways:
            command = [sys.executable, __file__, "--one", way, str(pages), proxy]
            said = subprocess.run(command, check=True, capture_output=True, text=True)
            took[way].append(json.loads(said.stdout.splitlines()[-1]))
    floor = statistics.median(seconds for seconds, _ in took[ways[0]])
    for way, rows in took.items():
        seconds = statistics.median(each for each, _ in rows)
        told = f"{pages / seconds:6.0f} pages a second, {seconds / floor:.2f} times {ways[0]}"
        print(f"{way:<7}{told}, {max(memory for _, memory in rows):.0f} MB at the peak")
    server.terminate()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], int(sys.argv[3]), sys.argv[4])
    else:
        pages, rounds = (*sys.argv[1:3], *("2000", "3")[len(sys.argv[1:3]) :])
        main(int(pages), int(rounds), sys.argv[3:] or WAYS)
