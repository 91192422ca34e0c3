"""Builders for values and databases, all real."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

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
                Evidence(Span(start, start + len(quote)), quote, Span(0, len(TEXT)), f"{rule}/{version}"),
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
