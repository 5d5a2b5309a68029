"""What speaks for two words of a story naming one event: every feature as a square of numbers, a row a word."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from twosource.claims.event_grammar import Role
from twosource.claims.event_mentions import Mention
from twosource.claims.event_words import load_vectors
from twosource.claims.pairs import number_values
from twosource.text.terms import group_of

Square = npt.NDArray[np.float32]
_SPEECH = frozenset(
    """say tell announce report state add note claim ask reveal confirm call comment deny reply speak talk explain
    believe think know want hope accord accord_to""".split()
)
_NEAR_IN_MEANING = 0.4  # from here two words are often used for one thing


def pair_features(mentions: Sequence[Mention]) -> Mapping[str, Square]:
    """The features of each two mentions by name; none holds a word.

    Policy: one word, or one sense, is the strongest sign, and the weaker the commoner the word is. Who takes part
    counts by role, and so does who takes part in all the events of the story that the two words name.
    """
    facts = {"bias": np.ones((len(mentions), len(mentions)), dtype=np.float32)}
    same = _equal([m.word.lemma for m in mentions])
    facts["word"] = same
    facts.update(_of_meaning(mentions, same))
    facts.update(_of_surroundings(mentions, same))
    facts.update(_of_roles(mentions))
    facts.update(_of_places(mentions, same))
    facts.update(_of_words(mentions, same))
    facts.update(_of_spread(mentions, same))
    return facts


def _of_meaning(mentions: Sequence[Mention], same: Square) -> Iterator[tuple[str, Square]]:
    """How two different words are related."""
    other = 1 - same
    yield "head", _equal([m.single.lemma for m in mentions]) * other
    yield "class", _equal([group_of(m.single.lemma) for m in mentions]) * other
    first = _shared([m.word.first for m in mentions]) * other
    sense = _shared([m.word.senses for m in mentions]) * other * (1 - first)
    yield "first sense", first
    yield "a sense", sense
    yield "wider sense", _shared([m.word.wider for m in mentions]) * other * (1 - first) * (1 - sense)
    meaning = _meaning(mentions)
    yield "meaning", meaning * other
    yield "near in meaning", np.clip(meaning - _NEAR_IN_MEANING, 0, None) * other


def _meaning(mentions: Sequence[Mention]) -> Square:
    """How near the words are; 0 for one that is not known."""
    table = load_vectors()
    rows = [m.word.row if m.word.row is not None else m.single.row for m in mentions]
    vectors = np.stack([table[row] if row is not None else np.zeros(table.shape[1], np.float32) for row in rows])
    near: Square = vectors @ vectors.T
    return near


def _of_surroundings(mentions: Sequence[Mention], same: Square) -> Iterator[tuple[str, Square]]:
    rarity = _rarity(mentions)
    near = _overlap([m.near for m in mentions], rarity)
    parts = _overlap([m.parts for m in mentions], rarity)
    yield "around", _overlap([m.around for m in mentions], rarity)
    yield "near", near
    yield "word and near", near * same
    yield "parts", parts
    yield "word and parts", parts * same
    yield "parts in the story", _overlap_of_words(mentions, rarity) * (1 - same)
    numbers = [m.numbers for m in mentions]
    yield "numbers", _shared(numbers)
    yield "other numbers", _apart(numbers)


def _rarity(mentions: Sequence[Mention]) -> Callable[[str], float]:
    """How much a word around mentions tells: less where many sentences have it."""
    sentences = {(m.span.article, m.sentence): m.around | {m.single.lemma} for m in mentions}
    counts = Counter(word for words in sentences.values() for word in words)
    return lambda word: math.log((1 + len(sentences)) / max(1, counts[word]))


def _of_roles(mentions: Sequence[Mention]) -> Iterator[tuple[str, Square]]:
    nobody: frozenset[str] = frozenset()
    by_role = {role: [m.roles.get(role, nobody) for m in mentions] for role in Role}
    for role, sets in by_role.items():
        yield str(role), _shared(sets)
        yield f"other {role}" if role is not Role.OTHER else "other apart", _apart(sets)
    incidence = _incidence([*by_role[Role.DOER], *by_role[Role.DONE_TO]])
    doers, done_to = incidence[: len(mentions)], incidence[len(mentions) :]
    crossed = doers @ done_to.T
    yield "roles exchanged", _flag(crossed + crossed.T > 0)


def _of_places(mentions: Sequence[Mention], same: Square) -> Iterator[tuple[str, Square]]:
    here = _equal([m.span.article for m in mentions])
    sentence = _equal([(m.span.article, m.sentence) for m in mentions])
    members = _members(mentions)
    yield "one article", here
    yield "word in one article", same * here
    yield "one sentence", sentence
    yield "words in one article", _words_meet(members, here) * (1 - same)
    yield "words in one sentence", _words_meet(members, sentence) * (1 - same)


def _words_meet(members: Square, together: Square) -> Square:
    """Whether any mentions of the two words stand together."""
    return _flag(members.T @ (members @ together @ members.T > 0) @ members > 0)


def _of_words(mentions: Sequence[Mention], same: Square) -> Iterator[tuple[str, Square]]:
    """How far each word can be trusted by what it is: rare or common, of speech, surely an event."""
    common, speech = _row([m.single.uses / 5 for m in mentions]), _row([m.single.lemma in _SPEECH for m in mentions])
    state, score = _row([_is_state(m) for m in mentions]), _row([m.score for m in mentions])
    verbs, nouns = _row([m.word.part == "v" for m in mentions]), _row([m.word.part == "n" for m in mentions])
    yield from _with_word("common", np.maximum(common, common.T), same)
    yield from _with_word("speech", np.maximum(speech, speech.T), same)
    yield from _with_word("score", np.minimum(score, score.T), same)
    yield from _with_word("verbs", verbs * verbs.T, same)
    yield "nouns", nouns * nouns.T
    yield "word of state", np.maximum(state, state.T) * same


def _of_spread(mentions: Sequence[Mention], same: Square) -> Iterator[tuple[str, Square]]:
    """How far each word can be trusted by where it is met: in how many articles, how often in each."""
    counts = Counter(m.word.lemma for m in mentions)
    holders: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        holders[mention.word.lemma].add(mention.span.article)
    articles = len({m.span.article for m in mentions})
    share = _row([len(holders[m.word.lemma]) / articles for m in mentions])
    often = _row([counts[m.word.lemma] / len(holders[m.word.lemma]) - 1 for m in mentions])
    yield from _with_word("share", np.minimum(share, share.T), same)
    yield from _with_word("often", np.maximum(often, often.T), same)
    yield "shares apart", np.abs(share - share.T)
    yield "word and count", _row([math.log(counts[m.word.lemma]) for m in mentions]) * same


def _is_state(mention: Mention) -> float:
    return mention.single.kinds.get("state", 0.0) + mention.features.get("light", 0.0)


def _with_word(name: str, values: Square, same: Square) -> Iterator[tuple[str, Square]]:
    yield name, values
    yield f"word and {name}", values * same


def _row(values: Sequence[float]) -> Square:
    """A column, so that it and its turn make a square."""
    return np.array(values, dtype=np.float32)[:, None]


def _equal(values: Sequence[Hashable]) -> Square:
    row = number_values(values)
    return _flag(row[:, None] == row[None, :])


def _flag(values: npt.NDArray[np.bool_]) -> Square:
    return values.astype(np.float32)


def _incidence(sets: Sequence[frozenset[str]]) -> Square:
    """A row a set, a column a member."""
    columns = _columns(sets)
    cells = [(row, columns[item]) for row, items in enumerate(sets) for item in items]
    found = np.zeros((len(sets), max(1, len(columns))), dtype=np.float32)
    if cells:
        found[tuple(np.array(cells).T)] = 1
    return found


def _columns(sets: Sequence[frozenset[str]]) -> Mapping[str, int]:
    """The members of all sets in order, each with its number."""
    members = dict.fromkeys(item for items in sets for item in sorted(items))
    return {item: number for number, item in enumerate(members)}


def _shared(sets: Sequence[frozenset[str]]) -> Square:
    incidence = _incidence(sets)
    return _flag(incidence @ incidence.T > 0)


def _apart(sets: Sequence[frozenset[str]]) -> Square:
    """Both have some, and none is shared."""
    some = _row([bool(s) for s in sets])
    return some * some.T * (1 - _shared(sets))


def _overlap(sets: Sequence[frozenset[str]], rarity: Callable[[str], float]) -> Square:
    """The cosine of two sets, members by their rarity."""
    return _cosines(_weighted(sets, rarity, power=0.5))


def _weighted(sets: Sequence[frozenset[str]], rarity: Callable[[str], float], *, power: float) -> Square:
    weights = np.array([rarity(column) ** power for column in _columns(sets)] or [0.0], dtype=np.float32)
    return _incidence(sets) * weights


def _overlap_of_words(mentions: Sequence[Mention], rarity: Callable[[str], float]) -> Square:
    """How alike the parts of all mentions of one word are to those of the other."""
    members = _members(mentions)
    profiles = np.log1p(members @ _weighted([m.parts for m in mentions], rarity, power=1))
    alike: Square = (members.T @ _cosines(profiles.astype(np.float32)) @ members).astype(np.float32)
    return alike


def _members(mentions: Sequence[Mention]) -> Square:
    """A row a word, a column a mention of it."""
    return _incidence([frozenset({m.word.lemma}) for m in mentions]).T


def _cosines(rows: Square) -> Square:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Square = (rows / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return unit @ unit.T
