"""Korean text into records: what an article says of complexes, clusters, organizations, people and money."""

from .explain import Reason
from .extractor import LINKS, RULES, WEIGHED, Extractor
from .linear import NO, NOBODY, YES, Choice, Linear, Question, Weigh, Witness, weigh_by
from .pretrained import load_transformers
from .tagger import LABELS, Entity, Tagger
from .trained import TrainedTagger, load_tagger
from .untagged import Untagged

__all__ = [
    "LABELS",
    "LINKS",
    "NO",
    "NOBODY",
    "RULES",
    "WEIGHED",
    "YES",
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
    "Witness",
    "load_tagger",
    "load_transformers",
    "weigh_by",
]
