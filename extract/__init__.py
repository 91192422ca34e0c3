"""Korean text into records: what an article says of complexes, clusters, organizations, people and money."""

from .extractor import LINKS, RULES, Extractor

__all__ = ["LINKS", "RULES", "Extractor"]
