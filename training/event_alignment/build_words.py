"""Makes `src/twosource/claims/event_words.tsv` from the database files of WordNet 3.1.

    python training/event_alignment/build_words.py WORDNET/dict > src/twosource/claims/event_words.tsv

One line a word: how often WordNet counts it as verb and as noun, the share of its uses as a noun that name an act, an
event, a phenomenon or a process, whether it is a verb, its first sense and its further ones. A sense that only one word
has is left out. A noun has the senses of the verbs it is derived from.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_EVENTS = frozenset({4, 11, 19, 22})  # numbers of WordNet's files: act, event, phenomenon, process
_TELLING = _EVENTS | {7, 10, 26}  # attribute, communication, state: their senses link words, too
_LEAST_SHARE = 0.3
_SENSES = 3
_SHORTEST = 3


@dataclass
class WordNet:
    """What is needed of the database; a sense is `n` or `v` with its offset."""

    files: dict[str, int] = field(default_factory=dict)
    """Sense -> the number of the file it is in."""
    derived: dict[str, list[tuple[str, str | None]]] = field(default_factory=lambda: defaultdict(list))
    """Sense -> related sense, and the word of it that is related where that is said."""
    senses: dict[tuple[str, str], list[tuple[int, str, int]]] = field(default_factory=lambda: defaultdict(list))
    """Word and part of speech -> number of the sense, sense, count."""


def read_wordnet(folder: Path) -> WordNet:
    """The verbs and nouns."""
    net = WordNet()
    for part, name in (("n", "data.noun"), ("v", "data.verb")):
        for line in (folder / name).read_text("latin-1").splitlines():
            if not line.startswith("  "):
                _read_sense(net, part, line.split(" | ")[0].split())
    for line in (folder / "index.sense").read_text("latin-1").splitlines():
        key, offset, number, count = line.split()
        word, _, rest = key.partition("%")
        if rest[0] in "12":
            part = "n" if rest[0] == "1" else "v"
            net.senses[word, part].append((int(number), part + offset, int(count)))
    for found in net.senses.values():
        found.sort()
    return net


def _read_sense(net: WordNet, part: str, cells: list[str]) -> None:
    sense, size = part + cells[0], int(cells[3], 16)
    net.files[sense] = int(cells[1])
    words = [cells[4 + 2 * i].lower() for i in range(size)]
    place = 4 + 2 * size
    for i in range(int(cells[place])):
        symbol, offset, other, ends = cells[place + 1 + 4 * i : place + 5 + 4 * i]
        if symbol == "+" and other in "nv":
            source = int(ends[:2], 16)
            net.derived[sense].append((other + offset, words[source - 1] if source else None))


def count_uses(net: WordNet, word: str, part: str) -> int:
    """How often WordNet counts a word in running text."""
    return sum(count for _, _, count in net.senses.get((word, part), ()))


def event_share(net: WordNet, word: str) -> float:
    """The share of the uses of a noun that name an event."""
    found = net.senses.get((word, "n"), ())
    total = sum(count + 0.5 for _, _, count in found)
    return sum(count + 0.5 for _, sense, count in found if net.files[sense] in _EVENTS) / total if total else 0.0


def senses_of(net: WordNet, word: str, most: int) -> set[str]:
    """The first senses of a word, and those of the verbs it is derived from."""
    found = {sense for _, sense, _ in net.senses.get((word, "v"), ())[:most]}
    for _, sense, _ in net.senses.get((word, "n"), ())[:most]:
        if net.files[sense] in _TELLING:
            found.add(sense)
            related = net.derived.get(sense, ())
            found.update(other for other, own in related if other[0] == "v" and own in {None, word})
    return found


def choose_words(net: WordNet) -> list[str]:
    """Counted verbs and event nouns, and verbs whose first sense one of these has."""
    usable = {key for key in net.senses if key[0].isalpha() and key[0].isascii() and len(key[0]) >= _SHORTEST}
    chosen = {w for w, part in usable if part == "v" and count_uses(net, w, "v")}
    chosen |= {
        w for w, part in usable if part == "n" and count_uses(net, w, "n") and event_share(net, w) > _LEAST_SHARE
    }
    known = {sense for word in chosen for sense in senses_of(net, word, _SENSES)}
    return sorted(chosen | {w for w, part in usable if part == "v" and senses_of(net, w, 1) & known})


def table(net: WordNet) -> Iterator[str]:
    """The lines of the table."""
    words = choose_words(net)
    shared = Counter(sense for word in words for sense in senses_of(net, word, _SENSES))
    numbers: dict[str, int] = {}
    for word in words:
        first = senses_of(net, word, 1)
        further = senses_of(net, word, _SENSES) - first
        cells = [
            word,
            str(count_uses(net, word, "v")),
            str(count_uses(net, word, "n")),
            f"{event_share(net, word):.2f}",
        ]
        cells.append("1" if (word, "v") in net.senses else "0")
        cells += [
            " ".join(str(numbers.setdefault(s, len(numbers))) for s in sorted(senses) if shared[s] > 1)
            for senses in (first, further)
        ]
        yield "\t".join(cells)


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in table(read_wordnet(Path(sys.argv[1]))))
