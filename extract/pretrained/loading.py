"""A model by its folder or its name on the hub, as a tagger."""

from collections.abc import Mapping

from schema import SettingsError

from ..tagger import Tagger

EXTRA = (
    'ner: {model}: expected the library {library}, found none; pip install "sandan[transformers]", '
    'or "sandan[onnx]" for a folder with model.onnx'
)
LIBRARIES = ("transformers", "tokenizers", "torch", "onnxruntime")


def load_transformers(name: str, labels: Mapping[str, str] | None = None) -> Tagger:
    """Return the token-classification model of that folder, or of that name on the hub, as a tagger.

    `labels` says what the model's labels are here, where the defaults do not: `{"CORP": "OG_COMPANY"}`.
    What cannot be loaded, or has a label without a meaning, is a SettingsError.
    """
    try:
        # Brings the library with it, which the default install is without.
        from .model import open_model

        return open_model(name, labels or {})
    except ModuleNotFoundError as error:
        if error.name not in LIBRARIES:
            raise
        raise SettingsError(EXTRA.format(model=name, library=error.name)) from error
