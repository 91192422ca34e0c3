"""The sample newspapers on loopback: one proxy server that answers for all their hosts."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from schema import SiteError


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says to one address."""

    file: Path
    content_type: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


# Keyed by host, then by path and query as they are asked for.
Papers = Mapping[str, Mapping[str, Answer]]


def load_papers(folder: Path) -> Papers:
    """Return what each `*/served.toml` answers for the host that is `home` in the `site.toml` beside it."""
    papers = {}
    for file in sorted(folder.glob("*/served.toml")):
        home = tomllib.loads((file.parent / "site.toml").read_text("utf-8"))["home"]
        answers = tomllib.loads(file.read_text("utf-8"))
        papers[urlsplit(home).netloc] = {
            address: Answer(**{**answer, "file": file.parent / answer["file"]})
            for address, answer in answers.items()
        }
    if not papers:
        raise SiteError(
            f"{folder}: expected sample newspapers, got no */served.toml; run from a checkout of sandan"
        )
    return papers


@contextmanager
def serve(papers: Papers) -> Iterator[str]:
    """Serve the papers on a free port of loopback meanwhile, and give the proxy's address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(PaperHandler, papers))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class PaperHandler(BaseHTTPRequestHandler):
    """Answers `GET http://paper.example/path?query` as a proxy is asked, or by the Host header."""

    protocol_version = "HTTP/1.1"

    def __init__(self, papers: Papers, *connection: object) -> None:
        self.papers = papers
        super().__init__(*connection)  # type: ignore[arg-type]  # as socketserver hands them over

    def do_GET(self) -> None:
        """Send the paper's file, or 404 with a line of text."""
        asked = urlsplit(self.path)
        host = asked.netloc or self.headers.get("Host", "")
        address = asked.path + (f"?{asked.query}" if asked.query else "")
        answer = self.papers.get(host, {}).get(address)
        if answer is None:
            self.reply(
                "없는 주소입니다.\n".encode(),
                status=404,
                headers={"Content-Type": "text/plain; charset=utf-8"},
            )
        else:
            headers = {"Content-Type": answer.content_type, **answer.headers}
            self.reply(answer.file.read_bytes(), status=answer.status, headers=headers)

    def reply(self, body: bytes, *, status: int, headers: Mapping[str, str]) -> None:
        """Send one whole answer."""
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay silent: the crawl tells what was fetched."""
