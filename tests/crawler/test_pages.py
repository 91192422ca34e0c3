"""Every layout has a page with invented text, and what a person expects parsing it to give."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from crawler import SITES, find_site, load_sites, parse
from schema import Page, Published

FIXTURES = Path(__file__).parents[2] / "fixtures" / "sites"
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
