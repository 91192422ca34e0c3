"""Models of the transformers library as taggers, by the library's own code."""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract import LABELS, Entity, Tagger, load_transformers
from schema import Document, SettingsError, Span

REASON = "it needs the extras: make test-torch"
torch = pytest.importorskip("torch", reason=REASON)
transformers = pytest.importorskip("transformers", reason=REASON)

TEXT = (
    "나래정밀은 30일 구미에 공장을 짓고, 감우현 대표는 창원에서 새 장비를 보였고.\n"
    "가람소재와 해솔전자는 12일 협약을 맺었고, 시흥 업체 라온케미칼의 봉서린 이사가 내년 봄 말했고."
)
HOSTILE = "가나래정밀㈜(주)0123억원은 \n\u200b\U0001f600·,.\ud800\u0301"


@pytest.fixture(scope="module")
def tagger(tiny: SimpleNamespace) -> Tagger:
    return load_transformers(str(tiny.folder))


def told(entities: tuple[Entity, ...]) -> list[tuple[Span, str]]:
    return [(entity.span, entity.label) for entity in entities]


def test_a_model_finds_what_it_learnt(tagger: Tagger, read: Callable[[str], Document]) -> None:
    document = read(TEXT)
    entities = tagger.tag(document)
    assert [(entity.span.of(document.text), entity.label) for entity in entities] == [
        *(("나래정밀", "OG_COMPANY"), ("30일", "DT"), ("구미", "LC"), ("감우현", "PS"), ("창원", "LC")),
        *(("가람소재", "OG_COMPANY"), ("해솔전자", "OG_COMPANY"), ("12일", "DT"), ("시흥", "LC")),
        *(("라온케미칼", "OG_COMPANY"), ("봉서린", "PS"), ("내년 봄", "DT")),
    ]
    assert all(0.5 < entity.score <= 1 for entity in entities)


@pytest.mark.parametrize("seed", range(4))
def test_a_sentence_of_many_windows_loses_and_doubles_no_name(
    seed: int, tagger: Tagger, one_sentence: Callable[[str], Document], invented: Callable[..., object]
) -> None:
    text, names = invented(60, seed=seed)
    assert told(tagger.tag(one_sentence(text))) == names


def test_a_sentence_is_tagged_alike_alone_and_among_others(
    tagger: Tagger, read: Callable[[str], Document]
) -> None:
    document = read("\n".join([TEXT] * 3))
    whole = tagger.tag(document)
    numbers = range(len(document.sentences))
    assert tuple(entity for number in numbers for entity in tagger.tag(document, [number])) == whole
    assert tagger.tag(document, [2, 0]) == (*tagger.tag(document, [0]), *tagger.tag(document, [2]))
    assert tagger.tag(document, []) == ()


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200) | st.text(alphabet=HOSTILE, max_size=200))
def test_any_text_gives_entities_or_none(text: str, tagger: Tagger, read: Callable[[str], Document]) -> None:
    document = read(text)
    entities = tagger.tag(document)
    starts = {morpheme.start for morpheme in document.morphemes}
    assert all(entity.span.start in starts and entity.span.of(document.text) for entity in entities)
    assert all(left.span.end <= right.span.start for left, right in pairwise(entities))
    assert {entity.label for entity in entities} <= set(LABELS)


def test_lone_surrogates_of_a_document_by_hand_do_no_harm(tagger: Tagger) -> None:
    text = "\ud800나래정밀은"
    document = Document("a", text, 0, sentences=(Span(0, len(text)),), morphemes=())
    assert tagger.tag(document) == ()


def test_tagging_leaves_the_threads_of_torch_alone(tagger: Tagger, read: Callable[[str], Document]) -> None:
    torch.set_num_threads(2)
    tagger.tag(read(TEXT))
    assert torch.get_num_threads() == 2


def test_the_fingerprint_is_of_what_answers_hang_on(
    tiny: SimpleNamespace, tagger: Tagger, copied: Path
) -> None:
    assert tagger.fingerprint.startswith("transformers/1:")
    assert load_transformers(str(copied)).fingerprint == tagger.fingerprint, "a copy is the same"
    seen = {tagger.fingerprint, load_transformers(str(copied), {"DT": ""}).fingerprint}
    tokenizer = json.loads((copied / "tokenizer.json").read_text("utf-8"))
    tokenizer["normalizer"]["lowercase"] = False
    (copied / "tokenizer.json").write_text(json.dumps(tokenizer), "utf-8")
    seen.add(load_transformers(str(copied)).fingerprint)
    with torch.no_grad():
        tiny.model.classifier.bias += 0.25
        tiny.model.save_pretrained(copied)
        tiny.model.classifier.bias -= 0.25
    seen.add(load_transformers(str(copied)).fingerprint)
    assert len(seen) == 4


def test_labels_are_what_the_setting_says(tiny: SimpleNamespace, read: Callable[[str], Document]) -> None:
    mapping = {"OGG_ECONOMY": "OG_OTHER", "DT": "", "LC": ""}
    found = told(load_transformers(str(tiny.folder), mapping).tag(read(TEXT)))
    assert [label for _, label in found] == ["OG_OTHER", "PS", "OG_OTHER", "OG_OTHER", "OG_OTHER", "PS"]


def test_a_tokenizer_that_gives_no_places_is_followed_by_its_letters(
    tiny: SimpleNamespace, tagger: Tagger, copied: Path, read: Callable[[str], Document]
) -> None:
    vocabulary = sorted(tiny.tokenizer.get_vocab().items(), key=lambda entry: entry[1])
    (copied / "tokenizer.json").unlink()
    (copied / "vocab.txt").write_text("".join(f"{piece}\n" for piece, _ in vocabulary), "utf-8")
    slow = {
        "tokenizer_class": "BertJapaneseTokenizer",
        "word_tokenizer_type": "basic",
        "do_lower_case": False,
    }
    (copied / "tokenizer_config.json").write_text(json.dumps(slow), "utf-8")
    assert not transformers.AutoTokenizer.from_pretrained(copied).is_fast
    slowly = load_transformers(str(copied))
    assert told(slowly.tag(read(TEXT))) == told(tagger.tag(read(TEXT)))
    for text in ("".join(random.Random(seed).choices(HOSTILE, k=300)) for seed in range(20)):
        slowly.tag(read(text))


def spoil_kind(folder: Path) -> None:
    config = transformers.ElectraConfig.from_pretrained(folder)
    transformers.ElectraForMaskedLM(config).save_pretrained(folder)


def spoil_classifier(folder: Path) -> None:
    spoil_kind(folder)
    change(folder, "config.json", architectures=None)


def change(folder: Path, file: str, **entries: object) -> None:
    written = json.loads((folder / file).read_text("utf-8"))
    (folder / file).write_text(json.dumps(written | entries), "utf-8")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        pytest.param(
            spoil_kind, "expected a model …ForTokenClassification, got ElectraForMaskedLM", id="kind"
        ),
        pytest.param(spoil_classifier, r"expected the weights .* none for classifier\.", id="no classifier"),
        pytest.param(
            lambda folder: (folder / "config.json").unlink(),
            "give a folder with config.json, weights",
            id="config",
        ),
        pytest.param(
            lambda folder: (folder / "config.json").write_text("{"),
            "expected the folder or .* got: ",
            id="JSON",
        ),
        pytest.param(
            lambda folder: (folder / "tokenizer.json").unlink(),
            "expected the folder or .* got: ",
            id="tokenizer",
        ),
        pytest.param(
            lambda folder: (folder / "model.safetensors").unlink(),
            "expected the folder or .* got: ",
            id="weights",
        ),
        pytest.param(
            lambda folder: (folder / "model.safetensors").write_bytes(b"x" * 99),
            "expected the folder or .* got: ",
            id="spoilt weights",
        ),
        pytest.param(
            lambda folder: change(folder, "config.json", max_position_embeddings=6),
            "expected a model that reads 8 pieces or more at once, got 3",
            id="positions",
        ),
        pytest.param(
            lambda folder: change(folder, "config.json", vocab_size=100),
            "expected a tokenizer of at most 100 pieces, got",
            id="vocabulary",
        ),
        pytest.param(
            lambda folder: change(
                folder, "config.json", id2label={n: f"LABEL_{n}" for n in range(9)}, label2id=None
            ),
            'none of LABEL_0, .*; write ner_labels = { LABEL_0 = "…" }',
            id="labels",
        ),
    ],
)
def test_a_folder_that_will_not_do_is_told_in_a_line(
    spoil: Callable[[Path], object], message: str, copied: Path
) -> None:
    spoil(copied)
    with pytest.raises(SettingsError, match=message) as raised:
        load_transformers(str(copied))
    assert str(raised.value).startswith(f"ner: {copied}: expected")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", ["nobody/no-such-model", "/no/such/folder", "no such name"])
def test_what_is_no_folder_and_not_reached_is_told(name: str) -> None:
    code = "import sys, extract; extract.load_transformers(sys.argv[1])"
    done = subprocess.run(
        [sys.executable, "-c", code, name],
        env={"HF_HUB_OFFLINE": "1", "PYTHONPATH": ":".join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=False,
    )
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith(
        f"schema.errors.SettingsError: ner: {name}: expected the folder or the hub's name of"
    )
    assert last.endswith("or a name while the hub can be reached")
