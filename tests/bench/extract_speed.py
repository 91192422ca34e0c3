"""How long reading takes, as a ratio to Kiwi alone on the same texts in the same run.

    .venv/bin/python tests/bench/extract_speed.py [ROUNDS]

The corpus is the text of the sample papers. The stages take turns article by article, and the median
of the rounds counts.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from rounds import medians, peak_memory

from extract import Extractor
from schema import Article

PAPERS = Path(__file__).parents[2] / "fixtures" / "sites"


def corpus() -> list[Article]:
    pages = [json.loads(path.read_text("utf-8")) for path in sorted(PAPERS.glob("*/view-*.json"))]
    return [
        Article(str(number), "\n".join(page["text"]), title=page["title"])
        for number, page in enumerate(pages)
    ]


def main(rounds: int) -> None:
    articles = corpus()
    extractor = Extractor()
    stages: dict[str, Callable[[Article], object]] = {
        "kiwi alone": lambda article: list(extractor.kiwi.split_into_sents(article.text, return_tokens=True)),
        "read": extractor.read,
        "extract": extractor.extract,
    }
    times = medians(stages, articles, rounds)
    floor = times["kiwi alone"]
    letters = sum(len(article.text) for article in articles)
    print(f"{len(articles)} articles, {letters} letters, {rounds} rounds, CPU seconds on one core")
    for stage, total in times.items():
        print(f"{stage:<12} {1000 * total / len(articles):6.1f} ms an article  x{total / floor:.2f}")
    print(peak_memory())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
