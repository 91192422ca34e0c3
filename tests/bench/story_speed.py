"""How fast articles are grouped, and in how much memory: first all at once, then a night on top.

    PYTHONPATH=. .venv/bin/python tests/bench/story_speed.py [ARTICLES]

The texts are made by chains of words of the invented gold articles, 400 a day, every fourth a copy of an
earlier one with words changed and its end cut. The database is a file, as in a night.
"""

import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from rounds import peak_memory
from sqlite_utils import Database

from pipelines.articles import article_row
from pipelines.clock import KOREA
from pipelines.store import open_db
from pipelines.stories import group_articles
from schema import Article, Published
from tests.bench.story_quality import gold

DAILY = 400
FIRST = datetime(2026, 1, 1, 9, tzinfo=KOREA)


def texts(number: int, *, chance: random.Random) -> Iterator[str]:
    """Yield texts of some 1,000 letters; every fourth is a copy of one of the last hundred."""
    follow = defaultdict(list)
    for text in gold():
        for word, successor in pairwise(text.split()):
            follow[word].append(successor)
    starts = sorted(follow)
    last: list[str] = []
    for count in range(number):
        if count % 4 == 3:
            words = chance.choice(last).split(" ")
            for place in chance.sample(range(len(words)), len(words) // 20):
                words[place] = chance.choice(starts)
            yield " ".join(words[: int(len(words) * chance.uniform(0.5, 1))])
            continue
        words = [chance.choice(starts)]
        for _ in range(chance.randint(100, 350)):
            # A chain alone would run into the same sentences again and again.
            fresh = words[-1] not in follow or chance.random() < 0.2
            words.append(chance.choice(starts if fresh else follow[words[-1]]))
        last = [*last[-99:], " ".join(words)]
        yield last[-1]


def fill(db: Database, number: int, *, first: datetime, seed: int) -> None:
    chance = random.Random(seed)
    articles = (
        Article(
            f"paper:{seed}-{count}",
            text,
            published=Published(first + timedelta(days=count // DAILY), "line", day_only=False),
        )
        for count, text in enumerate(texts(number, chance=chance))
    )
    with db.atomic():
        db.table("articles").insert_all(map(article_row, articles))


def group(db: Database, what: str) -> None:
    started, spent = time.perf_counter(), time.process_time()
    counts = group_articles(db)
    wall, busy = time.perf_counter() - started, time.process_time() - spent
    number = counts["compared"]
    stories = db.table("stories").count_where("articles > 0")
    print(
        f"{what}: {number:,} articles in {wall:.1f} s, {number / wall:,.0f} a second ({busy:.1f} s of CPU);"
        f" {counts['copies']:,} copies, {stories:,} stories; {peak_memory()}"
    )


def main(number: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "news.db"
        with open_db(file) as db:
            fill(db, number, first=FIRST, seed=1)
            size = file.stat().st_size
            print(f"{number:,} articles, {size / 1e6:,.0f} MB of database; {peak_memory()}")
            group(db, "all at once")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            print(f"the database grew by {(file.stat().st_size - size) / number:,.0f} bytes an article")
            fill(db, DAILY, first=FIRST + timedelta(days=number // DAILY), seed=2)
            group(db, "a night on top")
            group(db, "a night with nothing new")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
