"""How well copies are told from other articles of the same topic: precision and recall of pairs.

    PYTHONPATH=. .venv/bin/python tests/bench/story_quality.py

Each of the 102 invented articles of `fixtures/gold` stands for a press release, which papers print with
edits as papers make them; `fixtures/stories` holds releases, copies and hard cases that were written by hand.
"""

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from pathlib import Path

from sqlite_utils import Database

from pipelines.articles import keep_article
from pipelines.clock import KOREA
from pipelines.stories import group_articles
from schema import Article, Published
from schema.migrations import migrations

FIXTURES = Path(__file__).parents[2] / "fixtures"
DAY = Published(datetime(2026, 3, 12, 9, tzinfo=KOREA), "line", day_only=False)

SENTENCE = re.compile(r"[^\n]+?(?:[.?!]”?)(?=\s|$)|[^\n]+")
QUOTE = re.compile(r"“([^”]+)”")
# What desks change without thinking.
HOUSE_STYLE = (
    *(
        ("밝혔다", "전했다"),
        ("말했다", "설명했다"),
        ("지난해", "작년"),
        ("올해", "금년"),
        ("이 가운데", "이 중"),
    ),
    *(("한국산업단지공단", "산단공"), ("계획이다", "방침이다"), ("예정이다", "계획이다"), ("함께", "더불어")),
    *(("위해", "위하여"), ("했다.", "하였다."), ("한다.", "할 방침이다."), ("모두", "총")),
)

Edit = Callable[[str, random.Random], str]


def sentences(text: str) -> list[str]:
    return [match.group().strip() for match in SENTENCE.finditer(text) if match.group().strip()]


def named(text: str, _: random.Random) -> str:
    """Place, agency and reporter before it, address and rights behind it."""
    return f"(창원=새벽통신) 김가람 기자 = {text}\n김가람 기자 garam@example.kr\nⓒ 새벽통신 무단전재 금지"


def house_style(text: str, _: random.Random) -> str:
    for old, new in HOUSE_STYLE:
        text = text.replace(old, new)
    return re.sub(r"(\d+억)(\d)", r"\1 \2", text)


def first(share: float) -> Edit:
    def cut(text: str, _: random.Random) -> str:
        whole = sentences(text)
        return " ".join(whole[: max(2, round(share * len(whole)))])

    return cut


def thinned(text: str, chance: random.Random) -> str:
    """Without three sentences of ten, of which the first is none."""
    whole = sentences(text)
    gone = set(chance.sample(range(1, len(whole)), round(0.3 * len(whole))))
    return " ".join(sentence for number, sentence in enumerate(whole) if number not in gone)


def brief(text: str, _: random.Random) -> str:
    return " ".join(sentences(text)[:3])


def short_quotes(text: str, _: random.Random) -> str:
    return QUOTE.sub(lambda quote: f"“{quote[1][len(quote[1]) // 2 :]}”", text)


def no_quotes(text: str, _: random.Random) -> str:
    return " ".join(sentence for sentence in sentences(text) if not QUOTE.search(sentence))


def moved(text: str, chance: random.Random) -> str:
    """The sentences behind the first in another order."""
    lead, *rest = sentences(text)
    chance.shuffle(rest)
    return " ".join((lead, *rest))


def other_words(share: float, words: list[str]) -> Edit:
    def change(text: str, chance: random.Random) -> str:
        own = text.split(" ")
        for place in chance.sample(range(len(own)), max(1, round(share * len(own)))):
            own[place] = chance.choice(words)
        return " ".join(own)

    return change


def own_lead(words: list[str]) -> Edit:
    def change(text: str, chance: random.Random) -> str:
        return f"{' '.join(chance.choices(words, k=18))}다. {' '.join(sentences(text)[1:])}"

    return change


def after(*edits: Edit) -> Edit:
    def change(text: str, chance: random.Random) -> str:
        for edit in edits:
            text = edit(text, chance)
        return text

    return change


def edits_of(words: list[str]) -> Mapping[str, Edit]:
    few = other_words(0.08, words)
    return {
        "reporter, agency and rights added": named,
        "house style": house_style,
        "last third cut": first(2 / 3),
        "last half cut": first(1 / 2),
        "three sentences of ten cut": thinned,
        "first three sentences alone": brief,
        "quotes halved": short_quotes,
        "quotes left out": no_quotes,
        "8 % of the words changed": few,
        "15 % of the words changed": other_words(0.15, words),
        "first sentence rewritten": own_lead(words),
        "sentences in another order": moved,
        "quotes halved, last third cut, house style": after(short_quotes, first(2 / 3), house_style),
        "first sentence rewritten, last third cut": after(first(2 / 3), own_lead(words)),
        "three sentences alone, house style": after(brief, house_style),
        "thinned, quotes halved, house style, 8 % of words": after(thinned, short_quotes, house_style, few),
    }


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs that were put together rightly, all that were, and all that should be."""

    right: int
    found: int
    true: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 1.0

    def __str__(self) -> str:
        return f"precision {self.precision:.4f} recall {self.recall:.4f} ({self.true} true pairs)"


def gold() -> list[str]:
    """Return the texts of the invented articles."""
    files = sorted((FIXTURES / "gold").rglob("*.json"))
    return [
        page["text"] for page in (json.loads(file.read_text("utf-8")) for file in files) if "text" in page
    ]


def score(texts: Iterable[tuple[str, str]]) -> Score:
    """Group texts, each given with the story it tells, in a real database, and return the score of pairs."""
    db = Database(memory=True)
    migrations.apply(db)
    truth: dict[str, str] = {}
    for number, (story, text) in enumerate(texts):
        truth[f"paper:{number}"] = story
        keep_article(db, Article(f"paper:{number}", text, published=DAY))
    group_articles(db)
    together = defaultdict(list)
    for article, story in db.execute("select article_id, story_id from story_articles"):
        together[story].append(truth[article])
    db.close()
    pairs = [pair for stories in together.values() for pair in combinations(stories, 2)]
    true = sum(count * (count - 1) // 2 for count in Counter(truth.values()).values())
    return Score(sum(one == other for one, other in pairs), len(pairs), true)


def by_edit(seed: int = 1) -> dict[str, Score]:
    """Return the score of each edit: the release as it is, and one paper that edits it so."""
    texts = gold()
    edits = edits_of([word for text in texts for word in text.split()])
    chance = random.Random(seed)
    return {
        name: score(
            (str(number), each) for number, text in enumerate(texts) for each in (text, edit(text, chance))
        )
        for name, edit in edits.items()
    }


def mixed(papers: int = 5, seed: int = 1) -> Score:
    """Return the score of releases in so many papers, each with an edit of its own; none has it as it is."""
    texts = gold()
    edits = list(edits_of([word for text in texts for word in text.split()]).values())
    chance = random.Random(seed)
    return score(
        (str(number), edit(text, chance))
        for number, text in enumerate(texts)
        for edit in chance.sample(edits, papers)
    )


def by_hand(file: str, *, collections: bool) -> Score:
    """Return the score of releases and copies written by hand, among hard cases and the invented articles.

    A collection of short news has a story of its own: to join the first of those it tells is wrong.
    """
    written = json.loads((FIXTURES / "stories" / file).read_text("utf-8"))
    texts = [(str(number), text) for number, text in enumerate(gold())]
    for release in written["releases"]:
        texts += [(release["name"], text) for text in (release["release"], *release["copies"])]
        texts += [(f"{release['name']} {number}", text) for number, text in enumerate(release["others"])]
    if collections:
        texts += [(f"collection {number}", text) for number, text in enumerate(written["collections"])]
    return score(texts)


def main() -> None:
    for name, found in by_edit().items():
        print(f"{name:<52} {found}")
    print(f"{'each release in five papers, edits mixed':<52} {mixed()}")
    for file in ("releases.json", "unseen.json"):
        for collections in (False, True):
            name = f"by hand: {file}{', a collection too' if collections else ''}"
            print(f"{name:<52} {by_hand(file, collections=collections)}")


if __name__ == "__main__":
    main()
