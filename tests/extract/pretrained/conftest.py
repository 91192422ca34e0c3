"""A model that these tests make themselves: two layers, seconds of lessons, loaded by the real code."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from schema import Article, Document, Span

FIRMS = (
    "나래정밀",
    "온누리메디칼",
    "다온바이오",
    "가람소재",
    "해솔전자",
    "미르로보틱스",
    "라온케미칼",
    "도담기전",
)
PEOPLE = ("감우현", "봉서린", "탁겨울", "모도윤", "범수온", "석하람")
PLACES = ("구미", "창원", "시흥", "광양", "군산", "원주")
DAYS = ("30일", "지난주", "내년 봄", "12일", "올해 여름")
CLAUSES = (
    "{OGG_ECONOMY}은 {DT} {LC}에 공장을 짓고",
    "{PS} 대표는 {LC}에서 새 장비를 보였고",
    "{OGG_ECONOMY}와 {OGG_ECONOMY}는 {DT} 협약을 맺었고",
    "{LC} 업체 {OGG_ECONOMY}의 {PS} 이사가 {DT} 말했고",
)
NAMES = {"OGG_ECONOMY": FIRMS, "PS": PEOPLE, "LC": PLACES, "DT": DAYS}
OURS = {"OGG_ECONOMY": "OG_COMPANY", "PS": "PS", "LC": "LC", "DT": "DT"}
LABELS = ("O", *(f"{mark}-{name}" for name in NAMES for mark in "BI"))
MARKS = {
    "pad_token": "[PAD]",
    "unk_token": "[UNK]",
    "cls_token": "[CLS]",
    "sep_token": "[SEP]",
    "mask_token": "[MASK]",
}
POSITIONS = 32
WIDTH = POSITIONS - 3
STEPS = 350  # some 20 s on a core

Marked = tuple[str, list[tuple[Span, str]]]


def clause(chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield the parts of an invented clause, each with its class."""
    rest = chance.choice(CLAUSES)
    while rest:
        before, brace, behind = rest.partition("{")
        yield before, "O"
        if brace:
            name, _, behind = behind.partition("}")
            yield chance.choice(NAMES[name]), name
        rest = behind


def sentence(chance: random.Random, clauses: int) -> Marked:
    """Return an invented sentence with its names."""
    text, names = "", []
    for number in range(clauses):
        text += ", " if number else ""
        for part, name in clause(chance):
            if name != "O":
                names.append((Span(len(text), len(text) + len(part)), name))
            text += part
    return text + ".", names


def vocabulary() -> dict[str, int]:
    """Return letters and pairs of letters of the invented sentences: 나래, ##정밀, ##은."""
    chance = random.Random(0)
    words = {word for _ in range(300) for word in re.findall(r"\w+|[,.]", sentence(chance, 2)[0])}
    letters = {letter for word in words for letter in word}
    pairs = {word[:2] for word in words if len(word) > 3} | {
        f"##{word[2:4]}" for word in words if len(word) > 3
    }
    pieces = [*MARKS.values(), *sorted(letters | {f"##{letter}" for letter in letters} | pairs)]
    return {piece: number for number, piece in enumerate(pieces)}


def wordpiece() -> Any:
    """Return a tokenizer of that vocabulary, by the real library."""
    import tokenizers
    import transformers

    pieces = vocabulary()
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordPiece(pieces, unk_token=MARKS["unk_token"]))
    tokenizer.normalizer = tokenizers.normalizers.BertNormalizer(strip_accents=False)
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = tokenizers.decoders.WordPiece()
    ends = [(mark, pieces[mark]) for mark in ("[CLS]", "[SEP]")]
    tokenizer.post_processor = tokenizers.processors.TemplateProcessing("[CLS] $A [SEP]", None, ends)
    return transformers.PreTrainedTokenizerFast(tokenizer_object=tokenizer, **MARKS)


def lesson(tokenizer: Any, chance: random.Random) -> tuple[list[int], list[int]]:
    """Return the numbers of a stretch of an invented sentence's pieces, and of their labels."""
    text, names = sentence(chance, 4)
    coded = tokenizer(text, return_offsets_mapping=True, add_special_tokens=False)
    labels = []
    for start, _end in coded["offset_mapping"]:
        place = next((n for n in names if n[0].start <= start < n[0].end), None)
        mark = "B" if place and place[0].start == start else "I"
        labels.append(LABELS.index(f"{mark}-{place[1]}") if place else 0)
    first = chance.randint(0, len(labels) - WIDTH)
    part = slice(first, first + WIDTH)
    ids = [tokenizer.cls_token_id, *coded["input_ids"][part], tokenizer.sep_token_id]
    return ids, [0, *labels[part], 0]


def taught(tokenizer: Any) -> Any:
    """Return a small ELECTRA that has learnt the invented sentences."""
    import torch
    from transformers import ElectraConfig, ElectraForTokenClassification

    torch.manual_seed(0)
    torch.set_num_threads(1)
    config = ElectraConfig(
        vocab_size=len(tokenizer),
        embedding_size=32,
        hidden_size=64,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=128,
        max_position_embeddings=POSITIONS,
        id2label=dict(enumerate(LABELS)),
        label2id={label: number for number, label in enumerate(LABELS)},
        pad_token_id=tokenizer.pad_token_id,
    )
    model, chance = ElectraForTokenClassification(config), random.Random(1)
    optimizer = torch.optim.AdamW(model.parameters())
    pace = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=4e-3, total_steps=STEPS)
    for _ in range(STEPS):
        batch = torch.tensor([lesson(tokenizer, chance) for _ in range(16)])
        ids, labels = batch[:, 0].contiguous(), batch[:, 1].contiguous()
        loss = model(input_ids=ids, labels=labels).loss
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        pace.step()
    return model.eval()


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """Give the folder of the trained model, as `save_pretrained` writes it, with model and tokenizer."""
    tokenizer = wordpiece()
    model = taught(tokenizer)
    folder = tmp_path_factory.mktemp("tiny")
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return SimpleNamespace(folder=folder, model=model, tokenizer=tokenizer)


@pytest.fixture
def copied(tiny: SimpleNamespace, tmp_path: Path) -> Path:
    """Give a copy of the model's folder, to be spoilt."""
    folder = tmp_path / "model"
    folder.mkdir()
    for file in tiny.folder.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


@pytest.fixture(scope="session")
def read(extractor: Any) -> Callable[[str], Document]:
    return lambda text: extractor.read(Article("a", text))


@pytest.fixture(scope="session")
def one_sentence(read: Callable[[str], Document]) -> Callable[[str], Document]:
    """Give a function that reads a text as a single sentence, wherever Kiwi would end one."""

    def whole(text: str) -> Document:
        document = read(text)
        return replace(document, sentences=(Span(0, len(document.text)),))

    return whole


@pytest.fixture(scope="session")
def invented() -> Callable[..., Marked]:
    """Give a function that invents a sentence of so many clauses, its names in sandan's classes."""

    def invent(clauses: int, *, seed: int = 7) -> Marked:
        text, names = sentence(random.Random(seed), clauses)
        return text, [(span, OURS[name]) for span, name in names]

    return invent
