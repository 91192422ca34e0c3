"""Prices of shares and coins printed into articles: `한빛전자 71,500 ▲ 500 +0.70%`, in one line or four."""

import re

SIGN = r"[▲▼△▽↑↓+-]"
QUOTE = re.compile(
    r"^\S.{0,28}?[\s)]\d[\d,.]{2,14}\s?(?:원|p|pt|포인트)?\s?\(?[▲▼△▽↑↓]\s?\d[\d,.]{0,12}\s?.{0,14}$"
)
FIGURE = re.compile(rf"^[•\s]{{0,3}}\(?{SIGN}?\s?\d[\d,.]{{0,15}}\s?(?:%|원|p|pt)?\)?$")
CHANGE = re.compile(rf"^[•\s]{{0,3}}\(?{SIGN}\s?\d[\d,.]{{0,15}}\s?%?\)?$")


def drop_tickers(lines: list[str]) -> list[str]:
    """Return the lines without prices: lines that quote one, or a name over figures that hold a change."""
    kept: list[str] = []
    figures: list[str] = []
    for line in [*lines, ""]:
        if FIGURE.match(line):
            figures.append(line)
            continue
        if len(figures) > 1 and any(CHANGE.match(figure) for figure in figures):
            if kept and len(kept[-1]) <= 20:
                kept.pop()
        else:
            kept.extend(figures)
        figures = []
        if not QUOTE.match(line):
            kept.append(line)
    return kept[:-1]
