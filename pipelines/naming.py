"""What a story is called: an id that it keeps, whoever joins it or leaves it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from sqlite_utils import Database

from .identity import make_id

PLACE = """
    insert into story_articles (article_id, story_id) values (?, ?)
    on conflict (article_id) do update set story_id = excluded.story_id"""
RECOUNT = """
    update stories set articles = (select count(*) from story_articles where story_id = :story)
    where id = :story"""
# A story that lost its last article, and what was led to it before, lead to the story that has it now.
LEAD_ON = (
    """update stories set merged_into = :story where merged_into = :empty
    and exists (select 1 from stories where id = :empty and articles = 0)""",
    "update stories set merged_into = :story where id = :empty and articles = 0",
)


class Node(NamedTuple):
    """What hangs together with others: an article that is being compared, or the story of one that was."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that are being compared, and the standing stories, that are all one story."""

    articles: tuple[str, ...]
    stories: tuple[str, ...]

    @classmethod
    def of(cls, nodes: Iterable[Node]) -> "Group":
        """Return the group that these things make."""
        named = sorted(nodes)
        return cls(*(tuple(node.id for node in named if node.kind == kind) for kind in ("article", "story")))


def story_of(db: Database, article: str) -> str:
    """Return the story of an article that has one."""
    query = "select story_id from story_articles where article_id = ?"
    return str(db.execute(query, [article]).fetchone()[0])


def keep_stories(db: Database, groups: Sequence[Group]) -> None:
    """Write each group as one story.

    A standing story keeps its id; of several that become one, the largest does. One that was taken apart
    leaves its id to the group that has most of it. All else has a new one.
    """
    formers = [former_stories(db, group) for group in groups]
    # Who has most of a former story comes first; each article stands in one group, so that this order is
    # unique.
    order = sorted(
        range(len(groups)), key=lambda n: (-max(formers[n].values(), default=0), groups[n].articles)
    )
    used: set[str] = set()
    for number in order:
        story = name_group(db, groups[number], former=formers[number], used=used)
        used.add(story)
        keep_group(db, groups[number], story=story, former=formers[number])


def former_stories(db: Database, group: Group) -> Counter[str]:
    """Return of how many of the group's articles each story was the story."""
    query = "select story_id from story_articles where article_id = ?"
    return Counter(story for article in group.articles for (story,) in db.execute(query, [article]))


def name_group(db: Database, group: Group, *, former: Counter[str], used: set[str]) -> str:
    """Return the id of the story that the group is from now on."""
    if group.stories:
        return min(group.stories, key=lambda story: (-db.table("stories").get(story)["articles"], story))
    for story in sorted(former, key=lambda story: (-former[story], story)):
        if story not in used and not is_standing(db, story):
            return story
    names = (make_id("story", group.articles[0], str(number)) for number in count(1))
    return next(
        name for name in names if not db.execute("select 1 from stories where id = ?", [name]).fetchone()
    )


def is_standing(db: Database, story: str) -> bool:
    """Tell whether a story has an article that need not be compared anew."""
    query = "select 1 from story_articles join signatures using (article_id) where story_id = ?"
    return db.execute(query, [story]).fetchone() is not None


def keep_group(db: Database, group: Group, *, story: str, former: Counter[str]) -> None:
    """Write a group's articles into its story, and lead the stories that it emptied there."""
    db.execute("insert or ignore into stories (id, articles) values (?, 0)", [story])
    for other in group.stories:
        db.execute("update story_articles set story_id = ? where story_id = ?", [story, other])
    for article in group.articles:
        db.execute(PLACE, [article, story])
    for each in {story, *group.stories, *former}:
        db.execute(RECOUNT, {"story": each})
    for each in {*group.stories, *former} - {story}:
        for statement in LEAD_ON:
            db.execute(statement, {"story": story, "empty": each})
