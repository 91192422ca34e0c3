"""What the tagger learns from: annotated documents as tagged sentences. How it learns is in `learner`."""

from .examples import Example, examples_of
from .gold import entities_of_records, with_the_rest
from .guidelines import Named, as_wanted, label_map
from .invent import renamed
from .vectors import Vectors, kiwi_vectors, read_vectors, write_vectors

__all__ = [
    "Example",
    "Named",
    "Vectors",
    "as_wanted",
    "entities_of_records",
    "examples_of",
    "kiwi_vectors",
    "label_map",
    "read_vectors",
    "renamed",
    "with_the_rest",
    "write_vectors",
]
