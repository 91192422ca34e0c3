"""Why an address gave no page: Scrapy's exceptions and our refusals, each to the word that a tally has."""

from scrapy.core.downloader.handlers.http11 import TunnelError
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    NotSupported,
    ResponseDataLossError,
)

from .resolver import leads_inside


class Refusal(IgnoreRequest):
    """We do not send this request; `cause` is the tally's word for it.

    `unreachable` marks a host that cannot be asked at all tonight, where other refusals are of one address.
    """

    def __init__(self, cause: str, *, unreachable: bool = False) -> None:
        super().__init__(cause)
        self.cause = cause
        self.unreachable = unreachable


CAUSES: dict[type[Exception], str] = {
    DownloadTimeoutError: "timeout",
    CannotResolveHostError: "dns",
    DownloadConnectionRefusedError: "refused",
    DownloadCancelledError: "too large",
    DownloadFailedError: "connection",
    ResponseDataLossError: "connection",
    NotSupported: "connection",
    TunnelError: "connection",
    # A body that does not keep its Content-Encoding; disk errors of ours never pass here.
    OSError: "connection",
}
FAILURES: tuple[type[Exception], ...] = (IgnoreRequest, *CAUSES)
OTHER_HOST, PRIVATE, REDIRECTS = "other host", "private address", "redirects"
IGNORED = {"max redirections reached": REDIRECTS}  # in Scrapy's words; its others are of size


async def cause_of(error: Exception, *, url: str) -> str:
    """Return the word for one of FAILURES: `timeout`, `robots`, `too large`."""
    if isinstance(error, CannotResolveHostError) and await leads_inside(url):
        return PRIVATE
    if isinstance(error, Refusal):
        return error.cause
    if isinstance(error, IgnoreRequest):
        return IGNORED.get(str(error), "too large")
    return next(cause for kind, cause in CAUSES.items() if isinstance(error, kind))
