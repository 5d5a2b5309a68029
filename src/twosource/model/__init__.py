"""The nouns: frozen records that travel between stages, and nothing else.

Offsets are Python characters in `Article.text`, half-open. Ids are digests of content, so every machine and every run
agree and input order never matters. `None` means "not known". A reason is an enum, never prose.

    Raw -> Article + Passage + Credit + mentions + Attribution   = Reading      (one article, read closely)
    Reading x Reading -> Lineage, Descent                                       (who took what from whom)
    Reading* -> Story                                                           (one developing event)
    Reading -> Statement;  Statement* -> Claim                                  (what is said, and said again)
    Claim -> FourNumbers, Finding                                               (how many stand behind it)
    all of it -> Dossier                                                        (ready to read)
"""

from __future__ import annotations

from twosource.model.article import (
    Article,
    Credit,
    CreditLevel,
    Found,
    KnownBy,
    MediaType,
    Passage,
    Published,
    Raw,
    Reason,
    Rejected,
    Role,
    Span,
    span_of,
    spans_of,
)
from twosource.model.checking import (
    Answer,
    Bearing,
    CheckedStatement,
    Evidence,
    Gap,
    TextCheck,
    Unmeasured,
)
from twosource.model.claim import (
    Claim,
    Finding,
    FourNumbers,
    Modality,
    Named,
    Polarity,
    ReadingOf,
    Side,
    Slot,
    SlotName,
    Statement,
    Voice,
    Witness,
)
from twosource.model.counting import count_four_numbers, origin_of, text_of
from twosource.model.dossier import (
    Account,
    CitedSentence,
    Dossier,
    Run,
    TimelineRow,
)
from twosource.model.lineage import (
    UNSEEN,
    AlignedPassage,
    Descent,
    Lineage,
    LineageReason,
    Relation,
    Story,
    is_unseen,
)
from twosource.model.reading import (
    Attribution,
    Basis,
    Bound,
    EntityKind,
    EntityMention,
    Grain,
    Manner,
    ParsedSentence,
    Quantity,
    QuantityMention,
    Reading,
    Stance,
    TimeMention,
    TimexType,
    When,
)
from twosource.model.record import (
    Extent,
    Record,
    digest_of,
)

__all__ = [
    "UNSEEN",
    "Account",
    "AlignedPassage",
    "Answer",
    "Article",
    "Attribution",
    "Basis",
    "Bearing",
    "Bound",
    "CheckedStatement",
    "CitedSentence",
    "Claim",
    "Credit",
    "CreditLevel",
    "Descent",
    "Dossier",
    "EntityKind",
    "EntityMention",
    "Evidence",
    "Extent",
    "Finding",
    "Found",
    "FourNumbers",
    "Gap",
    "Grain",
    "KnownBy",
    "Lineage",
    "LineageReason",
    "Manner",
    "MediaType",
    "Modality",
    "Named",
    "ParsedSentence",
    "Passage",
    "Polarity",
    "Published",
    "Quantity",
    "QuantityMention",
    "Raw",
    "Reading",
    "ReadingOf",
    "Reason",
    "Record",
    "Rejected",
    "Relation",
    "Role",
    "Run",
    "Side",
    "Slot",
    "SlotName",
    "Span",
    "Stance",
    "Statement",
    "Story",
    "TextCheck",
    "TimeMention",
    "TimelineRow",
    "TimexType",
    "Unmeasured",
    "Voice",
    "When",
    "Witness",
    "count_four_numbers",
    "digest_of",
    "is_unseen",
    "origin_of",
    "span_of",
    "spans_of",
    "text_of",
]
