"""Two neighbouring digits said together for about as many: 두세, 서너, 이삼, and `4,5` with a comma."""

_SPOKEN = {
    "한두": (1, 2), "두세": (2, 3), "두서너": (2, 4), "서너": (3, 4), "너댓": (4, 5), "네댓": (4, 5),
    "너덧": (4, 5), "대여섯": (5, 6), "예닐곱": (6, 7), "일고여덟": (7, 8),
    "일이": (1, 2), "이삼": (2, 3), "삼사": (3, 4), "사오": (4, 5), "오륙": (5, 6), "육칠": (6, 7),
    "칠팔": (7, 8), "팔구": (8, 9),
}  # fmt: skip
# 4,5억원 is four or five; 3,5억원 and 14,5억원 are none.
_WITH_COMMA = {f"{low},{low + 1}": (low, low + 1) for low in range(1, 9)}

PAIRS = _SPOKEN | _WITH_COMMA
SPOKEN = f"(?:{'|'.join(_SPOKEN)})"
WITH_COMMA = f"(?:{'|'.join(_WITH_COMMA)})"
