"""ROUGE as timelines are measured with it: stemmed words and pairs of words, function words left out.

Follows the settings of ROUGE 1.5.5 that the literature on timelines uses (-m -s, counts summed over dates). Source:
C.-Y. Lin, "ROUGE: a package for automatic evaluation of summaries" (2004). The list of function words is our own; the
original's is longer, so figures agree closely and not to the last digit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from twosource.evaluation.porter import stem_word
from twosource.model import Record

_WORD = re.compile(r"[a-z0-9]+")
_FUNCTION_WORDS = frozenset(
    """
    a able about above according across actually after afterwards again against all almost alone along already also
    although always am among amongst an and another any anybody anyhow anyone anything anyway anywhere apart are around
    as aside at away b be became because become becomes been before beforehand behind being below beside besides between
    beyond both but by c came can cannot cause certain certainly clearly come comes could currently d despite did do
    does doing done down during e each eight either else elsewhere enough especially et etc even ever every everybody
    everyone everything everywhere except f far few first five for former formerly four from further furthermore g get
    gets getting given go goes going gone got h had hardly has have having he hence her here hereby herself him himself
    his how however i if in indeed instead into inward is it its itself j just k keep keeps kept know known knows l last
    lately later latter least less let like likely little ltd m made mainly many may maybe me meanwhile might more
    moreover most mostly much must my myself n namely near nearly necessary need needs neither never nevertheless new
    next nine no nobody none nor normally not nothing now nowhere o obviously of off often ok old on once one ones only
    onto or other others otherwise ought our ours ourselves out outside over overall own p particular particularly per
    perhaps possible presumably probably q quite r rather really regarding respectively s said same saw say saying says
    second secondly see seem seemed seems seen self selves seven several shall she should since six so some somebody
    somehow someone something sometime sometimes somewhat somewhere soon still such t take taken than that the their
    them themselves then there therefore these they third this those though three through throughout thus to together
    too took toward towards tried try two u un under unless until up upon us use used uses using usually v various very
    via w want wants was way we well went were what whatever when whenever where whereas whether which while who whole
    whom whose why will with within without would x y yes yet you your yours z zero
    """.split()
)


class Overlap(Record, frozen=True, kw_only=True):
    """What two summaries share: n-grams in common, in the predicted one, in the reference."""

    shared: int
    predicted: int
    reference: int


def count_overlap(predicted: Sequence[str], reference: Sequence[str], *, n: int) -> Overlap:
    """Clipped n-grams of stemmed content words that two summaries, given as sentences, have in common.

    >>> count_overlap(["The bridge was closed."], ["Officials close the bridge"], n=1)
    Overlap(shared=2, predicted=2, reference=3)
    """
    a, b = _ngrams(predicted, n), _ngrams(reference, n)
    return Overlap(shared=sum((a & b).values()), predicted=sum(a.values()), reference=sum(b.values()))


def _ngrams(sentences: Iterable[str], n: int) -> Counter[tuple[str, ...]]:
    words = [stem_word(w) for s in sentences for w in _WORD.findall(s.lower()) if w not in _FUNCTION_WORDS]
    return Counter(zip(*(words[place:] for place in range(n)), strict=False))
