"""One Kiwi for all tests of the extractors: loading it takes longer than they do."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from extract import Extractor
from schema import Article, Extraction, Published, Records


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def extraction_of(extractor: Extractor) -> Callable[..., Extraction]:
    def extract(text: str, *, title: str = "", publisher: str | None = None, year: int = 2020) -> Extraction:
        published = Published(datetime(year, 6, 15, tzinfo=UTC), "test", day_only=True)
        article = Article("a", text, title=title, publisher=publisher, published=published)
        return extractor.extract(article)

    return extract


@pytest.fixture(scope="session")
def records_of(extraction_of: Callable[..., Extraction]) -> Callable[..., Records]:
    return lambda text, **more: extraction_of(text, **more).records
