"""The tables of migration 0004, in SQL: which articles tell one story. Landed: never edited."""

STORIES = """
CREATE TABLE stories (
  id TEXT PRIMARY KEY, -- from the first article it was made of; it stays when others join
  articles INTEGER NOT NULL, -- how many tell it
  merged_into TEXT REFERENCES stories(id) -- the story that has its articles now; null for one that stands
) STRICT;
CREATE INDEX stories_merged_into ON stories(merged_into);
CREATE TABLE story_articles (
  article_id TEXT PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  story_id TEXT NOT NULL REFERENCES stories(id)
) STRICT;
CREATE INDEX story_articles_story ON story_articles(story_id, article_id);
CREATE TABLE copies (
  article_id TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, -- the article that it joined
  jaccard REAL NOT NULL CHECK (jaccard BETWEEN 0 AND 1), -- of the pieces of five letters: shared of all
  containment REAL NOT NULL CHECK (containment BETWEEN 0 AND 1), -- shared of those of the shorter text
  rule TEXT NOT NULL,
  rule_version INTEGER NOT NULL,
  PRIMARY KEY (article_id, other_id)
) STRICT;
CREATE INDEX copies_other ON copies(other_id);
CREATE TABLE signatures (
  article_id TEXT PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  day TEXT, -- in Korea: of publication, else of fetching; null where neither is known
  rule TEXT NOT NULL, -- what compared the article: another, and it is compared anew
  fingerprint TEXT NOT NULL, -- the article's, as it was when compared
  minhash BLOB NOT NULL -- empty for a text too short to be a copy
) STRICT;
CREATE INDEX signatures_day ON signatures(day);
CREATE INDEX articles_fingerprint ON articles(id, fingerprint); -- finds what changed without reading a text
"""
