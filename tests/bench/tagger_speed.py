"""How long the learned tagger takes, as a ratio to Kiwi alone on the same texts in the same run.

    .venv/bin/python tests/bench/tagger_speed.py [ROUNDS]

The corpus is our gold. Rounds are interleaved and the median counts.
"""

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from extract import Extractor, load_tagger
from schema import Article

GOLD = Path(__file__).parents[2] / "fixtures" / "gold"


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def main(rounds: int) -> None:
    golds = [json.loads(path.read_text("utf-8")) for path in sorted(GOLD.glob("*-*.json"))]
    extractor = Extractor()
    started = time.perf_counter()
    tagger = load_tagger()
    print(f"loading {time.perf_counter() - started:.2f} s, {tagger.fingerprint}")
    documents = [extractor.read(Article(g["id"], g["text"], title=g.get("title", ""))) for g in golds]
    texts = [document.text for document in documents]
    stages: dict[str, Callable[[], object]] = {
        "kiwi alone": lambda: [list(extractor.kiwi.split_into_sents(t, return_tokens=True)) for t in texts],
        "tagger": lambda: [tagger.tag(document) for document in documents],
    }
    times: dict[str, list[float]] = {stage: [] for stage in stages}
    for _ in range(rounds):
        for stage, work in stages.items():
            times[stage].append(seconds(work))
    floor = statistics.median(times["kiwi alone"])
    letters = sum(map(len, texts))
    print(f"{len(texts)} articles, {letters} letters, {rounds} rounds, CPU seconds on one core")
    for stage, spent in times.items():
        total = statistics.median(spent)
        print(f"{stage:<12} {2_440_000 * total / letters:6.1f} ms for 2,440 letters  x{total / floor:.2f}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
