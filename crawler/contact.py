"""Whom a real paper can complain to: no crawl without it."""

from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

from schema import SettingsError

from .site import Site

# Reserved by RFC 2606 and 6761: nobody's paper.
NOBODYS = ("example", "test", "invalid", "localhost")


def demand_contact(sites: Iterable[Site], *, contact: str) -> None:
    """Raise a SettingsError if a real paper would be asked by somebody whom it cannot reach."""
    real = [site for site in sites if any(map(is_real, site.hosts))]
    if real and not contact:
        more = f" and {len(real) - 1} more" if len(real) > 1 else ""
        raise SettingsError(
            f"contact: expected a mail or web address in the user agent, by which {real[0].publisher}"
            f" ({real[0].home}){more} can reach you, got none; set contact in sandan.toml,"
            " SANDAN_CONTACT, or --set contact=you@your.domain"
        )


def is_real(host: str) -> bool:
    """Tell whether a host (`paper.kr`, `127.0.0.1:8080`) may be somebody else's: not loopback or reserved."""
    name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
    try:
        return not ip_address(name).is_loopback
    except ValueError:
        return name.rpartition(".")[2] not in NOBODYS
