"""Counts, for each word, the passages it occurs in: `python training/stories/build_background.py DATA_FOLDER`.

Reads only collections whose licence lets a table of words be shipped: Wikipedia passages of GAP (Apache-2.0), Wikinews
articles of TIMESET (CC BY 4.0), WikiGold (CC BY 4.0), GUM without its non-commercial genres (CC BY / CC BY-SA / public
domain) and the public-domain, CC BY and OGL reports of RE3D. Words that occur in one passage only are left out: they
would make the table three times as long and say no more than "rare".

A word is marked `N` where it stands capitalised in at least nine of ten of its places: a name, not a word.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from twosource.evaluation.gold import read_rows
from twosource.stories.terms import TOKEN, plain_form

TARGET = Path(__file__).parents[2] / "src/twosource/stories/background.tsv"
SENTENCES_A_PASSAGE = 6
SOURCES = ("ling/coref_gap/development.jsonl", "ling/coref_gap/validation.jsonl", "time/timeset/articles.jsonl")
SENTENCE_SOURCES = ("entities/wikigold/sentences.jsonl", "entities/gum_open/sentences.jsonl")
REPORTS = "entities/re3d/sentences.jsonl"


def read_passages(data: Path) -> Iterator[str]:
    """Passages of about a hundred words."""
    for name in (*SOURCES, REPORTS):
        yield from (row["text"] for row in read_rows(data / name))
    for name in SENTENCE_SOURCES:
        texts = [row["text"] for row in read_rows(data / name)]
        for start in range(0, len(texts), SENTENCES_A_PASSAGE):
            yield " ".join(texts[start : start + SENTENCES_A_PASSAGE])


def count_words(data: Path) -> tuple[int, Counter[str], Counter[str], Counter[str]]:
    """Number of passages; and for each word the passages it is in, its places, its capitalised places."""
    passages = 0
    documents: Counter[str] = Counter()
    places: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for text in read_passages(data):
        tokens = [t for t in TOKEN.findall(text) if t[0].isalpha()]
        forms = [plain_form(t) for t in tokens]
        passages += 1
        documents.update(set(forms))
        places.update(forms)
        capitals.update(form for form, token in zip(forms, tokens, strict=True) if token[0].isupper())
    return passages, documents, places, capitals


def main() -> None:
    """Write the table, words in alphabetical order."""
    passages, documents, places, capitals = count_words(Path(sys.argv[1]))
    lines = [f"# passages\t{passages}"]
    for word in sorted(documents):
        if documents[word] > 1:
            name = "\tN" if capitals[word] >= 0.9 * places[word] else ""
            lines.append(f"{word}\t{documents[word]}{name}")
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} words from {passages} passages -> {TARGET.name}")


if __name__ == "__main__":
    main()
