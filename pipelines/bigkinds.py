"""BIGKinds' Excel export: a row an article, of which it often gives the beginning alone."""

import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from crawler import Site, parse_text
from schema import Article, Published, SourceError

from .clock import KOREA
from .inputs import Input
from .taken import Given, Taken, day_of, lasting_id, refusing

# As the export of 2018 to 2026 heads them; spaces in a heading come and go.
NUMBER, DAY, PUBLISHER, AUTHOR, TITLE = "뉴스 식별자", "일자", "언론사", "기고자", "제목"
TEXT, ADDRESS, LEFT_OUT = "본문", "URL", "분석제외 여부"
REQUIRED = (DAY, PUBLISHER, TITLE, TEXT)
LAYOUT = "bigkinds"
HEADINGS_WITHIN = 10  # rows; some put a title above
UNPACKED = 512 * 1024 * 1024  # bytes; the largest export, of 20,000 rows, has some 60 MB
BYLINE = re.compile(r"[;,]\s*")

Row = Mapping[str, object]


def take_export(source: Input, *, given: Given, sites: tuple[Site, ...]) -> Iterator[Taken | SourceError]:
    """Yield an article a row, and an error for each bad row.

    Rows that BIGKinds marks to be left out of analyses (`중복`, `예외`) are articles as well: copies count.
    """
    for number, row in read_rows(source):
        place = f"{source.name}:{number}"
        try:
            yield take_row(row, place=place, stem=f"{source.stem}:{number}", given=given, sites=sites)
        except SourceError as error:
            yield error


def take_row(row: Row, *, place: str, stem: str, given: Given, sites: tuple[Site, ...]) -> Taken:
    """Return the article of one row, by its number where it has no address."""
    text, number, url = said(row, TEXT), said(row, NUMBER), said(row, ADDRESS)
    if not text:
        raise SourceError(f"{place}: expected a text in {TEXT!r}, got none; fill it, or take the row out")
    with refusing(place):
        article = parse_text(
            text,
            id=f"{LAYOUT}:{number}" if number else stem,
            title=said(row, TITLE),
            url=url if url.startswith(("http://", "https://")) else given.url,
            publisher=said(row, PUBLISHER) or given.publisher,
            published=published_of(row, place=place) or given.published,
        )
    byline = ", ".join(filter(None, BYLINE.split(said(row, AUTHOR))))
    article = replace(article, layout=LAYOUT, byline=byline or article.byline)
    return Taken(article, row_id(article, number=number, text=text, sites=sites), excerpt=True)


def row_id(article: Article, *, number: str, text: str, sites: tuple[Site, ...]) -> str:
    """Return the id to keep a row under: of its address, or else of its number, or else of its content."""
    if not article.url and number:
        return article.id
    return lasting_id(article, body=text.encode(), sites=sites)


def published_of(row: Row, *, place: str) -> Published | None:
    """Return the day of a row: `20180530`, `2018-05-30`, or a cell that Excel made a date of."""
    value = row.get(squeezed(DAY))
    if isinstance(value, datetime | date):
        day = datetime(value.year, value.month, value.day, tzinfo=KOREA)
        return Published(day, LAYOUT, day_only=True)
    text = said(row, DAY)
    if not text:
        return None
    digits = re.sub(r"^(\d{4})[-./]?(\d\d)[-./]?(\d\d)\b.*", r"\1-\2-\3", text)
    return replace(day_of(digits, place=place), rung=LAYOUT)


def read_rows(source: Input) -> Iterator[tuple[int, Row]]:
    """Yield each row below the headings with its number in the file, its cells by heading without spaces."""
    headings: list[str] = []
    for number, cells in enumerate(read_cells(source), start=1):
        if headings:
            row = dict(zip(headings, cells, strict=False))
            if any(value not in {None, ""} for value in row.values()):
                yield number, row
        elif {squeezed(name) for name in REQUIRED} <= set(map(squeezed, cells)):
            headings = list(map(squeezed, cells))
        elif number >= HEADINGS_WITHIN:
            break
    if not headings:
        raise SourceError(
            f"{source.name}: expected BIGKinds' columns {', '.join(REQUIRED)}, got none such in the first"
            f" {HEADINGS_WITHIN} rows; export it anew, or save the articles as .jsonl"
        )


def read_cells(source: Input) -> Iterator[Iterable[object]]:
    """Yield the rows of the first sheet; what is no Excel file, or unfolds to too much, is a SourceError."""
    try:
        with zipfile.ZipFile(source.stream) as packed:
            size = sum(entry.file_size for entry in packed.infolist())
        if size > UNPACKED:
            raise SourceError(
                f"{source.name}: expected at most {UNPACKED} bytes, got {size}; export fewer rows"
            )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions, which we do not read
            book = load_workbook(source.stream, read_only=True, data_only=True)
        with closing(book):
            # What some exporters declare as the sheet's size is A1 alone.
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            yield from sheet.iter_rows(values_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, EOFError) as error:
        raise SourceError(
            f"{source.name}: expected an Excel file (.xlsx), got a broken one; export it again"
        ) from error


def said(row: Row, heading: str) -> str:
    """Return a cell as text: a number without the `.0` that Excel gave it, nothing as ''."""
    value = row.get(squeezed(heading))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()


def squeezed(heading: object) -> str:
    """Return a heading without spaces: `뉴스 식별자` was `뉴스식별자` once."""
    return re.sub(r"\s", "", str(heading or ""))
