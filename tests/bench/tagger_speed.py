"""How long the learned tagger takes, as a ratio to Kiwi alone on the same texts in the same run.

    .venv/bin/python tests/bench/tagger_speed.py [ROUNDS]

The corpus is our gold. The stages take turns article by article, and the median of the rounds counts.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rounds import medians, peak_memory

from extract import Extractor, load_tagger
from schema import Article, Document

GOLD = Path(__file__).parents[2] / "fixtures" / "gold"


def main(rounds: int) -> None:
    golds = [json.loads(path.read_text("utf-8")) for path in sorted(GOLD.glob("*-*.json"))]
    extractor = Extractor()
    started = time.perf_counter()
    tagger = load_tagger()
    print(f"loading {time.perf_counter() - started:.2f} s, {tagger.fingerprint}")
    documents = [extractor.read(Article(g["id"], g["text"], title=g.get("title", ""))) for g in golds]
    stages: dict[str, Callable[[Document], object]] = {
        "kiwi alone": lambda document: list(
            extractor.kiwi.split_into_sents(document.text, return_tokens=True)
        ),
        "tagger": tagger.tag,
    }
    times = medians(stages, documents, rounds)
    floor = times["kiwi alone"]
    letters = sum(len(document.text) for document in documents)
    print(f"{len(documents)} articles, {letters} letters, {rounds} rounds, CPU seconds on one core")
    for stage, total in times.items():
        print(f"{stage:<12} {2_440_000 * total / letters:6.1f} ms for 2,440 letters  x{total / floor:.2f}")
    print(peak_memory())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
