"""How much of the bodies is read, and how much that is none: in characters, by the floors of issue 4."""

import gzip
import json
import re
from datetime import datetime
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from crawler import SITES, find_site, load_sites, parse
from crawler.markup import lines_of, read_html, select
from schema import Page

FIXTURES = Path(__file__).parents[2] / "fixtures" / "sites"
# Beside the checkout, or beside the one that this is a worktree of.
NEAR = [folder / "shared" / "pages" for folder in Path(__file__).parents[3:]]
REAL = next((folder for folder in NEAR if folder.is_dir()), NEAR[0])
PAPERS = (*load_sites(SITES), *load_sites(FIXTURES))
EXPECTED = sorted(FIXTURES.glob("*/*.json"))
META = json.loads((REAL / "meta.info").read_text()) if REAL.is_dir() else {}
VERSIONS = {"2025_05_15": "V1", "2026_01_29": "V2", "2026_07_12": "V3", "2025_06_03": "V1"}
# Fundus leaves this paper's subheads out, which a reader takes for a part of the text.
SUBHEADS = {"www.mk.co.kr": "[itemprop=articleBody] .border_org"}

RECALL, NOISE = 0.98, 0.02
# Without a site the summary above the text stays in, where the page does not say what it is.
NOISE_OF_REAL_PAGES_WITHOUT_A_SITE = 0.06
# All fixture pages together, 270 letters each, gave 0.991 and 0.076 on 2026-11-24; trafilatura alone lost the
# two whose body stands in a script.
RECALL_WITHOUT_A_SITE, NOISE_WITHOUT_A_SITE = 0.98, 0.08


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


def common(expected: str, text: str) -> int:
    """Return how many letters two texts share in the same order."""
    matcher = SequenceMatcher(None, expected, text, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def measure(expected: str, text: str) -> tuple[float, float]:
    """Return the share of the expected letters that are there, and that of letters that should not be."""
    same = common(expected, text)
    return same / len(expected), (len(text) - same) / len(text)


def page_of(url: str, body: bytes) -> Page:
    return Page(url, "", 200, datetime(2026, 11, 22).astimezone(), (), body)


def test_the_measure_counts_letters():
    assert measure("가나다라", "가나다라") == (1, 0)
    assert measure("가나다라", "가나") == (0.5, 0)
    assert measure("가나", "가나다라") == (1, 0.5)


@pytest.mark.parametrize("file", EXPECTED, ids=[f"{file.parent.name}/{file.stem}" for file in EXPECTED])
def test_fixture_pages_give_their_body(file):
    expected = json.loads(file.read_text(encoding="utf-8"))
    page = page_of(expected["url"], file.with_suffix(".html").read_bytes())
    article = parse(page, find_site(PAPERS, page.url))
    recall, noise = measure(letters("".join(expected["text"])), letters(article.text))
    assert recall >= RECALL
    assert noise <= NOISE


def test_fixture_pages_give_their_body_without_a_site():
    """A paper that nobody declared: all pages together, since one short page is a matter of a few letters."""
    same = wanted = given = 0
    for file in EXPECTED:
        expected = json.loads(file.read_text(encoding="utf-8"))
        body = letters("".join(expected["text"]))
        text = letters(parse(page_of(expected["url"], file.with_suffix(".html").read_bytes())).text)
        same += common(body, text)
        wanted += len(body)
        given += len(text)
    assert same / wanted >= RECALL_WITHOUT_A_SITE
    assert (given - same) / given <= NOISE_WITHOUT_A_SITE


@pytest.mark.skipif(not META, reason="../shared/pages is not here")
@pytest.mark.parametrize("with_site", [True, False], ids=["by layout", "without a site"])
@pytest.mark.parametrize("name", META)
def test_real_pages_give_their_body(name, with_site):
    paper, _, day = name.removesuffix(".html.gz").partition("_")
    expected = json.loads((REAL / f"{paper}.json").read_text(encoding="utf-8"))[VERSIONS[day]]
    page = page_of(META[name]["url"], gzip.decompress((REAL / name).read_bytes()))
    site = find_site(PAPERS, page.url)
    article = parse(page, site if with_site else None)
    sections = expected["body"]["sections"]
    body = letters("".join(line for part in sections for line in part["headline"] + part["paragraphs"]))
    text = letters(article.text)
    for subhead in subheads_of(page):
        text = text.replace(subhead, "", 1)
    recall, noise = measure(body, text)
    assert recall >= RECALL
    assert noise <= (NOISE if with_site else NOISE_OF_REAL_PAGES_WITHOUT_A_SITE)
    assert letters(article.title) == letters(expected["title"])
    assert article.kind == "article"


@pytest.mark.skipif(not META, reason="../shared/pages is not here")
@pytest.mark.parametrize("name", META)
def test_real_pages_say_when_they_appeared(name):
    paper, _, day = name.removesuffix(".html.gz").partition("_")
    expected = json.loads((REAL / f"{paper}.json").read_text(encoding="utf-8"))[VERSIONS[day]]
    page = page_of(META[name]["url"], gzip.decompress((REAL / name).read_bytes()))
    article = parse(page, find_site(PAPERS, page.url))
    # One expectation lacks its zone, a known slip of Fundus'.
    at = datetime.fromisoformat(expected["publishing_date"].removesuffix("+09:00") + "+09:00")
    assert article.published is not None
    assert article.published.at == (at.replace(hour=0, minute=0) if article.published.day_only else at)
    assert article.modified is None or article.modified.at > article.published.at


def subheads_of(page: Page) -> list[str]:
    css = next((css for host, css in SUBHEADS.items() if host in page.url), "")
    return [letters(line) for line in lines_of(select(read_html(page.body.decode()), css))]
