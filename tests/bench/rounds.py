"""Pieces of work timed in interleaved rounds, so that a busy machine is slow for all of them."""

import resource
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def medians(
    stages: Mapping[str, Callable[[Item], object]], items: Sequence[Item], rounds: int
) -> dict[str, float]:
    """Return the median over the rounds of each stage's CPU time on all items, in seconds.

    The stages take turns item by item: a busy neighbour slows all of them, and none finds the caches of the
    processor as its own last item left them, as it would not in a night's work.
    """
    times: dict[str, list[float]] = {stage: [] for stage in stages}
    for _ in range(rounds):
        spent = dict.fromkeys(stages, 0.0)
        for item in items:
            for stage, work in stages.items():
                started = time.process_time()
                work(item)
                spent[stage] += time.process_time() - started
        for stage, total in spent.items():
            times[stage].append(total)
    return {stage: statistics.median(spent) for stage, spent in times.items()}


def peak_memory() -> str:
    """Return the most memory that this process has held."""
    return f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
