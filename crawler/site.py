"""The newspapers: a site file becomes a `Site`, checked whole before the first request."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from urllib.parse import urljoin, urlsplit

from cssselect import SelectorError
from lxml.cssselect import CSSSelector

from schema import SiteError

from .charset import codec_of
from .declaration import FORMS, Table, label_of, read_declaration
from .paging import NO_PAGING, QUERY, Paging

SITES = Path(__file__).parent / "sites"
SOURCES = ("feeds", "sitemaps", "lists", "searches")
SELECTORS = ("body", "title", "subtitle", "byline", "published")


@dataclass(frozen=True, slots=True)
class Layout:
    """One face of a site's pages: where in it the parts of an article stand, in CSS.

    `script` names the JSON string in a script of the page that holds the body's HTML, where no element does.
    """

    name: str
    body: str = ""
    script: str = ""
    title: str = ""
    subtitle: str = ""
    byline: str = ""
    published: str = ""
    drop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """Addresses that name an article with one number, and the one form in which we call it."""

    article: re.Pattern[str]
    canonical: str


@dataclass(frozen=True, slots=True)
class Site:
    """One newspaper: where its news is found, how its articles are addressed, how its pages are laid out.

    Of `forms` the first is the one in use; those of an earlier system follow, whose articles keep them.
    """

    id: str
    publisher: str
    home: str
    forms: tuple[Form, ...]
    hosts: frozenset[str]
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    searches: tuple[str, ...] = ()
    query_charset: str = "utf-8"
    paging: Paging = NO_PAGING
    layouts: tuple[Layout, ...] = ()
    delay: float = 0.0


def load_sites(folder: Path, *, families: Path | None = None) -> tuple[Site, ...]:
    """Return the sites of `*.toml` or `*/site.toml` in a folder, by id; a name with `_` in front is a family.

    A family is sought beside its members, then in `families`, by default among the sites of this package.
    """
    files = sorted([*folder.glob("*.toml"), *folder.glob("*/site.toml")])
    members = [file for file in files if not _id(file).startswith("_")]
    if not members:
        raise SiteError(f"{folder}: no site files; expected *.toml or */site.toml in it")
    return tuple(_site(file, families=(folder, families or SITES)) for file in members)


def find_site(sites: Iterable[Site], url: str) -> Site | None:
    """Return the site whose host the address has: that of `https://www.etnews.com` for `http://m.etnews.com/1`."""
    host = host_of(url)
    return next((site for site in sites if host in site.hosts), None)


def host_of(url: str) -> str:
    """Return host and port in lower case, without `www.` and `m.`; empty for what is no web address."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return ""
    host = re.sub(r"^(?:www|m)\.(?=[^.]+\.)", "", parts.hostname)
    host = f"[{host}]" if ":" in host else host
    return host if port in {None, 80, 443} else f"{host}:{port}"


def _id(file: Path) -> str:
    return file.parent.name if file.name == "site.toml" else file.stem


def _site(file: Path, *, families: Iterable[Path]) -> Site:
    table, label = read_declaration(file, families=families), label_of(file)
    home = table["home"]
    if not host_of(home):
        raise SiteError(f"{label}: home must be a web address like https://www.example.kr, not {home!r}")
    discover = {key: tuple(urljoin(home, link) for link in table["discover"].get(key, ())) for key in SOURCES}
    charset = _query_charset(table["discover"], label=label)
    named = [home, *(f"http://{host}" for host in table["hosts"])]
    return Site(
        id=_id(file),
        publisher=table["publisher"],
        home=home,
        forms=tuple(_form(table[name], label=f"{label}: [{name}]") for name in FORMS if name in table),
        hosts=frozenset(host_of(url) for url in [*named, *sum(discover.values(), ())]),
        query_charset=charset,
        paging=Paging(**table["paging"]),
        layouts=tuple(_layout(layout, label=label) for layout in table["layouts"]),
        delay=float(table["crawl"].get("delay", 0)),
        **discover,
    )


def _form(table: Table, *, label: str) -> Form:
    try:
        pattern = re.compile(table["article"])
        fields = {field for _, field, _, _ in Formatter().parse(table["canonical"]) if field is not None}
    except (re.error, ValueError) as error:
        raise SiteError(f"{label}: {error}") from error
    if "id" not in pattern.groupindex:
        raise SiteError(f"{label}: article needs a group (?P<id>...)")
    if unknown := fields - set(pattern.groupindex):
        raise SiteError(f"{label}: canonical uses {sorted(unknown)}, which article does not name")
    return Form(pattern, table["canonical"])


def _query_charset(discover: Table, *, label: str) -> str:
    for address in discover.get("searches", ()):
        if QUERY not in address:
            raise SiteError(f"{label}: [discover]: a search needs {QUERY} in its address, not {address!r}")
    charset = str(discover.get("query_charset", "utf-8"))
    if codec_of(charset) is None:
        raise SiteError(f"{label}: [discover]: query_charset must be a charset like euc-kr, not {charset!r}")
    return charset


def _layout(table: Table, *, label: str) -> Layout:
    layout = Layout(**{**table, "drop": tuple(table.get("drop", ()))})
    if bool(layout.body) == bool(layout.script):
        raise SiteError(f"{label}: layout {layout.name!r} needs one of body and script")
    for css in (*(getattr(layout, key) for key in SELECTORS), *layout.drop):
        try:
            CSSSelector(css or "*", translator="html")
        except SelectorError as error:
            raise SiteError(f"{label}: layout {layout.name!r}: bad CSS {css!r}: {error}") from error
    return layout
