"""Sites: an address becomes a page, and a page an article."""

from .allowance import Allowance
from .article import parse
from .charset import Decoded, decode
from .contact import demand_contact
from .discover import Link, Sitemap, read_feed, read_list, read_sitemap
from .plaintext import parse_text
from .session import crawl
from .site import SITES, Layout, Site, find_site, load_sites
from .tally import LIMITS, Source, Tally
from .urls import Address, identify
from .warc import Location, WarcWriter, read_at, read_warc

__all__ = [
    "LIMITS",
    "SITES",
    "Address",
    "Allowance",
    "Decoded",
    "Layout",
    "Link",
    "Location",
    "Site",
    "Sitemap",
    "Source",
    "Tally",
    "WarcWriter",
    "crawl",
    "decode",
    "demand_contact",
    "find_site",
    "identify",
    "load_sites",
    "parse",
    "parse_text",
    "read_at",
    "read_feed",
    "read_list",
    "read_sitemap",
    "read_warc",
]
