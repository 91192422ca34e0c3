"""The steps of `sandan train`, each kept when done."""

import hashlib
import json
import random
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from extract import Extractor, TrainedTagger, load_tagger
from extract.training import Example, Vectors, kiwi_vectors, read_vectors, write_vectors
from extract.training.learner import Learner, Plan, State, read_state, write_state

from .corpora import DEV, KLUE_DEV, TRAIN, read_corpus
from .lessons import Marked, corpus_lessons, gold_lessons, marked_gold
from .tagger_scores import ALL, F1
from .tagger_tests import corpus_scores, gold_scores

ON_GOLD = Plan(epochs=3, rate=1e-3)
REMEMBERED = 3_000  # sentences of konec learnt again with the gold, so that they are not forgotten
VECTORS = "kiwi-vectors.npz"


class Training:
    """One training: the data folder, where its steps are kept, and whom to tell."""

    def __init__(
        self, data: Path, *, work: Path, seed: int, threads: int, tell: Callable[[str], None]
    ) -> None:
        self.data, self.work, self.seed, self.threads, self.tell = data, work, seed, threads, tell
        self.extractor = Extractor()
        work.mkdir(parents=True, exist_ok=True)

    def run(self, out: Path, *, gold: Path | None, folds: int, epochs: int) -> dict[str, Any]:
        """Train, score, write weights and card to the folder; return the card."""
        started = time.monotonic()
        self.tell("reading the sentences")
        sentences = read_corpus(self.data, TRAIN)
        lessons = list(corpus_lessons(sentences, read=self.extractor.read, seed=self.seed))
        learner = Learner(lessons, self.vectors(), seed=self.seed, threads=self.threads)
        self.learn(learner, lessons, plan=Plan(epochs=epochs, seed=self.seed))
        tagger = self.write(learner, self.work / "konec")
        card: dict[str, Any] = {"konec alone": self.score(tagger)}
        if gold is not None:
            articles = marked_gold(gold, read=self.extractor.read)
            card["gold before"] = _told(gold_scores(articles, [tagger] * len(articles)))
            if folds:
                card[f"gold, {folds} folds"] = self.cross(learner, lessons, articles, tagger, folds)
            self.learn_gold(learner, lessons, articles, tagger=tagger)
        tagger = self.write(learner, out)
        card["shipped"] = self.score(tagger)
        card = self.head(tagger, lessons, minutes=(time.monotonic() - started) / 60) | card
        (out / "card.json").write_text(
            json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        return card

    def vectors(self) -> Vectors:
        """Return Kiwi's vectors, asked for once; about a minute."""
        path = self.work / f"{version('kiwipiepy')}-{VECTORS}"
        if not path.exists():
            for asked in kiwi_vectors():
                if asked.done % 60 == 0:
                    self.tell(f"asking Kiwi for its vectors: {asked.done} of {asked.of}")
                if asked.vectors is not None:
                    with path.open("wb") as file:
                        write_vectors(asked.vectors, file)
        with path.open("rb") as file:
            return read_vectors(file)

    def learn(self, learner: Learner, lessons: Sequence[Example], *, plan: Plan) -> None:
        """Learn from konec, keeping the state after each epoch."""
        digest = hashlib.sha256(repr((plan, len(lessons), version("kiwipiepy"))).encode()).hexdigest()[:8]
        path = self.work / f"state-{digest}.pt"
        state: State | None = None
        if path.exists():
            with path.open("rb") as file:
                state = read_state(file)
            self.tell(f"going on after epoch {state.epoch}")
        first, started = state.epoch if state else 0, time.monotonic()
        for after in learner.learn(lessons, plan=plan, state=state):
            left = (time.monotonic() - started) / (after.epoch - first) * (plan.epochs - after.epoch)
            self.tell(
                f"epoch {after.epoch} of {plan.epochs}  loss {after.loss:.3f}  {left / 60:.1f} min left"
            )
            with path.with_suffix(".new").open("wb") as file:
                write_state(after, file)
            path.with_suffix(".new").replace(path)

    def learn_gold(
        self,
        learner: Learner,
        lessons: Sequence[Example],
        articles: Sequence[Marked],
        *,
        tagger: TrainedTagger,
    ) -> None:
        """Learn from gold what its tagger adds nothing to, and some of konec again."""
        ours = list(gold_lessons(articles, tagger=tagger, read=self.extractor.read, seed=self.seed))
        again = random.Random(self.seed).sample(lessons, min(REMEMBERED, len(lessons)))
        for after in learner.learn([*ours, *again], plan=ON_GOLD):
            self.tell(f"gold: epoch {after.epoch} of {ON_GOLD.epochs}  loss {after.loss:.3f}")

    def cross(
        self,
        learner: Learner,
        lessons: Sequence[Example],
        articles: Sequence[Marked],
        tagger: TrainedTagger,
        folds: int,
    ) -> dict[str, str]:
        """Return the scores on gold, each article by a tagger that never saw it."""
        learnt = learner.learnt()
        taggers: list[TrainedTagger] = [tagger] * len(articles)
        for fold in range(folds):
            self.tell(f"fold {fold + 1} of {folds}")
            rest = [article for number, article in enumerate(articles) if number % folds != fold]
            self.learn_gold(learner, lessons, rest, tagger=tagger)
            judge = self.write(learner, self.work / f"fold-{fold}")
            taggers = [judge if n % folds == fold else other for n, other in enumerate(taggers)]
            learner.restore(learnt)
        return _told(gold_scores(articles, taggers))

    def write(self, learner: Learner, folder: Path) -> TrainedTagger:
        """Write the weights to the folder, and return the tagger as the program loads it from there."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "weights.npz").write_bytes(learner.weights())
        return load_tagger(folder)

    def score(self, tagger: TrainedTagger) -> dict[str, dict[str, str]]:
        """Return the scores on both development sets."""
        konec, klue = (read_corpus(self.data, names) for names in (DEV, KLUE_DEV))
        scores = corpus_scores(konec, klue, tagger=tagger, read=self.extractor.read)
        told = {name: _told(each) for name, each in scores.items()}
        self.tell("  ".join(f"{name} {each[ALL]}" for name, each in told.items()))
        return told

    def head(self, tagger: TrainedTagger, lessons: Sequence[Example], *, minutes: float) -> dict[str, Any]:
        """Return what the card says first."""
        return {
            "fingerprint": tagger.fingerprint,
            "licence": "CC BY-SA 4.0",
            "attribution": [
                "KLUE-NER v1.1, Park et al. 2021 (arXiv 2105.09680), CC BY-SA 4.0",
                "konec, Cheong, Song and You 2022, CC BY-SA 4.0",
                "vectors derived from kiwipiepy_model, Apache-2.0, see NOTICE there",
            ],
            "made with": {name: version(name) for name in ("kiwipiepy", "torch", "numpy")},
            "sentences": len(lessons),
            "seed": self.seed,
            "minutes": round(minutes, 1),
        }


def _told(scores: dict[str, F1]) -> dict[str, str]:
    return {label: f"{100 * each.f1:.2f} of {each.wanted}" for label, each in scores.items()}
