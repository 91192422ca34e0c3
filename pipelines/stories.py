"""Stories: copies of one press release are one, and every article is in one, be it alone.

Which articles are together depends on their texts and days alone, never on the order in which they came. What
a story is called is settled when it is first seen, and leads to its articles for good (`merged_into`).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from sqlite_utils import Database

from .clock import KOREA
from .components import Components
from .copies import Signed, Tie, Window, signed
from .likeness import RULE
from .naming import RECOUNT, Group, Node, keep_stories, story_of
from .records import found_by

BATCH = 500  # articles a transaction: what a killed night has to do again, and the texts in memory

# Stories of which an article was changed, compared by another rule, or taken out: what it tied may fall
# apart. The named index has all that is asked of an article; without it SQLite would read through every text.
TOUCHED = """
    select story_id from signatures join story_articles using (article_id)
    join articles indexed by articles_fingerprint on id = article_id
    where signatures.fingerprint is not articles.fingerprint or rule is not :rule
    union
    select id from stories where articles is not (select count(*) from story_articles where story_id = id)"""
LOOSEN = tuple(
    f"delete from {table} where {column} in (select article_id from story_articles where story_id = :story)"  # noqa: S608
    for table, column in (("copies", "article_id"), ("copies", "other_id"), ("signatures", "article_id"))
)
NEW = """
    select id from articles indexed by articles_fingerprint
    where not exists (select 1 from signatures where article_id = id)"""
DATES = (
    "select published, fetched_at from articles left join pages on pages.id = page_id where articles.id = ?"
)


def group_articles(db: Database, *, step: Callable[[], None] = lambda: None) -> Counter[str]:
    """Keep the story of every article that is new, changed, or was compared by another rule.

    Return how many were `compared`, and how many `copies` that found.
    """
    loosen(db)
    window, counts = Window(db), Counter[str]()
    for batch in pending(db):
        window.move(batch[0].day, batch[-1].day)
        groups, ties = compare_batch(db, batch, window=window)
        with db.atomic():
            keep_stories(db, groups)
            keep_compared(db, batch, ties=ties)
        counts.update(compared=len(batch), copies=len(ties))
        for _ in batch:
            step()
    return counts


def loosen(db: Database) -> None:
    """Take the stories apart that may no longer hold: all their articles are compared anew."""
    with db.atomic():
        for (story,) in db.execute(TOUCHED, {"rule": RULE}).fetchall():
            for statement in (*LOOSEN, RECOUNT):
                db.execute(statement, {"story": story})


def pending(db: Database) -> Iterator[list[Signed]]:
    """Yield the articles that are to be compared, by their days, in batches; those without a day first."""
    keys = [key for (key,) in db.execute(NEW)]
    days = sorted((day_of(db, key) or "", key) for key in keys)
    undated = sum(not day for day, _ in days)
    for part in (days[:undated], days[undated:]):
        for start in range(0, len(part), BATCH):
            yield [signed(db, key, day=day or None) for day, key in part[start : start + BATCH]]


def day_of(db: Database, article: str) -> str | None:
    """Return the day of Korea on which an article appeared, or else was fetched."""
    published, fetched_at = db.execute(DATES, [article]).fetchone()
    at = published or fetched_at
    return datetime.fromisoformat(at).astimezone(KOREA).date().isoformat() if at else None


def compare_batch(db: Database, batch: Sequence[Signed], *, window: Window) -> tuple[list[Group], list[Tie]]:
    """Return how articles hang together, with each other and with stories, and the ties that show it."""
    new = {article.id for article in batch}
    together, ties = Components[Node](), list[Tie]()
    for article in batch:
        own = Node("article", article.id)
        together.root(own)
        for other in window.candidates(article):
            node = Node("article", other) if other in new else Node("story", story_of(db, other))
            # What hangs together need not be compared: a release in forty papers is forty comparisons.
            if not together.joined(own, node) and (tie := window.compare(article, other)):
                together.join(own, node)
                ties.append(tie)
        window.add(article)
    return [Group.of(nodes) for nodes in together.groups()], ties


def keep_compared(db: Database, batch: Sequence[Signed], *, ties: Sequence[Tie]) -> None:
    """Write what ties the articles, and that they are compared."""
    db.table("copies").insert_all(
        {
            "article_id": tie.article,
            "other_id": tie.other,
            "jaccard": tie.likeness.jaccard,
            "containment": tie.likeness.containment,
            **found_by(RULE),
        }
        for tie in ties
    )
    db.table("signatures").insert_all(
        {
            "article_id": article.id,
            "day": article.day,
            "rule": RULE,
            "fingerprint": article.fingerprint,
            "minhash": article.signature,
        }
        for article in batch
    )
