"""The tables, as named migrations in the order in which they are applied; each is one transaction.

Tables and columns have the names of the nouns. Offsets are characters of `article.text` (as SQLite's `substr` counts
them), half-open, so the words of any row are `substr(text, start + 1, end - start)`. `body` is the whole record as
JSON where the columns do not say it all. Rows of one article are shared by all accounts; rows between articles belong
to one `account`, the digest of the articles it was made of.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Migration:
    """One named step; `statements` run in order inside one transaction."""

    name: str
    statements: tuple[str, ...]


_WITHIN_AN_ARTICLE = (
    """CREATE TABLE raw (id TEXT PRIMARY KEY, media_type TEXT NOT NULL, fetched TEXT, body BLOB NOT NULL)""",
    """CREATE TABLE article (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, raw TEXT NOT NULL, text TEXT NOT NULL, title TEXT,
        byline TEXT, outlet TEXT, url TEXT, published TEXT, language TEXT, digest TEXT NOT NULL, body TEXT NOT NULL)""",
    """CREATE TABLE locator (article TEXT, locator TEXT, PRIMARY KEY (article, locator)) WITHOUT ROWID""",
    """CREATE TABLE passage (
        article TEXT, place INTEGER, role TEXT NOT NULL, repeats INTEGER NOT NULL, start INTEGER NOT NULL,
        end INTEGER NOT NULL, PRIMARY KEY (article, place)) WITHOUT ROWID""",
    """CREATE TABLE credit (
        article TEXT, place INTEGER, agency TEXT NOT NULL, level TEXT NOT NULL, start INTEGER NOT NULL,
        end INTEGER NOT NULL, PRIMARY KEY (article, place)) WITHOUT ROWID""",
    """CREATE TABLE time (
        article TEXT, place INTEGER, type TEXT NOT NULL, value TEXT NOT NULL, earliest TEXT, latest TEXT, grain TEXT,
        start INTEGER NOT NULL, end INTEGER NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (article, place)) WITHOUT ROWID""",
    """CREATE TABLE entity (
        article TEXT, place INTEGER, kind TEXT NOT NULL, entity TEXT NOT NULL, role TEXT, speaks_for TEXT,
        start INTEGER NOT NULL, end INTEGER NOT NULL, PRIMARY KEY (article, place)) WITHOUT ROWID""",
    """CREATE TABLE quantity (
        article TEXT, place INTEGER, low REAL, high REAL, bound TEXT NOT NULL, unit TEXT, noun TEXT,
        start INTEGER NOT NULL, end INTEGER NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (article, place)) WITHOUT ROWID""",
    """CREATE TABLE attribution (
        article TEXT, place INTEGER, id TEXT NOT NULL, voice TEXT, speaks_for TEXT, manner TEXT NOT NULL,
        stance TEXT NOT NULL, parent TEXT, body TEXT NOT NULL,
        PRIMARY KEY (article, place)) WITHOUT ROWID""",
    """CREATE INDEX attribution_id ON attribution (id)""",
    """CREATE INDEX entity_name ON entity (entity)""",
    """CREATE INDEX time_day ON time (earliest, latest)""",
)

_BETWEEN_ARTICLES = (
    """CREATE TABLE run (
        account TEXT PRIMARY KEY, id TEXT NOT NULL, version TEXT NOT NULL, options TEXT NOT NULL, digest TEXT NOT NULL,
        body TEXT NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE account_article (account TEXT, article TEXT, PRIMARY KEY (account, article)) WITHOUT ROWID""",
    """CREATE TABLE lineage (
        account TEXT, place INTEGER, child TEXT NOT NULL, parent TEXT NOT NULL, relation TEXT NOT NULL,
        direction TEXT NOT NULL, coverage_child REAL NOT NULL, coverage_parent REAL NOT NULL,
        coverage_child_unquoted REAL NOT NULL, score REAL NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (account, place)) WITHOUT ROWID""",
    """CREATE TABLE descent (
        account TEXT, place INTEGER, article TEXT NOT NULL, text TEXT NOT NULL, origin TEXT NOT NULL, family TEXT,
        parent TEXT, relation TEXT, PRIMARY KEY (account, place)) WITHOUT ROWID""",
    """CREATE TABLE story (
        account TEXT, place INTEGER, id TEXT NOT NULL, label TEXT NOT NULL, lead TEXT NOT NULL, first TEXT, last TEXT,
        body TEXT NOT NULL, PRIMARY KEY (account, place)) WITHOUT ROWID""",
    """CREATE TABLE claim (
        account TEXT, place INTEGER, id TEXT NOT NULL, story TEXT NOT NULL, text TEXT NOT NULL,
        articles INTEGER NOT NULL, texts INTEGER NOT NULL, origins INTEGER NOT NULL, voices INTEGER,
        contested INTEGER NOT NULL, weight REAL NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (account, place)) WITHOUT ROWID""",
    """CREATE TABLE statement (
        account TEXT, place INTEGER, id TEXT NOT NULL, claim TEXT NOT NULL, article TEXT NOT NULL,
        start INTEGER NOT NULL, end INTEGER NOT NULL, predicate TEXT, polarity TEXT NOT NULL, modality TEXT NOT NULL,
        PRIMARY KEY (account, place)) WITHOUT ROWID""",
    """CREATE TABLE finding (
        account TEXT, place INTEGER, id TEXT NOT NULL, story TEXT NOT NULL, reading TEXT NOT NULL, slot TEXT NOT NULL,
        left_article TEXT NOT NULL, left_value TEXT NOT NULL, right_article TEXT NOT NULL, right_value TEXT NOT NULL,
        rule TEXT NOT NULL, score REAL NOT NULL, within_article INTEGER NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (account, place)) WITHOUT ROWID""",
    """CREATE TABLE voice (
        account TEXT, place INTEGER, story TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (account, place)) WITHOUT ROWID""",
    """CREATE TABLE rejected (
        account TEXT, place INTEGER, what TEXT NOT NULL, stage TEXT NOT NULL, reason TEXT NOT NULL,
        detail TEXT NOT NULL, PRIMARY KEY (account, place)) WITHOUT ROWID""",
    """CREATE INDEX account_article_article ON account_article (article)""",
    """CREATE INDEX claim_id ON claim (id)""",
    """CREATE INDEX statement_id ON statement (id)""",
    """CREATE INDEX finding_id ON finding (id)""",
    """CREATE INDEX story_id ON story (id)""",
    """CREATE INDEX lineage_ends ON lineage (child, parent)""",
    """CREATE INDEX descent_origin ON descent (origin)""",
)

_FULL_TEXT = (
    """CREATE VIRTUAL TABLE article_words USING fts5 (
        title, text, content='article', content_rowid='number', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
        INSERT INTO article_words (rowid, title, text) VALUES (new.number, new.title, new.text); END""",
    """CREATE TRIGGER article_dropped AFTER DELETE ON article BEGIN
        INSERT INTO article_words (article_words, rowid, title, text)
        VALUES ('delete', old.number, old.title, old.text); END""",
)

_WHAT_WAS_READ = ("""ALTER TABLE account_article ADD COLUMN reading TEXT""",)

MIGRATIONS: tuple[Migration, ...] = (
    Migration(name="records of one article", statements=_WITHIN_AN_ARTICLE),
    Migration(name="records between articles", statements=_BETWEEN_ARTICLES),
    Migration(name="full-text search", statements=_FULL_TEXT),
    Migration(name="digest of each article as an account had it", statements=_WHAT_WAS_READ),
    Migration(name="agency of an origin", statements=("ALTER TABLE descent ADD COLUMN agency TEXT",)),
)
"""Append only: a store that has applied the first n of these has version n."""

APPLICATION_ID = 0x32535243
"""Marks the file as ours in its header ("2SRC"), so that no other database is ever written to."""
