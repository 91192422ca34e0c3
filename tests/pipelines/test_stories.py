"""Which articles are one story, in whatever order and however often they come, and what it is called."""

import json
import random
from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from pipelines.articles import keep_article
from pipelines.clock import KOREA
from pipelines.likeness import RULE
from pipelines.stories import group_articles
from schema import Article, Published
from schema.migrations import migrations
from tests.bench.story_quality import by_edit, by_hand, mixed

WRITTEN = json.loads((Path(__file__).parents[2] / "fixtures/stories/releases.json").read_text("utf-8"))
RELEASES = [release["release"] for release in WRITTEN["releases"]]
COPIES = [release["copies"] for release in WRITTEN["releases"]]
CHANGWON, GUMI, GUNSAN = RELEASES
BRIDGE = f"{CHANGWON}\n{GUMI}"
DAY = datetime(2026, 3, 12, tzinfo=KOREA)
FIRST = 1 - DAY.toordinal()  # the first day of year 1: a paper's clock may be broken


def article(name: str, text: str, *, days: int | None = 0) -> Article:
    published = None if days is None else Published(DAY + timedelta(days=days), "line", day_only=False)
    return Article(f"paper:{name}", text, title=name, published=published)


def keep(db: Database, *articles: Article) -> None:
    """Keep articles as a night does, and group what is pending."""
    for each in articles:
        keep_article(db, each)
    group_articles(db)


def stories(db: Database) -> dict[str, str]:
    """Return the story of each article by its name."""
    rows = db.execute("select article_id, story_id from story_articles")
    return {key.removeprefix("paper:"): story for key, story in rows}


def parts(db: Database) -> list[list[str]]:
    """Return the articles as they are together, after a look at what must always hold."""
    together = defaultdict(list)
    for name, story in stories(db).items():
        together[story].append(name)
    rows = list(db.query("select * from stories"))
    assert {row["id"]: row["articles"] for row in rows if row["articles"]} == {
        story: len(names) for story, names in together.items()
    }
    assert all(row["articles"] == 0 for row in rows if row["merged_into"])
    assert db.table("story_articles").count == db.table("articles").count == db.table("signatures").count
    assert db.table("copies").count == db.table("articles").count - len(together), (
        "a tie for each that joined"
    )
    assert db.execute("pragma foreign_key_check").fetchall() == []
    return sorted(sorted(names) for names in together.values())


def fresh(*articles: Article) -> list[list[str]]:
    """Return how articles are together that all come in one night to an empty database."""
    db = Database(memory=True)
    migrations.apply(db)
    keep(db, *articles)
    found = parts(db)
    db.close()
    return found


def test_copies_are_one_story_and_every_other_article_is_its_own(db):
    keep(
        db,
        article("a", GUMI),
        article("b", COPIES[1][0]),
        article("c", GUNSAN),
        article("짧은", "사진=경북도"),
    )
    assert parts(db) == [["a", "b"], ["c"], ["짧은"]]
    [tie] = db.table("copies").rows
    assert (tie["article_id"], tie["other_id"], tie["rule"]) == ("paper:b", "paper:a", "copies")
    assert 0.5 < tie["jaccard"] < 0.6 < tie["containment"]


def test_the_same_night_again_compares_nothing_and_changes_nothing(db):
    keep(db, article("a", GUMI), article("b", COPIES[1][0]))
    before = list(db.table("story_articles").rows), list(db.table("copies").rows)
    assert not group_articles(db)
    assert (list(db.table("story_articles").rows), list(db.table("copies").rows)) == before


def many() -> list[Article]:
    """Return articles of three releases over ten days, some undated, with a text that lies between two."""
    chance = random.Random(3)
    found = [article("between", BRIDGE[150:-150], days=2)]
    for number, (release, copies) in enumerate(zip(RELEASES, COPIES, strict=True)):
        for place, text in enumerate([release, *copies, *WRITTEN["releases"][number]["others"]]):
            days = chance.choice([None, *range(10)])
            found.append(article(f"{number}-{place}", text, days=days))
    return found


@pytest.mark.parametrize("seed", range(8))
def test_what_is_together_does_not_depend_on_the_order_of_arrival(db, seed):
    """Nights have any size; some articles come first with another text, some go and come again."""
    chance, articles = random.Random(seed), many()
    todo, here = list(articles), {}
    chance.shuffle(todo)
    while todo:
        night, todo = todo[: (size := chance.randint(1, 6))], todo[size:]
        for each in night:
            if chance.random() < 0.3:
                todo.append(each)
                each = replace(each, text=chance.choice(articles).text)
            here[each.id] = each
            keep_article(db, each)
        if chance.random() < 0.3:
            gone = chance.choice(sorted(here))
            db.execute("delete from articles where id = ?", [gone])
            todo.append(next(each for each in articles if each.id == gone))
            del here[gone]
        group_articles(db)
        assert parts(db) == fresh(*here.values())
    assert parts(db) == fresh(*articles)


def test_a_story_keeps_its_id_when_others_join(db):
    keep(db, article("m", GUMI))
    [story] = stories(db).values()
    for name, text in zip("azk", COPIES[1], strict=True):
        keep(db, article(name, text))
        assert set(stories(db).values()) == {story}
    assert db.table("stories").get(story)["articles"] == 4


def test_of_two_stories_that_become_one_the_larger_keeps_its_id_and_the_other_leads_there(db):
    keep(db, article("a", CHANGWON), article("b", GUMI), article("c", GUMI))
    small, large = stories(db)["a"], stories(db)["b"]
    keep(db, article("bridge", BRIDGE))
    assert set(stories(db).values()) == {large}
    assert db.table("stories").get(small) == {"id": small, "articles": 0, "merged_into": large}
    keep(db, *(article(f"n{number}", GUNSAN) for number in range(6)))
    largest = stories(db)["n0"]
    keep(db, article("bridge of all", f"{BRIDGE}\n{GUNSAN}"), article("other bridge", f"{GUNSAN}\n{GUMI}"))
    assert set(stories(db).values()) == {largest}
    assert {row["merged_into"] for row in db.table("stories").rows} == {largest, None}


def test_when_what_tied_them_changes_or_goes_they_part_and_the_larger_part_keeps_the_id(db):
    keep(db, article("a", CHANGWON), article("b", GUMI), article("c", GUMI), article("bridge", BRIDGE))
    [story] = set(stories(db).values())
    keep(db, article("bridge", GUNSAN))
    assert parts(db) == [["a"], ["b", "c"], ["bridge"]]
    assert stories(db)["b"] == stories(db)["c"] == story
    first = stories(db)
    keep(db, article("bridge", BRIDGE))
    assert set(stories(db).values()) == {story}
    db.execute("delete from articles where id = 'paper:bridge'")
    group_articles(db)
    assert parts(db) == [["a"], ["b", "c"]]
    assert stories(db)["b"] == story
    assert stories(db)["a"] not in first.values(), "an id that leads elsewhere is not given again"


@pytest.mark.parametrize(
    ("days", "together"),
    [
        ((0, 6), True),
        ((6, 0), True),
        ((0, 7), False),
        ((0, 6, 12), True),
        ((None, None), True),
        ((None, 0), False),
        ((FIRST, FIRST + 6), True),
    ],
    ids=[
        "a weekly's issue",
        "backwards",
        "a week later",
        "by steps",
        "no day at all",
        "a day and none",
        "year 1",
    ],
)
def test_a_release_stands_in_the_papers_of_six_days(db, days, together):
    keep(db, *(article(str(number), GUMI, days=day) for number, day in enumerate(days)))
    assert (len(parts(db)) == 1) is together


def test_without_a_day_of_publication_that_of_fetching_counts(db):
    page = {"id": "p", "url": "http://a.kr/1", "site": "a", "role": "article", "status": 200}
    page |= {"fetched_at": "2026-03-17T15:30:00+00:00", "headers": "[]", "sha256": "", "warc_file": "w"}
    db.table("pages").insert(page | {"warc_offset": 0, "warc_length": 0})
    keep(db, replace(article("a", GUMI, days=None), page_id="p"), article("b", GUMI))
    assert parts(db) == [["a", "b"]]
    assert [row["day"] for row in db.table("signatures").rows] == ["2026-03-12", "2026-03-18"]


def test_another_rule_compares_every_article_anew_and_stories_keep_their_ids(db):
    keep(db, *many())
    before = stories(db)
    db.execute("update signatures set rule = 'copies/0', minhash = x''")
    assert group_articles(db)["compared"] == len(many())
    assert stories(db) == before
    assert {row["rule"] for row in db.table("signatures").rows} == {RULE}
    parts(db)


def test_a_night_reads_the_texts_of_what_is_new_and_of_candidates_alone(db):
    keep(db, *many())
    read: list[str] = []

    def note(sql: str, parameters: object) -> None:
        if "text" in sql.split("from articles")[0]:
            read.extend(parameters)

    keep_article(db, article("new", COPIES[2][0], days=2))
    with db.tracer(note):
        group_articles(db)
    assert "paper:new" in read
    assert {key.removeprefix("paper:")[0] for key in read} == {"n", "2"}, "those of Gunsan, no other"


def test_a_killed_night_is_taken_up_where_it_was(db):
    articles = many()
    for each in articles:
        keep_article(db, each)

    def kill() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        group_articles(db, step=kill)
    undated = sum(each.published is None for each in articles)
    assert 0 < db.table("signatures").count == undated < len(articles), "a batch is kept whole or not at all"
    assert group_articles(db)["compared"] == len(articles) - undated
    assert parts(db) == fresh(*articles)


def test_what_is_forgotten_leaves_nothing_behind(db):
    keep(db, article("a", GUMI), article("b", COPIES[1][0]))
    db.execute("delete from articles where id in ('paper:a', 'paper:b')")
    group_articles(db)
    counts = [db.table(name).count for name in ("story_articles", "copies", "signatures")]
    assert counts == [0, 0, 0]
    assert [row["articles"] for row in db.table("stories").rows] == [0]


@pytest.mark.parametrize("file", ["releases.json", "unseen.json"])
def test_releases_and_copies_written_by_hand_are_told_from_the_papers_own_reports(file):
    alone, beside = by_hand(file, collections=False), by_hand(file, collections=True)
    assert (alone.precision, alone.recall) == (1, 1)
    # The collection itself joins the first of those it tells, and ties no two of them.
    assert beside.right == beside.true
    assert beside.found - beside.right <= 5


def test_of_edits_as_papers_make_them_few_are_missed_and_no_unrelated_article_joins():
    found = by_edit()
    assert min(score.precision for score in found.values()) == 1
    assert {name: score.recall for name, score in found.items() if score.recall < 0.94} == {}
    assert sum(score.recall == 1 for score in found.values()) >= 12
    together = mixed()
    assert together.precision == 1
    assert together.recall > 0.97
