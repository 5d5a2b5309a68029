"""Statements of one article: what each sentence or clause says to be so, with its slots and its speakers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from twosource.claims.bind import bind_slots
from twosource.claims.mentions import Mentions
from twosource.claims.modality import modality_of, polarity_of
from twosource.claims.options import DEFAULTS, ClaimOptions
from twosource.claims.predicates import Predicate, find_predicate
from twosource.claims.speakers import Heard, Speakers, find_speakers
from twosource.model import Extent, Passage, Reading, Role, Statement, digest_of, span_of
from twosource.text.clauses import is_finite, split_clauses
from twosource.text.posts import SIGNATURE
from twosource.text.sentences import split_sentences
from twosource.text.terms import is_verb, lemma_of
from twosource.text.words import find_words

_OPENER = re.compile(r"(?:,\s*)?(?:and|but|while|whereas|although|though)\s+", re.IGNORECASE)
_MAY_CUT = re.compile(r";|\b(?:and|but|while|whereas|although|though)\b", re.IGNORECASE)  # without these, one piece
_AND = re.compile(r"\band\b", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\.?\s*")
# Who wrote a post or a page, and when, and when it was changed.
_SIGNED = re.compile(
    rf"[—–-]* ?{SIGNATURE}\b.{{0,40}}"
    r"|(?:\([A-Z/ ]{2,15}\) ?)?(?:Last )?[Uu]pdated:? \d{1,2}:\d\d ?[ap]\.?m\.?\W*"
    r"|[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|&|of|and|the)){0,5}, [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\W*"
)
_MAY_BE_SIGNED = re.compile(r"\(@\w|[Uu]pdated|, [12]\d{3}\W*$")
_DASH = re.compile(r"[–—•*-]+\s+(?=\S)")  # what is left of a dateline: "-- A ferry sank"
_HELPERS = frozenset({"will", "would", "to", "shall"})
_OBJECT_WORDS = 2  # "sign agreements and discuss trade" has one word each and stays one thing
_MIN_CLAUSE_WORDS = 6  # shorter clauses of the development packs lean on the clause before


def extract_statements(reading: Reading, *, options: ClaimOptions = DEFAULTS) -> tuple[Statement, ...]:
    """What the article says to be so, in order of the text.

    Policy: headline, lede, body, quotation and caption are read; furniture never, a caption printed twice once. A
    sentence is one statement, unless a clause of it with a subject of its own stands after "and", "but", "while" or a
    semicolon. Questions state nothing, nor do names and dates under posts. A statement whose verb is not found is kept,
    with no predicate.
    """
    heard, mentions = Heard.of(reading.attributions), Mentions.of(reading)
    return tuple(
        _read_statement(reading, passage.role, extent, heard, mentions)
        for passage in reading.passages
        if passage.role is not Role.FURNITURE and not passage.repeats
        for extent in _extents(reading.article.text, passage)
        if len(find_words(reading.article.text, *extent)) >= options.min_words
    )


def _extents(text: str, passage: Passage) -> Iterator[Extent]:
    for start, end in split_sentences(text, passage.span.start, passage.span.end):
        if text[start:end].rstrip("\"”’'").endswith("?"):
            continue
        if passage.role is Role.CAPTION and _BRACKETED.fullmatch(text, start, end):
            continue
        if _MAY_BE_SIGNED.search(text, start, end) and _SIGNED.fullmatch(text, start, end):
            continue
        for extent in split_statements(text, _after_dash(text, start, end), end):
            yield extent
            yield from first_of_two_verbs(text, *extent)


def _after_dash(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind the dash or the mark of a list that it opens with."""
    dash = _DASH.match(text, start, end)
    return dash.end() if dash is not None else start


def first_of_two_verbs(text: str, start: int, end: int) -> Iterator[Extent]:
    """The first half of a clause with two coordinated verbs behind one "will" or "to", each with an object.

    Policy: the whole clause stays a statement, for its second half has no subject of its own to be quoted with.

    >>> text = "Orre and Talvik will meet to sign two fishing accords and discuss the level of the lake."
    >>> [text[s:e] for s, e in first_of_two_verbs(text, 0, len(text))]
    ['Orre and Talvik will meet to sign two fishing accords']
    """
    if _AND.search(text, start, end) is None:
        return
    words = find_words(text, start, end)
    forms = [w.form for w in words]
    for place in range(_MIN_CLAUSE_WORDS, len(words) - _OBJECT_WORDS - 1):
        if forms[place] == "and" and _is_base(forms[place + 1]) and _has_object(forms[:place]):
            if not _opens_quotation(text[start : words[place].start]):
                yield _trimmed(text, start, words[place].start)
            return


def _is_base(form: str) -> bool:
    return is_verb(form) and lemma_of(form) == form


def _has_object(forms: list[str]) -> bool:
    """Whether a verb behind "will" or "to" has words of its own behind it."""
    verbs = [i for i, form in enumerate(forms) if i and forms[i - 1] in _HELPERS and _is_base(form)]
    return bool(verbs) and len(forms) - verbs[-1] > _OBJECT_WORDS


def split_statements(text: str, start: int, end: int) -> list[Extent]:
    """The independent clauses of a sentence; a quotation is never cut.

    >>> text = "China sells key components to the army, but it has always called itself a neutral party."
    >>> [text[s:e] for s, e in split_statements(text, 0, len(text))]
    ['China sells key components to the army', 'it has always called itself a neutral party.']
    """
    found: list[Extent] = []
    begin = start
    if _MAY_CUT.search(text, start, end) is None:
        return [(start, end)]
    for clause_start, clause_end in split_clauses(text, start, end)[1:]:
        opener = _OPENER.match(text, clause_start, clause_end)
        at_semicolon = text[begin:clause_start].rstrip().endswith(";")
        body = opener.end() if opener else clause_start
        joined = opener is not None and (
            opener.group().strip(" ,").lower() != "and" or _after_comma(text, clause_start)
        )
        if (joined or at_semicolon) and _stands_alone(text, begin, clause_start, body, clause_end):
            found.append(_trimmed(text, begin, clause_start))
            begin = body
    found.append((begin, end))
    return found


def _after_comma(text: str, place: int) -> bool:
    """Whether a comma stands before "and": in "Beijing and Moscow would sign" none does, and it is one clause."""
    return text[place] == "," or text[:place].rstrip().endswith(",")


def _stands_alone(text: str, begin: int, cut: int, body: int, end: int) -> bool:
    before, after = find_words(text, begin, cut), find_words(text, body, end)
    if min(len(before), len(after)) < _MIN_CLAUSE_WORDS or _opens_quotation(text[begin:cut]):
        return False
    first = after[0].form
    return not is_finite(first) and not first.endswith(("ing", "ly", "n't")) and any(is_finite(w.form) for w in before)


def _opens_quotation(words: str) -> bool:
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1


def _trimmed(text: str, start: int, end: int) -> Extent:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return start, end


def _read_statement(reading: Reading, role: Role, extent: Extent, heard: Heard, mentions: Mentions) -> Statement:
    article, (start, end) = reading.article, extent
    words = article.text[start:end]
    speakers = find_speakers(extent, heard)
    predicate = _predicate_of(article.text, extent, speakers)
    verb = (predicate.start - start, predicate.end - start) if predicate else None
    return Statement(
        id=digest_of("statement", article.id, str(start), words),
        span=span_of(article, start, end),
        role=role,
        predicate=predicate.lemma if predicate else None,
        slots=bind_slots(reading, extent, predicate, mentions),
        said_by=speakers.chain,
        attribution=speakers.attribution,
        frame=_inside(speakers.frame, extent),
        polarity=polarity_of(words, speakers.stance, verb=verb),
        modality=modality_of(words, speakers.stance),
        stance=speakers.stance,
    )


def _inside(frame: Iterable[Extent], extent: Extent) -> tuple[Extent, ...]:
    """What of the frame stands in the statement: whoever spoke in the sentence before is named outside it."""
    start, end = extent
    return tuple((max(a, start), min(b, end)) for a, b in sorted(frame) if a < end and start < b)


def _predicate_of(text: str, extent: Extent, speakers: Speakers) -> Predicate | None:
    """The verb of what is said, not of the saying; of the whole statement where the content has none."""
    for start, end in speakers.content:
        inside = max(start, extent[0]), min(end, extent[1])
        if inside[0] < inside[1] and (found := find_predicate(text, *inside)) is not None:
            return found
    return find_predicate(text, *extent)
