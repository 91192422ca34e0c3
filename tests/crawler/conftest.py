import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass
class Answer:
    """What a newspaper answers on one path."""

    body: bytes = b""
    status: int = 200
    type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0


@dataclass
class Newspaper:
    """A newspaper on loopback: its answers by path and query, and what it was asked, when and by whom."""

    home: str
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    busy: int = 0
    most_busy: int = 0


def handler_of(paper: Newspaper) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # headers and body in two pieces wait 40 ms for each other

        def do_GET(self) -> None:
            paper.asked.append(self.path)
            paper.times.append(time.monotonic())
            paper.agents.add(self.headers["User-Agent"])
            paper.busy += 1
            paper.most_busy = max(paper.most_busy, paper.busy)
            answer = paper.answers.get(self.path, Answer(status=404, body=b"none"))
            time.sleep(answer.wait)
            paper.busy -= 1
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.type)
            self.send_header("Content-Length", str(len(answer.body)))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *args: object) -> None:
            pass

    return Handler


@pytest.fixture
def open_paper() -> Iterator[Callable[[], Newspaper]]:
    """Open newspapers on loopback; any number, until the test ends."""
    servers: list[ThreadingHTTPServer] = []

    def open_one() -> Newspaper:
        paper = Newspaper("")
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(paper))
        server.daemon_threads = True
        paper.home = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return paper

    yield open_one
    for server in servers:
        server.shutdown()
        server.server_close()


CRAWL = """
import json, sys
from pathlib import Path
from crawler import crawl, load_sites

options = json.loads(sys.argv[2])
known, fail_at = set(options.pop("known", ())), options.pop("fail_at", 0)
waiting, found = options.pop("waiting", {}), {}
met = set(options.pop("met", ()))
kept = []

def keep(page, role):
    kept.append({"url": page.url, "role": role, "status": page.status, "site": page.site,
                 "head": page.body[:2000].decode("latin-1"), "headers": dict(page.headers)})
    print("kept", page.url, file=sys.stderr, flush=True)
    if len(kept) == fail_at:
        raise OSError(28, "No space left on device")

def tell(site, links):
    found[site] = [link.url for link in links]
    return waiting.get(site, ())

outcome, tallies = "done", ()
try:
    told = {"known": known.__contains__, "met": met.__contains__, "keep": keep, "found": tell}
    tallies = crawl(load_sites(Path(sys.argv[1])), **told, **options)
except KeyboardInterrupt:
    outcome = "interrupted"
except OSError as error:
    outcome = str(error)
print(json.dumps({"outcome": outcome, "kept": kept, "found": found, "tallies": [
    {"site": t.site, "found": t.found, "known": t.known, "fetched": t.fetched, "failed": dict(t.failed),
     "stopped": t.stopped,
     "sources": [[s.role, s.links, s.failure] for s in t.sources]} for t in tallies]}))
"""


@pytest.fixture
def start_crawl(tmp_path: Path) -> Callable[..., subprocess.Popen[str]]:
    """Start a crawl in a process of its own, for Scrapy's reactor starts but once."""

    def start(sites: dict[str, str], **options: object) -> subprocess.Popen[str]:
        folder = tmp_path / "sites"
        folder.mkdir(exist_ok=True)
        for name, text in sites.items():
            (folder / f"{name}.toml").write_text(text, encoding="utf-8")
        options = {"delay": 0, "timeout": 5, **options}
        command = [sys.executable, "-W", "error", "-c", CRAWL, str(folder), json.dumps(options)]
        return subprocess.Popen(
            command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
        )

    return start


@pytest.fixture
def run_crawl(start_crawl: Callable[..., subprocess.Popen[str]]) -> Callable[..., dict]:
    """Crawl to the end, and return what was kept, the tallies, and what went to standard error."""

    def run(sites: dict[str, str], **options: object) -> dict:
        out, err = start_crawl(sites, **options).communicate(timeout=60)
        assert out, err
        return {**json.loads(out), "err": err}

    return run


@pytest.fixture
def answer() -> type[Answer]:
    """What a newspaper may be given to answer."""
    return Answer
