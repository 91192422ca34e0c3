"""How much of two texts is the same, letter by letter: what tells copies of one press release."""

import re
import unicodedata
from dataclasses import dataclass

# Behaviour under a number never changes; another number, and every article is compared anew.
RULE = "copies/1"

# Five letters without the blanks, about two words. Of 5,151 pairs of invented articles of one topic the
# likest share 0.05 by Jaccard and 0.11 of the shorter; with three letters 0.08 and 0.22, and with seven a
# copy with every seventh word changed falls below one half.
SHINGLE = 5
LEAD = 150  # letters: one or two sentences, which a paper that shortens a release keeps

# With texts of one length, a third of either is new: byline and last paragraphs cut, words changed. What
# collects two releases of one length stays just below, and so does not make them one story.
JACCARD = 0.5
# A shortened copy has little else, but begins as the release does. A later release of the same body shares
# its last paragraph (0.36 of the shorter), but not its beginning (0.17). A collection of short news holds
# five releases whole, and begins as the first: it joins that one's story, and not all five into one.
# Unrelated: 0.11 and 0.23 at most.
CONTAINMENT = 0.4
BEGINNING = 1 / 3
# Less is a phrase of office, or the caption of a picture: 30일 협약식을 열었다.
LEAST = 30

NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two texts share, from 0 to 1: of both, of the shorter one, and of the longer one's beginning."""

    jaccard: float
    containment: float
    beginning: float
    shared: int

    @property
    def is_copy(self) -> bool:
        """Tell whether the two are one text, edited: nearly whole, or shortened from its end or middle."""
        shortened = self.containment >= CONTAINMENT and self.beginning >= BEGINNING
        return self.shared >= LEAST and (self.jaccard >= JACCARD or shortened)


def letters_of(text: str) -> str:
    """Return a text's letters and digits alone: papers differ in blanks, quotation marks and capitals."""
    return NO_LETTER.sub("", unicodedata.normalize("NFC", text).lower())


def shingles(letters: str) -> frozenset[str]:
    """Return every piece of SHINGLE letters."""
    return frozenset(letters[start : start + SHINGLE] for start in range(len(letters) - SHINGLE + 1))


def compare(one: str, other: str) -> Likeness:
    """Return how alike two texts are, given by their letters."""
    shorter, longer = sorted((one, other), key=lambda letters: (len(letters), letters))
    small, large = shingles(shorter), shingles(longer)
    shared = len(small & large)
    if not shared:
        return Likeness(0.0, 0.0, 0.0, 0)
    lead = shingles(longer[: min(LEAD, len(shorter))])
    return Likeness(
        jaccard=shared / (len(small) + len(large) - shared),
        containment=shared / min(len(small), len(large)),
        beginning=len(lead & small) / len(lead),
        shared=shared,
    )
