"""The columns of migration 0003: what an article is, and when it was changed. Landed: never edited."""

# Null in rows of before, until their page is parsed anew. One statement each: a killed migration leaves none.
KINDS = (
    """ALTER TABLE articles ADD COLUMN kind TEXT
      CHECK (kind IN ('article', 'short', 'photo', 'script', 'paywalled'))""",
    # Of the pages that the paper spreads the article over, and of these the ones that its text was read from.
    "ALTER TABLE articles ADD COLUMN parts_told INTEGER",
    "ALTER TABLE articles ADD COLUMN parts INTEGER CHECK (parts <= parts_told)",
    # As published; null where the page names no later time.
    "ALTER TABLE articles ADD COLUMN modified TEXT",
    "ALTER TABLE articles ADD COLUMN modified_from TEXT",
    "ALTER TABLE articles ADD COLUMN modified_day_only INTEGER CHECK (modified_day_only IN (0, 1))",
    # JSON: {an article's kind, a refusal's class, or lost: how many pages}
    "ALTER TABLE run_sites ADD COLUMN outcomes TEXT",
)
