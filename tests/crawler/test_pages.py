"""Every layout has a page with invented text, and what a person expects parsing it to give."""

import gzip
import json
import re
from datetime import datetime
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from crawler import SITES, find_site, load_sites, parse
from schema import Page, Published

FIXTURES = Path(__file__).parents[2] / "fixtures" / "sites"
# Beside the checkout, or beside the one that this is a worktree of.
NEAR = [folder / "shared" / "pages" for folder in Path(__file__).parents[3:]]
REAL = next((folder for folder in NEAR if folder.is_dir()), NEAR[0])
PAPERS = (*load_sites(SITES), *load_sites(FIXTURES))
EXPECTED = sorted(FIXTURES.glob("*/*.json"))


def page_of(url: str, body: bytes) -> Page:
    return Page(url, "", 200, datetime(2026, 11, 22).astimezone(), (), body)


def told(published: Published | None) -> dict[str, object]:
    if published is None:
        return {"published": None, "published_from": None, "day_only": False}
    return {
        "published": published.at.isoformat(),
        "published_from": published.rung,
        "day_only": published.day_only,
    }


@pytest.mark.parametrize("file", EXPECTED, ids=[f"{file.parent.name}/{file.stem}" for file in EXPECTED])
def test_a_page_gives_what_is_expected_of_it(file):
    expected = json.loads(file.read_text(encoding="utf-8"))
    article = parse(
        page_of(expected["url"], file.with_suffix(".html").read_bytes()), find_site(PAPERS, expected["url"])
    )
    parts = ("url", "title", "subtitle", "byline", "layout")
    given = {part: getattr(article, part) for part in parts} | told(article.published)
    assert {**given, "text": article.text.split("\n")} == expected


@pytest.mark.parametrize("site", PAPERS, ids=lambda site: site.id)
def test_every_layout_has_a_page_and_an_expectation(site):
    shown = [json.loads(file.read_text(encoding="utf-8")) for file in EXPECTED]
    papers = [(find_site(PAPERS, each["url"]), each["layout"]) for each in shown]
    # A family's layouts are shown by one of its members.
    proven = {layout for paper, name in papers for layout in paper.layouts if layout.name == name}
    assert set(site.layouts) <= proven


META = json.loads((REAL / "meta.info").read_text()) if REAL.is_dir() else {}
VERSIONS = {"2025_05_15": "V1", "2026_01_29": "V2", "2026_07_12": "V3", "2025_06_03": "V1"}


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.skipif(not META, reason="../shared/pages is not here")
@pytest.mark.parametrize("with_site", [True, False], ids=["by layout", "without a site"])
@pytest.mark.parametrize("name", META)
def test_real_pages_give_their_body(name, with_site):
    paper, _, day = name.removesuffix(".html.gz").partition("_")
    expected = json.loads((REAL / f"{paper}.json").read_text(encoding="utf-8"))[VERSIONS[day]]
    sections = expected["body"]["sections"]
    body = letters("".join(line for part in sections for line in part["headline"] + part["paragraphs"]))
    page = page_of(META[name]["url"], gzip.decompress((REAL / name).read_bytes()))
    article = parse(page, find_site(PAPERS, page.url) if with_site else None)
    text = letters(article.text)
    same = sum(
        block.size for block in SequenceMatcher(None, body, text, autojunk=False).get_matching_blocks()
    )
    assert same / len(body) >= 0.99
    # Fundus leaves the subheads of one page out; without a site the summary and a pulled quote stay.
    assert len(text) - same <= (100 if with_site else 120)
    assert letters(article.title) == letters(expected["title"])
