"""Two wordings of one quotation: where the words of two quoted stretches part, and whether that tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

import msgspec

from twosource.text.number_words import NUMBER_WORDS
from twosource.text.spelling import begin_alike, fold_american, letters_apart
from twosource.text.terms import lemma_of
from twosource.text.word_classes import load_word_classes
from twosource.text.words import find_words

_WHOLE = {
    "can't": "can not",
    "cannot": "can not",
    "won't": "will not",
    "n't": "not",
    "ain't": "is not",
    "let's": "let us",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "'em": "them",
}
"""Contractions that no ending explains."""
_ENDINGS = (("n't", " not"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"), ("'d", " would"), ("'m", " am"))
_IS = frozenset("he she it that there here what who where how everything nothing something everybody".split())
_UNSAID = frozenset("uh um er ah percent".split())  # "%" is no word
_FOLDED = 4  # letters from which a plural is taken off: "is" stays
_GAP = 5  # words of the longest difference, on each side
_ISLAND = 2  # words that stand between two differences without being a run of their own
_SHARED = 0.7  # of the words of the longer side, from the first that is shared to the last
_NEEDED = (14, 9, 7)  # shared words: where neither end, one end, both ends of what is shared are ends of what was said
_INFLECTED = frozenset("s es d ed ing n en ly".split())
_STEM = 5  # letters that two forms of one word share
_STEM_SHARE = 0.64  # of the longer one: "administer", "administration", and not "compress", "comprise"
_LONG = 6  # letters from which one more or less is a slip of the pen
_SPEAKERS = frozenset({"i", "we", "you", "he", "she", "they"})
_NOT = frozenset({"not", "never", "no", "nor", "nobody", "nothing", "without"})
_INSERTED = re.compile(r"[\[\]()…;?!]|\.\.|--|/|@|#|\b[A-Z]\.[A-Z]|\.\s")
_MASKED = re.compile(r"\*|[A-Za-z](?:[–—]+|-{2,})[A-Za-z]")  # "f***ing", "f–ing": an oath that an editor hides
_SENTENCE_END = re.compile(r"[.?!…][\"”’')\]]*\s*$")
_FULL_STOP = re.compile(r"[.?!]")
_SENTENCE_STOP = re.compile(r"\s*[\"”’')\]]*[.?!…]|\s*--|\s*[–—]")


class Said(msgspec.Struct, frozen=True, gc=False):
    """One word of a quotation in the form in which it is compared, and where it stands."""

    form: str
    start: int
    end: int


@dataclass(frozen=True)
class Difference:
    """Where two quotations part: words `left` of the one and `right` of the other, and how many they share around."""

    left: range
    right: range
    shared: int
    whole: bool
    """Whether what they share begins and ends where both quotations do."""


def read_words(text: str, start: int, end: int) -> tuple[Said, ...]:
    """The words of a quotation as they are compared: contractions written out, American spelling, no "um".

    >>> [w.form for w in read_words("We can't favour it, um, they're 5 per cent", 0, 42)]
    ['we', 'can', 'not', 'favor', 'it', 'they', 'are', '5', 'per', 'cent']
    """
    found = []
    for word in find_words(text, start, end):
        found += [Said(form, word.start, word.end) for form in _forms_of(word.form)]
    return tuple(found)


@lru_cache(maxsize=65_536)
def _forms_of(word: str) -> tuple[str, ...]:
    written_out = _WHOLE.get(word)
    if written_out is None and "'" in word:
        written_out = _write_out(word)
    forms = (written_out or word).split()
    return tuple(_form_of(w) for w in forms if w not in _UNSAID)


def _write_out(word: str) -> str:
    for ending, words in _ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + words
    stem = word.removesuffix("'s")
    return f"{stem} is" if stem in _IS else stem


def _form_of(word: str) -> str:
    if word in NUMBER_WORDS:
        return str(NUMBER_WORDS[word])
    if word.endswith("body"):
        return word.removesuffix("body") + "one"
    return fold_american(word) if len(word) >= _FOLDED else word


def find_differences(one: Sequence[Said], two: Sequence[Said], texts: tuple[str, str]) -> Iterator[Difference]:
    """Where two quotations of one utterance part: inside what they share, or in the last words of a sentence of both.

    Policy: who quotes may begin late and stop early, so only what stands between shared words counts, and what two
    sentences that begin alike end in, a few words each. Two quotations are one utterance where they share many words in
    a row but for these, the more of them the less both ends of what they share are those of a quotation or a sentence.
    """
    matcher = SequenceMatcher(None, [w.form for w in one], [w.form for w in two], autojunk=False)
    blocks = [(b.a, b.b, b.size) for b in matcher.get_matching_blocks() if b.size]
    for zone in _zones(_without_islands(blocks)):
        shared = sum(size for *_, size in zone)
        (a, b, _), (last_a, last_b, size) = zone[0], zone[-1]
        ends = (last_a + size, last_b + size)
        whole = (a, b) == (0, 0) and ends == (len(one), len(two))
        begin, end = _begins(one, a, two, b, texts), _ends(one, ends[0], two, ends[1], texts)
        tail = _last_words(one, ends[0], two, ends[1], texts) if begin and not end else None
        alike = sum(size for at, _, size in blocks if a <= at < ends[0])
        is_one = alike >= _SHARED * max(ends[0] - a, ends[1] - b)
        if is_one and shared >= _NEEDED[begin + (end or tail is not None)]:
            for (a, b, size), (next_a, next_b, _) in pairwise(zone):
                yield Difference(range(a + size, next_a), range(b + size, next_b), shared, whole)
            if tail is not None:
                yield Difference(*tail, shared, whole)
        elif begin and _is_misheard(one, ends[0], two, ends[1], texts):
            yield Difference(range(ends[0], ends[0] + 1), range(ends[1], ends[1] + 1), shared, whole)


def _last_words(
    one: Sequence[Said], a: int, two: Sequence[Said], b: int, texts: tuple[str, str]
) -> tuple[range, range] | None:
    """The few words with which two sentences go on behind what they share, where both are quoted to their full stop.

    Policy: a quotation that stops before it may be cut, and one of two that were read was translated twice.
    """
    left, right = _rest_of_sentence(one, a, texts[0]), _rest_of_sentence(two, b, texts[1])
    if left is None or right is None:
        return None
    is_slip = len(left) == len(right) == 1 and letters_apart(one[a].form, two[b].form) == 1
    return None if is_slip else (left, right)


def _rest_of_sentence(words: Sequence[Said], at: int, text: str) -> range | None:
    for end in range(at + 1, min(at + _GAP, len(words)) + 1):
        if _FULL_STOP.match(text, words[end - 1].end):
            return range(at, end)
    return None


def _without_islands(blocks: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    last = len(blocks) - 1
    return [b for n, b in enumerate(blocks) if b[2] >= _ISLAND or n in {0, last}]


def _zones(blocks: Sequence[tuple[int, int, int]]) -> Iterator[list[tuple[int, int, int]]]:
    """Runs of shared words that follow each other with few words between them."""
    zone: list[tuple[int, int, int]] = []
    for block in blocks:
        if zone and max(block[0] - zone[-1][0], block[1] - zone[-1][1]) - zone[-1][2] > _GAP:
            yield zone
            zone = []
        zone.append(block)
    if len(zone) > 0:
        yield zone


def _begins(one: Sequence[Said], a: int, two: Sequence[Said], b: int, texts: tuple[str, str]) -> bool:
    """Whether what is shared begins where a quotation or a sentence of it does."""
    return any(
        at == 0 or _SENTENCE_END.search(text, max(0, words[at].start - 4), words[at].start) is not None
        for words, at, text in ((one, a, texts[0]), (two, b, texts[1]))
    )


def _ends(one: Sequence[Said], a: int, two: Sequence[Said], b: int, texts: tuple[str, str]) -> bool:
    return any(
        at == len(words) or _SENTENCE_STOP.match(text, words[at - 1].end) is not None
        for words, at, text in ((one, a, texts[0]), (two, b, texts[1]))
    )


def _is_misheard(one: Sequence[Said], a: int, two: Sequence[Said], b: int, texts: tuple[str, str]) -> bool:
    """Whether two sentences end in one word each that sounds like the other's: "this is just bad", "just mad"."""
    if a == len(one) or b == len(two) or not _ends(one, a + 1, two, b + 1, texts):
        return False
    return len(one[a].form) == len(two[b].form) and letters_apart(one[a].form, two[b].form) == 1


def is_telling(one: Sequence[Said], two: Sequence[Said], texts: tuple[str, str]) -> bool:
    """Whether two differing stretches are two wordings: other words, another speaker, a "not", or another order.

    Policy: what an editor may do is no second wording: words left out or put into brackets, a name for a pronoun, a
    short form written out, another form of a word, British spelling, and small words ("the", "that"). Nor is a slip of
    the pen.
    """
    if not one or not two:
        return _denies(one) != _denies(two)
    if any(w.form.isdigit() for w in one) != any(w.form.isdigit() for w in two):
        return False
    if _is_edited(one, texts[0]) or _is_edited(two, texts[1]) or _is_short_form(one, two) or _is_short_form(two, one):
        return False
    return _has_other_words(one, two) or _has_other_order(one, two)


def _denies(words: Sequence[Said]) -> int:
    return sum(w.form in _NOT for w in words) % 2


def _is_edited(words: Sequence[Said], text: str) -> bool:
    """Whether a stretch holds an editor's signs or a hidden oath, or a name: names stand for pronouns and titles."""
    start, end = words[0].start, words[-1].end
    if _INSERTED.search(text, max(0, start - 1), end) or _MASKED.search(text, max(0, start - 3), end + 3):
        return True
    return any(
        text[w.start].isupper() and w.form != "i" and not _SENTENCE_END.search(text, max(0, w.start - 4), w.start)
        for w in words
    )


def _is_short_form(short: Sequence[Said], long: Sequence[Said]) -> bool:
    """Whether one stretch is the other in short or in one word: "ins", "insurance"; "e-mail", "email"."""
    joined, whole = "".join(w.form for w in short), "".join(w.form for w in long)
    return whole.startswith(joined) or joined == "".join(w.form[0] for w in long)


def _has_other_words(one: Sequence[Said], two: Sequence[Said]) -> bool:
    left, right = ([lemma_of(w.form) for w in words] for words in (one, two))
    if (_denies(one) != _denies(two)) or _speak_for_others(one, two):
        return True
    both = Counter(left) & Counter(right)
    only_left, only_right = _content(Counter(left) - both), _content(Counter(right) - both)
    if only_left and only_right:
        return not any(_are_one_word(a, b) for a in only_left for b in only_right)
    return bool(only_left or only_right) and bool(_content(both))


def _speak_for_others(one: Sequence[Said], two: Sequence[Said]) -> bool:
    (left, right) = ({w.form for w in words} & _SPEAKERS for words in (one, two))
    return len(one) == len(two) == 1 and bool(left and right)


def _content(lemmas: Counter[str]) -> list[str]:
    return [w for w in lemmas.elements() if w not in load_word_classes().stopwords]


@lru_cache(maxsize=16_384)
def _are_one_word(one: str, two: str) -> bool:
    """Whether two words are forms of one, or one but for a slip: "existing", "exists"; "sloping", "slopping".

    >>> _are_one_word("nation", "national"), _are_one_word("compress", "comprise")
    (True, False)
    """
    if one.isdigit() or two.isdigit():
        return False
    short, long = sorted((one, two), key=len)
    form = long.startswith(short) and long[len(short) :] in _INFLECTED
    stem = begin_alike(one, two)
    return (
        form
        or (stem >= _STEM and stem >= _STEM_SHARE * len(long))
        or (min(len(one), len(two)) >= _LONG and letters_apart(one, two) == 1)
    )


def _has_other_order(one: Sequence[Said], two: Sequence[Said]) -> bool:
    """Whether the same words stand in another order: "it is time", "that time is"."""
    left, right = ([w.form for w in words] for words in (one, two))
    both = set(left) & set(right)
    kept = [[w for w in words if w in both] for words in (left, right)]
    return len(both) > 1 and kept[0] != kept[1] and Counter(kept[0]) == Counter(kept[1])
