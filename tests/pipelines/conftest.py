"""Builders for values and databases, all real."""

import gzip
import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from crawler import WarcWriter
from pipelines.cli import run_command
from pipelines.store import open_db
from schema import (
    Amount,
    Article,
    Cluster,
    Complex,
    Count,
    Evidence,
    Extraction,
    Figure,
    Member,
    Mention,
    Organization,
    Page,
    Person,
    Published,
    Records,
    Span,
)

TEXT = "한빛정밀 이도윤 대표는 남동공단 금형 미니클러스터 회원사 81개와 각각 1억원을 받았다."


@pytest.fixture
def db(tmp_path):
    with open_db(tmp_path / "news.db") as db:
        yield db


@pytest.fixture
def an_article() -> Article:
    at = datetime.fromisoformat("2024-05-30T09:12:00+09:00")
    return Article(
        id="namdong:1",
        text=TEXT,
        title="금형 미니클러스터 지원",
        url="http://www.namdong.example/news/1",
        site="namdong",
        publisher="남동산업신문",
        published=Published(at=at, rung="meta", day_only=False),
        layout="view",
    )


@pytest.fixture
def an_extraction() -> Callable[..., Extraction]:
    """Build what the sentence above states, by hand; `version` is that of every rule."""

    def build(*, recipe: str = "money/1", version: int = 1) -> Extraction:
        def at(quote: str, *, rule: str) -> tuple[Evidence, ...]:
            start = TEXT.index(quote)
            return (
                Evidence(
                    Span(start, start + len(quote)), quote, Span(0, len(TEXT)), f"{rule}/{version}", score=0.9
                ),
            )

        firm, cluster, park = "한빛정밀", "금형", "남동국가산업단지"
        grant = at("1억원", rule="money")
        figure = Figure(
            "1억원", 10**8, 10**8, "KRW", "exact", "grant", firm, "인천광역시", 2024, evidence=grant
        )
        amount = Amount(10**8, 10**8, "KRW", "exact")
        return Extraction(
            article_id="namdong:1",
            text=TEXT,
            recipe=recipe,
            mentions=(Mention("money", grant[0].span, "1억원", "1억원", f"money/{version}", amount=amount),),
            records=Records(
                complexes=(Complex(park, ("남동공단",), at("남동공단", rule="complexes")),),
                clusters=(
                    Cluster(
                        cluster,
                        "mini_cluster",
                        ("금형 미니클러스터",),
                        park,
                        at("금형 미니클러스터", rule="clusters"),
                    ),
                ),
                organizations=(Organization(firm, "company", (firm,), at(firm, rule="organizations")),),
                people=(Person("이도윤", firm, "대표", at("이도윤", rule="people")),),
                figures=(figure, figure),
                counts=(Count("81개", 81, "members", "금형 미니클러스터", at("81개", rule="counts")),),
                members=(Member(firm, cluster, at(firm, rule="members")),),
            ),
        )

    return build


@pytest.fixture
def dump() -> Callable[[Path], dict[str, list[tuple[object, ...]]]]:
    """Give all rows of a database file by table, sorted."""

    def read(path: Path) -> dict[str, list[tuple[object, ...]]]:
        with open_db(path) as db:
            return {table.name: sorted(map(repr, table.rows)) for table in db.tables}

    return read


@pytest.fixture
def sandan(tmp_path):
    """Give a function that runs the real command in an empty folder."""
    command = Path(sys.executable).with_name("sandan")

    def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess:
        done = subprocess.run(
            [command, *map(str, arguments)],
            cwd=tmp_path,
            input=stdin,
            capture_output=True,
            timeout=100,
            env={**os.environ, **environment},
            check=False,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return run


@pytest.fixture
def command(capsys):
    """Give a function that runs a command within the test, which is quicker than a process of its own."""

    def run(*arguments: str) -> SimpleNamespace:
        code = run_command(arguments)
        told = capsys.readouterr()
        return SimpleNamespace(code=code, out=told.out, err=told.err)

    handlers = logging.getLogger().handlers
    before = list(handlers)
    yield run
    handlers[:] = before


@pytest.fixture
def inputs(tmp_path):
    """Give a folder with the same article in every kind of input."""
    title = "금형 미니클러스터, 시제품 지원 나선다"
    body = (
        "한국산업단지공단은 30일 남동공단 금형 미니클러스터의 한빛정밀에 1억500만원을 지원했다고 밝혔다.\n"
        "이 회사는 지난해 매출 50억원을 올렸으며 금형 미니클러스터에는 81개 기업이 참여하고 있다.\n"
    )
    text = f"{title}\n{body}"
    paragraphs = "".join(f"<p>{line}</p>" for line in body.splitlines())
    html = (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{title}</title></head>"
        f"<body><h1>{title}</h1><article>{paragraphs}</article></body></html>"
    )
    folder = tmp_path / "기사"
    folder.mkdir()
    (folder / "a.txt").write_text(text, "utf-8")
    (folder / "b.txt").write_bytes(text.encode("cp949"))
    (folder / "c.html").write_text(html, "utf-8")
    (folder / "d.html.gz").write_bytes(gzip.compress(html.encode()))
    entry = {"id": "줄", "title": title, "text": body, "url": None}
    (folder / "e.jsonl").write_text(json.dumps(entry) + "\n\n" + json.dumps({"text": text}) + "\n", "utf-8")
    urls = ["http://paper.example/1", "http://paper.example/2"]
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    writer = WarcWriter(tmp_path)
    for url in urls:
        writer.write(Page(url, "", 200, datetime(2024, 5, 30, tzinfo=UTC), headers, html.encode()))
    writer.close()
    packed = next(tmp_path.glob("*.warc.gz"))
    (folder / "f.warc").write_bytes(gzip.decompress(packed.read_bytes()))
    packed.rename(folder / "g.warc.gz")
    (folder / "notes.pdf").write_bytes(b"%PDF-1.7")
    return SimpleNamespace(folder=folder, title=title, body=body, text=text, urls=urls)
