"""The tables of migration 0006, in SQL: what sources say of articles, and what was off the topic."""

DISCOVERY = """
CREATE TABLE links (
  url TEXT PRIMARY KEY, -- canonical, as in the frontier
  site TEXT NOT NULL,
  source TEXT NOT NULL, -- the feed, sitemap, list, search or file that named the article first
  title TEXT NOT NULL, -- the headline there; '' where it gives none
  published TEXT, -- the time there, ISO 8601, +09:00; an article takes it whose page gives none
  published_from TEXT, -- the rung: feed, sitemap, naver, bigkinds
  published_day_only INTEGER CHECK (published_day_only IN (0, 1)),
  first_seen TEXT NOT NULL
) STRICT;
CREATE INDEX links_site ON links(site);
ALTER TABLE run_sites ADD COLUMN off_topic INTEGER NOT NULL DEFAULT 0;
"""
# run_sites.off_topic: pages that are articles, but not of the topic; no part of `parsed` or of `refused`.
