"""The training itself: batches in an order that a seed gives, AdamW, and an average of the weights."""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from ..features import Vocabulary, features_of
from .examples import Example
from .net import Batch, TaggerNet, batch_of

BATCH = 48
POOL = 30 * BATCH  # sentences sorted by length together: less padding, and still another order each time
WARM = 150  # steps
AVERAGE_FROM, AVERAGE_EVERY, AVERAGE_KEEP = 500, 5, 0.985
CLIP = 2.0
FINE_WEIGHT = 0.3  # the data's own 150 classes teach what the twelve leave out: titles, events, products


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn, and the seed of all chance."""

    epochs: int = 7
    rate: float = 2.5e-3
    seed: int = 0


@dataclass(slots=True)
class State:
    """Where a training stands: all that is needed to go on after it was killed."""

    epoch: int
    step: int
    weights: dict[str, Tensor]
    average: dict[str, Tensor] | None
    optimizer: dict[str, Any]
    loss: float = 0.0


def fit(
    net: TaggerNet, examples: Sequence[Example], *, vocabulary: Vocabulary, plan: Plan, state: State | None
) -> Iterator[State]:
    """Yield the state after each epoch; in the end the net holds the averaged weights."""
    optimizer = torch.optim.AdamW(net.parameters(), lr=plan.rate, weight_decay=0.01, betas=(0.9, 0.98))
    if state is None:
        state = State(0, 0, {}, None, {})
    else:
        net.load_state_dict(state.weights)
        optimizer.load_state_dict(state.optimizer)
    steps = plan.epochs * math.ceil(len(examples) / BATCH)
    while state.epoch < plan.epochs:
        # The seed of an epoch does not depend on those before: a resumed training is the same training.
        seed = 1000 * plan.seed + state.epoch
        torch.manual_seed(seed)
        losses = []
        net.train()
        for chosen in _batches(examples, seed=seed):
            _set_rate(optimizer, plan.rate * _rate(state.step, steps))
            losses.append(_learn(net, chosen, optimizer, vocabulary=vocabulary))
            state.step += 1
            state.average = _averaged(net, state)
        state.epoch, state.loss = state.epoch + 1, sum(losses) / len(losses)
        state.weights, state.optimizer = net.state_dict(), optimizer.state_dict()
        yield state
    net.load_state_dict(state.average or state.weights)


def _set_rate(optimizer: torch.optim.Optimizer, rate: float) -> None:
    for group in optimizer.param_groups:
        group["lr"] = rate


def _rate(step: int, steps: int) -> float:
    return min(1.0, (step + 1) / WARM) * (0.5 + 0.5 * math.cos(math.pi * step / steps)) + 0.004


def _batches(examples: Sequence[Example], *, seed: int) -> list[list[Example]]:
    chance = random.Random(seed)
    order = list(range(len(examples)))
    chance.shuffle(order)
    batches = []
    for first in range(0, len(order), POOL):
        pool = sorted(order[first : first + POOL], key=lambda number: len(examples[number].tags))
        batches += [[examples[n] for n in pool[i : i + BATCH]] for i in range(0, len(pool), BATCH)]
    chance.shuffle(batches)
    return batches


def _learn(
    net: TaggerNet, chosen: Sequence[Example], optimizer: torch.optim.Optimizer, *, vocabulary: Vocabulary
) -> float:
    batch = batch_of(features_of([example.piece for example in chosen], vocabulary=vocabulary))
    loss = _loss(net, batch, chosen)
    optimizer.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(net.parameters(), CLIP)
    optimizer.step()
    return float(loss.detach())


def _loss(net: TaggerNet, batch: Batch, chosen: Sequence[Example]) -> Tensor:
    emissions, fine = net(batch)
    width = batch.mask.shape[1]
    tags = torch.tensor([[*example.tags, *[0] * (width - len(example.tags))] for example in chosen])
    loss = net.chain.surprise(emissions, tags, batch.mask) / batch.mask.sum()
    known = [number for number, example in enumerate(chosen) if example.fine is not None]
    if known:
        mask = batch.mask[known]
        right = torch.tensor([tag for number in known for tag in chosen[number].fine or ()])
        loss = loss + FINE_WEIGHT * functional.cross_entropy(fine[known][mask], right)
    return 10 * loss


def _averaged(net: TaggerNet, state: State) -> dict[str, Tensor] | None:
    if state.step < AVERAGE_FROM:
        return None
    now = net.state_dict()
    if state.average is None:
        return {name: value.clone() for name, value in now.items()}
    if state.step % AVERAGE_EVERY == 0:
        for name, value in now.items():
            state.average[name].lerp_(value, 1 - AVERAGE_KEEP)
    return state.average
