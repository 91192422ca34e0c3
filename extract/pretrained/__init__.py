"""Taggers that others trained: any token-classification model of the transformers library."""

from .loading import load_transformers

__all__ = ["load_transformers"]
