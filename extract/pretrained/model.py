"""A model as the transformers library opens it: configuration, tokenizer, net."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import transformers
from transformers import AutoConfig, AutoTokenizer

from schema import SettingsError

from .encoder import Encoder, encoder_of
from .opening import file_of, opened
from .scheme import names_of, scheme_of
from .tagger import Net, PretrainedTagger

RULE = "transformers/1"
KIND = "ForTokenClassification"
WIDEST = 512  # pieces read at once at most: no sentence in print is as long, and costs grow with the square
NARROWEST = 8
FEW = 8  # a padding number below: RoBERTa and its kin count positions from behind theirs, which is 1


def open_model(name: str, labels: Mapping[str, str]) -> PretrainedTagger:
    """Return the tagger; labels are checked before weights are read."""
    config = opened(name, lambda: AutoConfig.from_pretrained(name, trust_remote_code=False))
    kinds = config.architectures or ()
    if kinds and not any(kind.endswith(KIND) for kind in kinds):
        raise SettingsError(
            f"ner: {name}: expected a model …{KIND}, got {', '.join(kinds)}; "
            "fine-tune it for names first, or name one that is"
        )
    names = tuple(names_of(config.id2label))
    scheme = scheme_of(names, labels, model=name)
    tokenizer = opened(name, lambda: AutoTokenizer.from_pretrained(name, trust_remote_code=False))
    encoder = encoder_of(tokenizer, model=name)
    room = _room(config, encoder, model=name)
    net, weights = _net(name, config, len(names))
    seen = (weights, _told(config), sorted(labels.items()), _spelled(tokenizer), transformers.__version__)
    digest = hashlib.sha256(json.dumps(seen).encode()).hexdigest()[:12]
    return PretrainedTagger(f"{RULE}:{digest}", encoder, net, scheme, room)


def _room(config: Any, encoder: Encoder, *, model: str) -> int:
    """Return how many pieces the model reads at once, without what goes around them."""
    tokenizer = encoder.tokenizer
    limits = [WIDEST, tokenizer.model_max_length]
    if positions := getattr(config, "max_position_embeddings", None):
        padding = config.pad_token_id or 0
        limits.append(positions - (padding + 1 if padding < FEW else 0))
    room = int(min(limits)) - len(encoder.framed(()))
    if room < NARROWEST:
        raise SettingsError(
            f"ner: {model}: expected a model that reads {NARROWEST} pieces or more at once, got {room}; "
            "see max_position_embeddings in its config.json"
        )
    known = getattr(config, "vocab_size", None)
    if known and tokenizer.is_fast and len(tokenizer) > known:
        raise SettingsError(
            f"ner: {model}: expected a tokenizer of at most {known} pieces, got {len(tokenizer)}; "
            "save model and tokenizer together"
        )
    return room


def _net(name: str, config: Any, count: int) -> tuple[Net, str]:
    """Return the net and a digest of its weights: the ONNX file where there is one that can be run."""
    missing = ""
    if path := file_of(name, "model.onnx"):
        try:
            from .onnx_net import open_net as open_onnx
        except ModuleNotFoundError as error:
            if error.name != "onnxruntime":
                raise
            missing = '; to run its model.onnx: pip install "sandan[onnx]"'
        else:
            return open_onnx(name, path, count=count)
    from .torch_net import open_net

    return open_net(name, config, hint=missing)


def _told(config: Any) -> str:
    """Return the configuration without where it was found."""
    told = {key: value for key, value in config.to_dict().items() if key != "_name_or_path"}
    return json.dumps(told, sort_keys=True, default=str)


def _spelled(tokenizer: Any) -> str:
    """Return all that a tokenizer's answers hang on, as a digest."""
    spelled = (
        tokenizer.backend_tokenizer.to_str()
        if tokenizer.is_fast
        else json.dumps([sorted(tokenizer.get_vocab().items()), sorted(tokenizer.init_kwargs)], default=str)
    )
    return hashlib.sha256(spelled.encode("utf-8", "surrogatepass")).hexdigest()
