"""Sites: an address becomes a page, and a page an article."""

from .allowance import Allowance
from .article import GONE, parse
from .charset import Decoded, decode
from .contact import demand_contact
from .feeds import read_feed
from .following import PART, parts_of
from .links import Link
from .lists import read_list
from .naver import NaverKey, search_naver
from .plaintext import parse_text
from .session import crawl
from .site import SITES, Layout, Site, find_site, load_sites
from .sitemaps import Sitemap, read_sitemap
from .tally import LIMITS, REFUSALS, Source, Tally
from .urls import Address, identify, untracked
from .warc import Location, WarcWriter, read_at, read_warc

__all__ = [
    "GONE",
    "LIMITS",
    "PART",
    "REFUSALS",
    "SITES",
    "Address",
    "Allowance",
    "Decoded",
    "Layout",
    "Link",
    "Location",
    "NaverKey",
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
    "parts_of",
    "read_at",
    "read_feed",
    "read_list",
    "read_sitemap",
    "read_warc",
    "search_naver",
    "untracked",
]
