"""The tables of migration 0005, in SQL: what each site was asked, so that a budget holds over nights."""

BUDGETS = """
CREATE TABLE site_requests (
  site TEXT NOT NULL,
  day TEXT NOT NULL, -- in Korea: 2026-11-22
  sent INTEGER NOT NULL, -- requests of every kind: robots.txt, redirects and retries too
  PRIMARY KEY (site, day)
) STRICT;
CREATE TABLE site_rests (
  site TEXT PRIMARY KEY,
  until TEXT NOT NULL -- it asked, by Retry-After, to be left alone until then
) STRICT;
"""
