"""Korean text into records: what an article says of complexes, clusters, organizations, people and money."""

from .explain import Reason
from .extractor import LINKS, RULES, WEIGHED, Extractor
from .linear import Choice, Linear, Question, Weigh, answer
from .pretrained import load_transformers
from .tagger import LABELS, Entity, Tagger
from .trained import TrainedTagger, load_tagger
from .untagged import Untagged

__all__ = [
    "LABELS",
    "LINKS",
    "RULES",
    "WEIGHED",
    "Choice",
    "Entity",
    "Extractor",
    "Linear",
    "Question",
    "Reason",
    "Tagger",
    "TrainedTagger",
    "Untagged",
    "Weigh",
    "answer",
    "load_tagger",
    "load_transformers",
]
