"""The tables of migration 0001, in SQL. Landed: never edited; what changes them is a migration of its own."""

# What every record's table begins and ends with. The id holds neither rule nor recipe, so that a better rule
# shows as a changed row.
RECORD = """
CREATE TABLE {name} (
  id TEXT PRIMARY KEY, -- from article, kind, and name or place
  article_id TEXT NOT NULL REFERENCES articles(id),
  position INTEGER NOT NULL, -- place among the article's {name}, from 0
  {columns}
  rule TEXT NOT NULL, -- what found its first evidence
  rule_version INTEGER NOT NULL
) STRICT;
CREATE INDEX {name}_article ON {name}(article_id);
"""

STORED = """
CREATE TABLE pages (
  id TEXT PRIMARY KEY, -- from address, status and bytes: the same answer twice is one page
  url TEXT NOT NULL,
  site TEXT NOT NULL,
  role TEXT NOT NULL, -- robots, feed, sitemap, list, article
  status INTEGER NOT NULL, -- of HTTP
  fetched_at TEXT NOT NULL,
  headers TEXT NOT NULL, -- JSON: [[name, value], …] as received
  sha256 TEXT NOT NULL, -- of the body
  warc_file TEXT NOT NULL, -- in the folder of the setting `warc`
  warc_offset INTEGER NOT NULL,
  warc_length INTEGER NOT NULL,
  encoding TEXT, -- of an article's bytes, whatever they claim
  outcome TEXT -- of parsing: null until tried, 'article', or the refusal and its reason
) STRICT;
CREATE INDEX pages_url ON pages(url);
CREATE INDEX pages_unparsed ON pages(fetched_at) WHERE role = 'article' AND status = 200 AND outcome IS NULL;
CREATE TABLE articles (
  id TEXT PRIMARY KEY, -- site:number for a declared paper
  url TEXT,
  site TEXT,
  publisher TEXT,
  title TEXT NOT NULL,
  subtitle TEXT NOT NULL,
  byline TEXT NOT NULL,
  text TEXT NOT NULL, -- the body, one paragraph a line
  published TEXT, -- ISO 8601, +09:00; the day in Korea is substr(published, 1, 10), since date() turns to UTC
  published_from TEXT, -- the rung of evidence that gave it: json-ld, meta, line, url, …
  published_day_only INTEGER CHECK (published_day_only IN (0, 1)),
  layout TEXT NOT NULL, -- what found the text
  page_id TEXT REFERENCES pages(id), -- null for a text that came without a page
  fingerprint TEXT NOT NULL -- of all that reading depends on: another one, and the article is read anew
) STRICT;
CREATE INDEX articles_published ON articles(published);
CREATE INDEX articles_site ON articles(site, published);
CREATE INDEX articles_url ON articles(url);
CREATE INDEX articles_page ON articles(page_id);
CREATE TABLE extractions (
  article_id TEXT PRIMARY KEY REFERENCES articles(id),
  text TEXT NOT NULL, -- title, subtitle and body as one; every start and end counts code points of it
  recipe TEXT NOT NULL, -- every rule, word list and model that took part
  fingerprint TEXT NOT NULL, -- the article's, as it was when read
  made_at TEXT NOT NULL
) STRICT;
CREATE TABLE mentions (
  id TEXT PRIMARY KEY, -- from article, label and place
  article_id TEXT NOT NULL REFERENCES articles(id),
  label TEXT NOT NULL, -- complex, cluster, organization, person, money, count
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL CHECK (start < "end"),
  surface TEXT NOT NULL, -- as printed
  name TEXT NOT NULL, -- as understood
  kind TEXT,
  min INTEGER,
  max INTEGER,
  currency TEXT,
  qualifier TEXT,
  value INTEGER, -- of a count
  rule TEXT NOT NULL,
  rule_version INTEGER NOT NULL
) STRICT;
CREATE INDEX mentions_article ON mentions(article_id, start);
CREATE INDEX mentions_name ON mentions(name);
CREATE TABLE evidence (
  id TEXT PRIMARY KEY, -- from record and place
  record_kind TEXT NOT NULL, -- the table that holds the record
  record_id TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles(id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL CHECK (start < "end"),
  quote TEXT NOT NULL, -- the extraction's text from start to end
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  rule_version INTEGER NOT NULL
) STRICT;
CREATE INDEX evidence_record ON evidence(record_id);
CREATE INDEX evidence_article ON evidence(article_id);
"""

SURFACE = "surface TEXT NOT NULL, -- JSON: its spellings in the text"

COLUMNS = {
    "complexes": f"""name TEXT NOT NULL,
  {SURFACE}""",
    "clusters": f"""name TEXT NOT NULL, -- the distinguishing part: 친환경나노
  kind TEXT NOT NULL, -- mini_cluster, sub_mini_cluster, cluster
  {SURFACE}
  complex TEXT,
  complex_id TEXT REFERENCES complexes(id),""",
    "organizations": f"""name TEXT NOT NULL, -- without (주), ㈜, 주식회사
  type TEXT NOT NULL, -- company, university, research_institute, agency, government, association, …
  {SURFACE}""",
    "people": """name TEXT NOT NULL,
  organization TEXT,
  organization_id TEXT REFERENCES organizations(id),
  role TEXT, -- title, as printed""",
    "figures": """quote TEXT NOT NULL, -- as printed: 1억500만원
  min INTEGER, -- in units of the currency; null for at_most
  max INTEGER CHECK (min <= max), -- null for at_least
  currency TEXT NOT NULL, -- ISO 4217
  qualifier TEXT NOT NULL, -- exact, approx, range, at_least, at_most, vague
  kind TEXT NOT NULL, -- budget, grant, own_funds, investment, loan, contract, revenue, export, …
  recipient TEXT, -- who got it
  recipient_id TEXT REFERENCES organizations(id), -- null where the recipient is no listed organization
  provider TEXT, -- who gave it
  provider_id TEXT REFERENCES organizations(id), -- null where the provider is no listed organization
  year INTEGER,""",
    "counts": """quote TEXT NOT NULL, -- as printed: 81개
  value INTEGER NOT NULL,
  what TEXT NOT NULL, -- companies, institutions, members, people, mini_clusters, clusters, projects, …
  subject TEXT, -- over what: 전국""",
    "members": """organization TEXT NOT NULL,
  organization_id TEXT REFERENCES organizations(id),
  cluster TEXT NOT NULL,
  cluster_id TEXT REFERENCES clusters(id),""",
}
RECORDS = "".join(RECORD.format(name=name, columns=columns) for name, columns in COLUMNS.items())

INDEXES = """
CREATE INDEX complexes_name ON complexes(name);
CREATE INDEX clusters_name ON clusters(name);
CREATE INDEX clusters_complex ON clusters(complex_id);
CREATE INDEX organizations_name ON organizations(name);
CREATE INDEX organizations_type ON organizations(type);
CREATE INDEX people_name ON people(name);
CREATE INDEX people_organization ON people(organization_id);
CREATE INDEX figures_kind ON figures(kind, year);
CREATE INDEX figures_recipient ON figures(recipient_id);
CREATE INDEX figures_provider ON figures(provider_id);
CREATE INDEX members_organization ON members(organization_id);
CREATE INDEX members_cluster ON members(cluster_id);
"""

NIGHTS = """
CREATE TABLE frontier (
  url TEXT PRIMARY KEY, -- canonical
  site TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('new', 'done', 'failed')),
  first_seen TEXT NOT NULL,
  tries INTEGER NOT NULL, -- that failed
  last_error TEXT,
  fetched_at TEXT,
  page_id TEXT REFERENCES pages(id)
) STRICT;
CREATE INDEX frontier_site ON frontier(site, state);
CREATE INDEX frontier_page ON frontier(page_id);
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  command TEXT NOT NULL,
  version TEXT NOT NULL, -- of sandan
  recipe TEXT, -- null where nothing was read
  started_at TEXT NOT NULL,
  finished_at TEXT, -- null: killed, or still at work
  exit_code INTEGER
) STRICT;
CREATE TABLE run_sites (
  run_id INTEGER NOT NULL REFERENCES runs(id),
  site TEXT NOT NULL,
  found INTEGER NOT NULL, -- articles that feeds, sitemaps and lists name
  known INTEGER NOT NULL, -- of these, in the frontier as done or given up
  fetched INTEGER NOT NULL, -- article pages
  failed TEXT NOT NULL, -- JSON: {cause: how many article pages}
  parsed INTEGER NOT NULL, -- pages that became articles
  refused INTEGER NOT NULL, -- pages that are no article
  PRIMARY KEY (run_id, site)
) STRICT;
CREATE TABLE run_sources (
  run_id INTEGER NOT NULL REFERENCES runs(id),
  url TEXT NOT NULL, -- of a feed, sitemap or list
  site TEXT NOT NULL,
  role TEXT NOT NULL,
  links INTEGER NOT NULL, -- to articles
  failure TEXT, -- why it could not be had
  PRIMARY KEY (run_id, url)
) STRICT;
CREATE INDEX run_sources_url ON run_sources(url, run_id);
"""
