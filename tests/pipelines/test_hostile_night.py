"""A night over twenty papers of which eight misbehave, by the real command."""

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.papers import SITE

SANDAN = Path(sys.executable).with_name("sandan")
GOOD, ARTICLES = 12, 5
MOST_SECONDS = 90
MOST_MEGABYTES = 900  # of which reading Korean and grouping copies take some 740
# From a small process of its own: a child's peak begins with what its parent had.
MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def list_of(count: int) -> bytes:
    return "".join(f'<a href="/{number}">{number}</a>' for number in range(1, count + 1)).encode()


@pytest.fixture
def papers(open_rogue, ways):
    """Open twelve good papers and eight bad ones, each bad in several ways, by name."""

    def good(name):
        rogue = open_rogue()
        rogue.ways = {"/list": ways.says(list_of(ARTICLES))}
        rogue.otherwise = lambda wire: (
            wire.answer(ways.page(name, int(wire.path[1:])))
            if wire.path[1:].isdigit()
            else wire.answer(b"", status=404)
        )
        return rogue

    def bad(*articles, **others):
        rogue = open_rogue()
        rogue.ways = {"/list": ways.says(list_of(len(articles)))}
        rogue.ways |= {f"/{number}": way for number, way in enumerate(articles, 1)}
        rogue.ways |= {f"/{name}": way for name, way in others.items()}
        return rogue

    endless = bad(list=ways.says(list_of(3000) + b'<a href="javascript:go()"><a href="/cal?m=9999">'))
    endless.otherwise = lambda wire: (
        wire.answer(ways.page("같은 기사", 1)) if wire.path[1:].isdigit() else wire.answer(b"", status=404)
    )
    hostile = {
        "slow": bad(ways.slow_headers, ways.slow_body, ways.silent),
        "vast": bad(
            *(ways.endless_body, ways.endless_chunks, ways.endless_headers, ways.bomb, ways.large),
            list=ways.says(list_of(5)),
        ),
        "lost": bad(
            ways.loop, ways.wall, ways.to("http://portal.example/"), ways.to("http://169.254.169.254/latest")
        ),
        "broken": bad(ways.reset, ways.half, ways.cut_short, ways.bad_length, ways.half_gzip, ways.garbage),
        "busy": bad(
            ways.says(b"", status=429, Retry_After="1"), ways.says(b"", status=503, Retry_After="9999")
        ),
        "endless": endless,
        "shut": bad(
            *[ways.says(ways.page("닫힌 신문", 1))] * 3, **{"robots.txt": ways.says(b"", status=503)}
        ),
        "untrue": bad(*[ways.reset] * 40),
    }
    return {f"good{number}": good(f"좋은신문{number}") for number in range(GOOD)}, hostile


def test_eight_that_misbehave_take_nothing_from_the_twelve_others(papers, tmp_path):
    good, hostile = papers
    (tmp_path / "sites").mkdir()
    for name, rogue in (good | hostile).items():
        text = SITE.format(home=rogue.home)
        (tmp_path / "sites" / f"{name}.toml").write_text(text, encoding="utf-8")
    command = [SANDAN, "run", "--sites", "sites", "--set", "delay=0", "--set", "timeout=1"]
    began = time.monotonic()
    with (tmp_path / "told").open("w") as told:
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, *command],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=told,
            text=True,
            check=False,
        )
    seconds = time.monotonic() - began
    code, kilobytes = map(int, done.stdout.split())
    megabytes = kilobytes / 1024
    said = (tmp_path / "told").read_text("utf-8")
    print(f"{seconds:.0f} s, {megabytes:.0f} MB\n{said}")
    assert code == 1, "some failed, the rest is kept"
    kept = dict(
        sqlite3.connect(tmp_path / "news.db").execute("select site, count(*) from articles group by site")
    )
    assert {name: kept.get(name) for name in good} == dict.fromkeys(good, ARTICLES)
    last = next(line for line in said.splitlines() if "sites misbehaved" in line)
    assert "8 of 20 sites misbehaved" in last
    assert [name for name in (*good, *hostile) if f"{name} (" not in last] == list(good)
    assert seconds < MOST_SECONDS
    assert megabytes < MOST_MEGABYTES
    assert "Traceback" not in said
