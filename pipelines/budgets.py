"""What each site may be sent: so many requests a day and a year, and none while it asked for rest."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Budgets:
    """Counts a site's requests in the database before each goes out, so that a killed night counts too.

    `a_day` and `a_year` bound them, the days and years being Korea's; 0 is no bound.
    """

    db: Database
    clock: Callable[[], str]
    a_day: int
    a_year: int

    def refusal(self, site: str) -> str:
        """Return why a site may be sent nothing now: `resting`, `day budget`, `year budget`; else nothing."""
        now = self.clock()
        query = "select 1 from site_rests where site = ? and until > ?"
        if self.db.execute(query, [site, now]).fetchone():
            return "resting"
        if self.a_day and self.sent(site, since=now[:10]) >= self.a_day:
            return "day budget"
        if self.a_year and self.sent(site, since=now[:4]) >= self.a_year:
            return "year budget"
        return ""

    def spend(self, site: str) -> None:
        """Count one request."""
        with self.db.atomic():
            self.db.execute(
                "insert into site_requests (site, day, sent) values (?, ?, 1)"
                " on conflict (site, day) do update set sent = sent + 1",
                [site, self.clock()[:10]],
            )

    def rest(self, site: str, *, seconds: float) -> None:
        """Note until when the site is to be left alone."""
        until = datetime.fromisoformat(self.clock()) + timedelta(seconds=seconds)
        row = {"site": site, "until": until.isoformat(timespec="seconds")}
        with self.db.atomic():
            self.db.table("site_rests").insert(row, replace=True)

    def sent(self, site: str, *, since: str) -> int:
        """Return how many requests went to a site in a day (`2026-11-22`) or a year (`2026`) and after it."""
        query = "select coalesce(sum(sent), 0) from site_requests where site = ? and day >= ?"
        return int(self.db.execute(query, [site, since]).fetchone()[0])
