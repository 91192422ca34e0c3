import pytest

from crawler import Source, Tally
from pipelines.runs import SiteRun, begin_run, finish_run, silent_sources
from pipelines.verdict import judge

FEED, LIST = "http://paper.example/rss", "http://paper.example/list"
AT = "2026-11-22T03:00:00+09:00"


def a_run(feed, *, parsed=0, refused=0, off_topic=0):
    failure = "timeout" if feed is None else ""
    sources = (Source(FEED, "feed", links=feed or 0, failure=failure), Source(LIST, "list", links=5))
    return SiteRun(
        Tally("paper", sources=sources, found=5), parsed=parsed, refused=refused, off_topic=off_topic
    )


@pytest.mark.parametrize(
    ("before", "now", "silent"),
    [
        pytest.param([3, 1, 7], 0, [FEED], id="three-nights-then-nothing"),
        pytest.param([3, 1, 7], None, [FEED], id="three-nights-then-a-timeout"),
        pytest.param([3, 1, 7, 0, 0], 0, [FEED], id="still-silent"),
        pytest.param([3, 1, 7], 2, [], id="three-nights-then-something"),
        pytest.param([3, 1], 0, [], id="too-new-to-tell"),
        pytest.param([3, 0, 7, 1], 0, [], id="has-its-quiet-nights"),
        pytest.param([0, 0, 0], 0, [], id="never-gave-anything"),
        pytest.param([], 0, [], id="first-night"),
    ],
)
def test_a_source_that_always_gave_something_and_now_nothing_is_told(db, before, now, silent):
    for links in before:
        run = begin_run(db, command="run", version="0.1.0", at=AT)
        finish_run(db, run, sites=[a_run(links)], recipe=None, exit_code=0, at=AT)
    assert silent_sources(db, [a_run(now)]) == silent


@pytest.mark.parametrize(
    ("parsed", "refused", "silent"),
    [
        pytest.param(0, 3, ["paper"], id="a-new-layout"),
        pytest.param(1, 9, [], id="photo-pages"),
        pytest.param(0, 2, [], id="too-few-to-tell"),
    ],
)
def test_a_site_none_of_whose_pages_is_an_article_is_told(db, parsed, refused, silent):
    assert silent_sources(db, [a_run(5, parsed=parsed, refused=refused)]) == silent


def test_a_site_that_wrote_of_other_things_has_its_layout_still(db):
    assert silent_sources(db, [a_run(5, refused=3, off_topic=1)]) == []


@pytest.mark.parametrize(
    ("role", "failure", "count"),
    [
        pytest.param("search", "robots", 0, id="a-search-that-robots-may-not-use"),
        pytest.param("search", "timeout", 1, id="a-search-that-does-not-answer"),
        pytest.param("list", "robots", 1, id="a-list-that-robots-may-not-read"),
    ],
)
def test_a_search_that_a_paper_forbids_is_no_failure(role, failure, count):
    assert SiteRun(Tally("paper", sources=(Source(LIST, role, failure=failure),))).failed == count


@pytest.mark.parametrize(
    ("failed", "count"),
    [
        pytest.param({"timeout": 2, "HTTP 503": 1}, 3, id="of-the-network"),
        pytest.param({"HTTP 404": 2, "HTTP 410": 1, "robots": 4}, 0, id="by-the-papers-will"),
    ],
)
def test_what_a_paper_does_not_have_or_forbids_is_no_failure(failed, count):
    assert SiteRun(Tally("paper", failed=failed)).failed == count


@pytest.mark.parametrize(
    ("done", "failed", "silent", "code"),
    [
        pytest.param(0, 0, False, 0, id="a-night-without-news"),
        pytest.param(9, 0, False, 0, id="all-good"),
        pytest.param(9, 1, False, 1, id="some-failed"),
        pytest.param(1, 1, False, 1, id="at-the-threshold"),
        pytest.param(1, 2, False, 3, id="over-the-threshold"),
        pytest.param(0, 1, False, 3, id="all-failed"),
        pytest.param(9, 0, True, 4, id="a-source-is-silent"),
        pytest.param(9, 1, True, 4, id="silence-outweighs-some"),
        pytest.param(0, 9, True, 3, id="all-failed-outweighs-silence"),
    ],
)
def test_the_exit_code(done, failed, silent, code):
    assert judge(done=done, failed=failed, fail_over=0.5, silent=silent) == code
