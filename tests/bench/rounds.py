"""Pieces of work timed in interleaved rounds, so that a busy machine is slow for all of them."""

import resource
import statistics
import time
from collections.abc import Callable, Mapping


def medians(stages: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median CPU time of each stage in seconds."""
    times: dict[str, list[float]] = {stage: [] for stage in stages}
    for _ in range(rounds):
        for stage, work in stages.items():
            started = time.process_time()
            work()
            times[stage].append(time.process_time() - started)
    return {stage: statistics.median(spent) for stage, spent in times.items()}


def peak_memory() -> str:
    """Return the most memory that this process has held."""
    return f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
