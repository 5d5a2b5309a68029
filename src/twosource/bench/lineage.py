"""Lineage over a growing corpus: from articles to typed edges, beside the clustering of three MinHash libraries.

Where the development data is, the articles are Reuters reports in the order of their days; a corpus of
more than there are goes on with the same reports in other words: in each further round every word but the commonest has
its letters moved along the alphabet, and every figure its digits, so that copies and versions stay copies and versions
of each other, and no round repeats another. Elsewhere the articles are made of invented words, one in ten a copy of an
earlier one with a tenth of its words changed.

The peers get the same texts and do less: they name candidate pairs of near duplicates (Jaccard of word 5-grams, 128
permutations) and know no passages, no relation and no direction.
"""

from __future__ import annotations

import importlib
import random
import re
from collections import Counter
from datetime import date, timedelta

from twosource.bench.harness import DATA, Case, Work
from twosource.engine.local import keep_earlier, run_join
from twosource.evaluation.gold import read_rows
from twosource.lineage import lineage_join
from twosource.model import Article, Found, KnownBy, Lineage, Published, Reading

_REPORTS = DATA / "data/lineage/reuters_days/articles.jsonl"
_START = date(2020, 1, 1)
_ARTICLES_A_DAY = 400
_COMMON_WORDS = 60
"""With 400, and short words as they are, half of the pairs of 30,000 articles lay between two rounds; now none does."""
_WORD = re.compile(r"[a-z]{2,}")
_NAMED = re.compile(r"[A-Za-z]{2,}")

SIZES = (5_000, 20_000)
WHOLE = (5_000, 20_000, 50_000)
"""The last one is where lineage and its peers are held against each other; datasketch takes a minute for it."""
GROWTH = (20_000, 50_000, 200_000)


def make_texts(size: int) -> list[str]:
    """`size` texts of news, the same on every machine that has the same data."""
    reports = _read_reports()
    if not reports:
        return _invent(size)
    common = {w for w, _ in Counter(w for t in reports for w in _WORD.findall(t.lower())).most_common(_COMMON_WORDS)}
    rounds = -(-size // len(reports))
    texts = [text for turn in range(rounds) for text in _turn(reports, turn, common)]
    return texts[:size]


def make_corpus(size: int) -> list[Reading]:
    """The texts as articles of one outlet in ten, 400 a day."""
    return [
        Reading(
            article=Article(
                id=f"{number:07d}",
                raw="",
                text=text,
                outlet=Found(value=f"Outlet {number % 10}", known_by=KnownBy.FIELD),
                published=Published(day=_START + timedelta(days=number // _ARTICLES_A_DAY), known_by=KnownBy.FIELD),
            )
        )
        for number, text in enumerate(make_texts(size))
    ]


def _read_reports() -> list[str]:
    return [row["text"] for row in read_rows(_REPORTS)] if _REPORTS.parent.is_dir() else []


def _turn(reports: list[str], turn: int, common: set[str]) -> list[str]:
    """The reports with the letters of all but the commonest words moved by `turn` and by their place in the word.

    Tables are mostly figures, and would else be found again in every round.
    """
    if not turn:
        return reports
    digits = str.maketrans("0123456789", "".join(str((digit + turn) % 10) for digit in range(10)))
    moved: dict[str, str] = {}

    def move(match: re.Match[str]) -> str:
        word = match.group()
        if word not in moved:
            plain = word.lower()
            letters = (chr((ord(c) - 97 + turn * (at + 1)) % 26 + 97) for at, c in enumerate(plain))
            moved[word] = word if plain in common else "".join(letters)
        return moved[word]

    return [_NAMED.sub(move, text).translate(digits) for text in reports]


def _invent(size: int) -> list[str]:
    draw = random.Random(17)  # noqa: S311 - inputs, not secrets
    syllables = [c + v for c in "bdfgklmnprstvz" for v in ("a", "e", "i", "o", "u", "an", "or", "il")]
    words = ["".join(draw.choices(syllables, k=draw.randrange(1, 5))) for _ in range(20_000)]
    weights = [1 / (rank + 10) for rank in range(len(words))]
    texts: list[str] = []
    while len(texts) < size:
        made = draw.choices(words, weights=weights, k=400)
        if texts and draw.random() < 0.1:
            made = [w if draw.random() < 0.9 else draw.choice(words) for w in draw.choice(texts[-5_000:]).split()]
        texts.append(" ".join(made))
    return texts


def prepare_whole(size: int) -> Work:
    """Everything from articles to typed edges and descents."""
    corpus = make_corpus(size)
    return lambda: run_join(lineage_join(), corpus)[1].records


def prepare_added(size: int) -> Work:
    """The last tenth of the articles added to the others, which were compared before."""
    corpus, join = make_corpus(size), lineage_join()
    before = corpus[: size - size // 10]
    edges = [found for found in run_join(join, before)[0] if isinstance(found, Lineage)]
    earlier = keep_earlier(join, before, edges)
    return lambda: run_join(lineage_join(), corpus, earlier=earlier)[1].records


def shingle(text: str) -> list[str]:
    """Word 5-grams as the peers' users make them."""
    words = text.lower().split()
    return [" ".join(words[at : at + 5]) for at in range(max(1, len(words) - 4))]


def prepare_shingles(size: int) -> Work:
    """The 5-grams alone, in plain Python: what every peer that takes them from its caller costs at least."""
    texts = make_texts(size)
    return lambda: sum(1 for text in texts if shingle(text))


def prepare_datasketch(size: int) -> Work:
    """Candidate pairs by datasketch."""
    peer, texts = importlib.import_module("datasketch"), make_texts(size)

    def work() -> int:
        index = peer.MinHashLSH(threshold=0.5, num_perm=128)
        for number, text in enumerate(texts):
            sketch = peer.MinHash(num_perm=128)
            sketch.update_batch([gram.encode() for gram in shingle(text)])
            index.query(sketch)
            index.insert(number, sketch)
        return len(texts)

    return work


def prepare_rensa(size: int) -> Work:
    """Candidate pairs by rensa."""
    peer, texts = importlib.import_module("rensa"), make_texts(size)

    def work() -> int:
        index = peer.RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
        for number, text in enumerate(texts):
            sketch = peer.RMinHash(num_perm=128, seed=42)
            sketch.update(shingle(text))
            index.query(sketch)
            index.insert(number, sketch)
        return len(texts)

    return work


def prepare_gaoya(size: int) -> Work:
    """Candidate pairs by gaoya, which makes its own 5-grams."""
    peer, texts = importlib.import_module("gaoya.minhash"), make_texts(size)

    def work() -> int:
        index = peer.MinHashStringIndex(
            hash_size=32, jaccard_threshold=0.5, num_bands=32, band_size=4, analyzer="word", lowercase=True,
            ngram_range=(5, 5),
        )  # fmt: skip
        for number, text in enumerate(texts):
            index.query(text)
            index.insert_document(number, text)
        return len(texts)

    return work


CASES = (
    Case(name="lineage/whole", what="articles to typed edges with offsets", prepare=prepare_whole, sizes=WHOLE),
    Case(
        name="lineage/growth", what="the same, growing", prepare=prepare_whole, sizes=GROWTH, needs=_REPORTS.parent
    ),
    Case(name="lineage/added", what="a tenth added to what was compared", prepare=prepare_added, sizes=SIZES),
    Case(
        name="lineage/whole after plain shingles", what="word 5-grams in Python alone", prepare=prepare_shingles,
        sizes=WHOLE, peer_of="lineage/whole",
    ),
    Case(
        name="lineage/whole by datasketch", what="candidate pairs only", prepare=prepare_datasketch, sizes=WHOLE,
        peer_of="lineage/whole", requires=("datasketch",),
    ),
    Case(
        name="lineage/whole by rensa", what="candidate pairs only", prepare=prepare_rensa, sizes=WHOLE,
        peer_of="lineage/whole", requires=("rensa",),
    ),
    Case(
        name="lineage/whole by gaoya", what="candidate pairs only", prepare=prepare_gaoya, sizes=WHOLE,
        peer_of="lineage/whole", requires=("gaoya",),
    ),
)  # fmt: skip
