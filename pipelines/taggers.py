"""The tagger that the settings name."""

from pathlib import Path

from extract import Tagger, Untagged, load_tagger, load_transformers

from .settings import NONE, SHIPPED, Settings


def tagger_of(settings: Settings) -> Tagger:
    """Return the shipped tagger, none, or a model of the transformers library."""
    if settings.ner == NONE:
        return Untagged()
    if settings.ner == SHIPPED:
        return load_tagger()
    name = settings.ner.partition(":")[2].strip()
    # A folder wins over a name of the hub, as the library has it; only ~ is unknown to it.
    folder = Path(name).expanduser()
    return load_transformers(str(folder) if folder.is_dir() else name, settings.ner_labels)
