"""Words by which an article tells that something has turned: "later softened", "was scrapped", "a shift from what"."""

from __future__ import annotations

import re

from twosource.text.cued import Cued

_OWN = r"(?:his|her|its|their)"
_LATER = r"(?:later|since|subsequently|eventually|ultimately|finally|now)"
_STAND = r"(?:position|decision|stance|policy|ruling|stand|views?)"

TURNED = Cued(
    re.compile(
        r"\b(?:softened|retracted|recanted|relented|backtracked|back-?pedall?ed|thought better of"
        rf"|walked (?:back (?=(?:{_OWN}|those|that|these|some of) )|it back|that back"
        rf"|(?:{_OWN}|the|those|that|these) [\w’'-]+ back)"
        rf"|reversed (?:course|himself|herself|itself|themselves|{_OWN} (?:[\w-]+ )?{_STAND})"
        rf"|changed {_OWN} (?:minds?|tune|position|story|plea|stance|views?|plans?|account)"
        r"|(?:had|has had) a change of heart|(?:did|made) an? (?:about-face|U-turn) on|backed (?:down|off|away from)"
        rf"|{_LATER} (?:been )?(?:clarified|admitted|acknowledged|conceded|rescinded|amended|revised|reversed|withdrew"
        r"|agreed to|apologi[sz]ed)|now (?:admits?|concedes?|acknowledges?)"
        rf"|(?:he|she|it|they) now (?:says?|claims?|denies|deny|insists?)|(?:is|was|are|were) (?:now )?(?:softening"
        rf"|backtracking|backing (?:down|off|away from)|walking back (?=(?:{_OWN}|those|that|these|some of) )))\b",
        re.IGNORECASE,
    ),
    (
        "softened", "retracted", "recanted", "relented", "backtrack", "pedal", "thought better", "walked ", "reversed ",
        "changed ", "change of", "-face", "u-turn", "backed ", "later ", "since ", "subsequently ", "eventually ",
        "ultimately ", "finally ", "now ", "softening", "backing ", "walking back",
    ),
)  # fmt: skip
"""Who said or wanted one thing turns to another."""

FIRST = Cued(
    re.compile(
        r"(?<!\bI )(?<!\bwe )\b(?:initially|originally|at first(?! glance| sight| light|,? I\b|,? we\b)"
        r"|(?:first|previously|earlier|had|had (?:earlier|previously|once|long|repeatedly)) (?:said|told|claimed"
        r"|reported|announced|denied|insisted|vowed|stated|suggested|maintained|indicated))\b",
        re.IGNORECASE,
    ),
    ("initially", "originally", "first", "previously", "earlier", "had "),
)
"""What was said, or was so, before."""

PLANNED = Cued(
    re.compile(
        r"(?<!\bI )(?<!\bwe )\b(?:(?:was|were|had been) (?:\w+ )?(?:(?:supposed|meant) to(?! be\b| have\b)"
        r"|(?:scheduled|due|slated|expected|planning|set) (?:to|for))"
        r"|(?:had|has|have) (?:\w+ )?(?:planned|intended|vowed|promised|hoped|wanted) to)\b",
        re.IGNORECASE,
    ),
    ("had ", "was ", "were ", "has ", "have "),
)
"""What was planned before."""

_UNDOING = (
    r"(?:has|have|had) since|changed|delayed|postponed|cancell?ed|scrapped|called off|resigned|withdrew|dropped"
    r"|pushed back|relented|released"
)
_UNDOING_LETTERS = (
    "since", "changed", "delayed", "postponed", "cancel", "scrapped", "called off", "resigned", "withdrew", "dropped",
    "pushed back", "relented", "released",
)  # fmt: skip
THEN = Cued(
    re.compile(
        rf"\b(?:later|now|instead|eventually|ultimately|finally|{_UNDOING}|confessed|admitted|downgraded|upgraded"
        r"|acknowledged|conceded|clarified|corrected|reversed|overturned|turned out|renamed|did(?: not|n['’]t)|decided"
        r"|opted|never)\b",
        re.IGNORECASE,
    ),
    (
        "later", "now", "instead", "eventually", "ultimately", "finally", *_UNDOING_LETTERS, "confessed", "admitted",
        "graded", "acknowledged", "conceded", "clarified", "corrected", "reversed", "overturned", "turned out",
        "renamed", "did", "decided", "opted", "never",
    ),
)  # fmt: skip
"""What is said or so afterwards."""

CAME_TO_NOTHING = Cued(re.compile(rf"\b(?:{_UNDOING})\b", re.IGNORECASE), _UNDOING_LETTERS)
"""What became of a plan; one that merely went another way ("instead he missed the train") is no news of it."""

AFTER_FIRST = Cued(
    re.compile(r"\bafter (?:initially|at first|originally) \w+ing\b[^.;,]*,", re.IGNORECASE),
    ("after initially", "after at first", "after originally"),
)
"""What was so first, told by the way."""

UNTIL_NOW = Cued(
    re.compile(r"^\W*(?:up )?until (?:now|then),? (?!we\b|I\b)[^.;]{0,60}?\b(?:had|was|were)\b", re.IGNORECASE),
    ("until ",),
)
"""The sentence before is new, and this one opens with what was so before it."""

AGAINST = Cued(
    re.compile(r"(?:,|;|—|–)?\s*\b(?:but|however|yet|though|although)\b", re.IGNORECASE),
    ("but", "however", "yet", "though"),
)
"""Sets the second part of a sentence against the first."""

HAS_SINCE = re.compile(r"\b(?:has|have) since\b", re.IGNORECASE)
"""Sets a sentence against the one before, wherever it stands."""

OPENS_AGAINST = re.compile(
    r"\W*(?:but|however|instead|yet|then|now|later|(?:he|she|it|they) (?:later|then|now))\b", re.IGNORECASE
)
"""Sets a sentence against the one before."""

AGAINST_LETTERS = ("but", "however", "instead", "yet", "then", "now", "later", "though", "since")
"""Of a statement that is set against something by either of the two."""

JOINS = re.compile(r"(?:,|;|—|–)?\s*\b(?:but|and|before|until|then|though|although|yet|however)\b", re.IGNORECASE)
"""Stands between two parts of a sentence."""

ADDS = re.compile(r"\W*and\b", re.IGNORECASE)
"""Adds to what stands before, and turns from nothing by itself."""

ADMITS = re.compile(r"\b(?:admit\w*|acknowledg\w+|conced\w+|agreed to|apologi[sz]ed)$", re.IGNORECASE)
"""Tells of a turn only where another word says that it is one."""

TURNS = re.compile(r"\W*(?:but|though|although|yet)\b", re.IGNORECASE)
"""Sets the words behind it against those before, though both may be of one."""

APOLOGISED = re.compile(r"\bapologi[sz]ed$", re.IGNORECASE)
SPOKEN = re.compile(
    r"[\"“”]|``|\b(?:said|say\w*|told|call(?:ed|ing)|accus\w+|tweet\w*|wrote|post(?:ed|ing)?|remark\w*|comment\w*|jok\w+"
    r"|claim\w*|suggest\w*|insist\w*|den(?:y|ied)|refus\w+|blam\w+|compar\w+)\b",
    re.IGNORECASE,
)
"""Words that one may take back by apologizing; who apologizes for what he did has not turned."""

VESSEL = re.compile(
    r"\b(?:ships?|boats?|ferry|ferries|skiffs?|vessels?|tankers?|planes?|jets?|flights?|aircraft|cars?|trucks?|vans?|trains?|storm"
    r"|hurricane|currency|yen|dollar|euro|stocks?|shares|prices?|markets?|yields?)\b",
    re.IGNORECASE,
)
"""What reverses its course and has no stand."""

UNTIL = re.compile(r"\W*(?:until|before)\b", re.IGNORECASE)
AHEAD = re.compile(r"\b(?:would|will|could|can|must|should)\b|n['’]t\b", re.IGNORECASE)
"""What is to be so until somebody turns: nobody has turned yet."""

LEADS_IN = re.compile(
    r"\b(?:but|and|then|though|although|yet|however|until|before|later|since|soon|has|have|had|is|are|was|were|quickly"
    r"|eventually|ultimately|finally|subsequently|\w+ly|(?:on |last )?(?:sun|mon|tues|wednes|thurs|fri|satur)day|days?"
    r"|hours?|weeks?|months?|minutes|seconds|less|than|a|the|few|after|in|an)\b|\d+",
    re.IGNORECASE,
)
"""Stands between a "but" and the turn, and names nobody."""

_ADVERBS = r"(?:\s(?:then|later|since|soon|has|have|had|is|are|was|were|\w+ly))*\s*$"
_OPENS = r"(?:^[^\w\"“”]*|[,;—–(]\s?|\b(?:but|and|then|later|so|why|seems(?: as| as if| that)?)\s)"
OPENS_BY_PRONOUN = re.compile(rf"{_OPENS}(?:he|she|it|they|both){_ADVERBS}", re.IGNORECASE)
"""Opens a clause that turns right behind it: "a day later, he [softened]"."""

BY_THE_WAY = re.compile(
    rf"\b(?:who|that|which|as|if|whether|says?|said|reported|because|when)\s(?:[\w.’'-]+\s){{0,2}}?[\w.’'-]+{_ADVERBS}"
    rf"|\b(?:who|that|which|as|if|whether|because|when){_ADVERBS}|^\W*even\b",
    re.IGNORECASE,
)
"""Leads to a turn that a sentence does not tell at its head."""

QUOTE_MARK = re.compile(r"[\"“”]")

RELATIVE = re.compile(r"[,;—–-]\s?(?:(?:an?|the)\s[\w-]+\s)?(?:which|that)\s(?:[\w.’'-]+\s){1,3}$", re.IGNORECASE)
"""Leads to the turn from what stands before: ", which she later", "- a statement that he later"."""

TURNED_FROM = re.compile(
    r"\b(?:softened|retracted|recanted|back(?:ed|ing) (?:off|away from)|clarified|rescinded|amended|revised|reversed"
    r"|withdrew)$",
    re.IGNORECASE,
)
"""What one may turn from in a relative clause; "which he later admitted" is what stands before itself."""

UNDONE = Cued(
    re.compile(
        r"^\W*(?:(?:but|then|later|update\W|and|however,?|on [\w.]+ \d+, (?:\d{4}, )?) ?)*"
        r"(?:that|this|the|these|those|his|her|its|their)\s(?:[\w’'-]+ ){0,3}?"
        r"(?P<what>ideas?|plans?|proposals?|decision|offer|deal|tour|trip|policy|ban|order|tweets?|posts?|bid|move|project"
        r"|meeting|event|show|concert|visit|rules?|charges?|suspension|restrictions?|sale|merger|launch|lawsuit|suit|vote"
        r"|hearing|sentence|conviction|agreement|measure|invitation|nomination|appointment|program(?:me)?)\b"
        r"(?! (?:may|might|could|would|should)\b)[^.;,]{0,25}?\b(?:was|were|(?:has|have|had) been|got)\s(?:\w+ ){0,3}?"
        r"(?:scrapped|dropped|abandoned|shelved|cancell?ed|called off|withdrawn|reversed|rescinded|overturned|scuttled"
        r"|axed|ditched|revoked|retracted|lifted|nixed|pushed back|postponed|repealed|suspended|put on hold|deleted"
        r"|removed|thrown out|dismissed(?! by)|halted)\b",
        re.IGNORECASE,
    ),
    (
        "scrapped", "dropped", "abandoned", "shelved", "cancel", "called off", "withdrawn", "reversed", "rescinded",
        "overturned", "scuttled", "axed", "ditched", "revoked", "retracted", "lifted", "nixed", "pushed back",
        "postponed", "repealed", "suspended", "put on hold", "deleted", "removed", "thrown out", "dismissed", "halted",
    ),
)  # fmt: skip
"""A sentence that opens with what the one before tells of, and undoes it."""

TURNED_FORMS = (
    "softened softening retracted recanted relented backtracked backtracking backpedaled backpedalled pedaled pedalled"
    " thought walked walking reversed changed change face turn backed backing clarified admitted admits acknowledged"
    " acknowledges conceded concedes rescinded amended revised withdrew agreed apologized apologised claims denies"
    " insists"
)
"""One of them stands in whatever turns, but for "he now says"."""
UNDONE_FORMS = (
    "scrapped dropped abandoned shelved cancelled canceled called withdrawn reversed rescinded overturned scuttled axed"
    " ditched revoked retracted lifted nixed pushed postponed repealed suspended hold deleted removed thrown dismissed"
    " halted"
)
"""One of them stands in whatever is undone."""

INTENDED = frozenset({"idea", "plan", "move", "proposal", "bid", "project"})
"""Nouns that take up whatever somebody wants."""

SHIFT = Cued(
    re.compile(
        r"\b(?:shift|reversal|turnaround|u-turn) from (?=what\b|an earlier\b|earlier\b"
        r"|(?:his|her|its|their) (?:earlier|previous|prior|initial|original|remarks|comments|statements?|position"
        r"|stance|insistence|claims?)\b)",
        re.IGNORECASE,
    ),
    (
        "shift from", "reversal from", "turnaround from", "u-turn from",
    ),
)  # fmt: skip
"""The sentence before is set against what was said earlier."""

OPENS_IN = re.compile(r"\b(?:in|marking|after|despite|amid) an? (?:\w+ )?$", re.IGNORECASE)
"""Before "shift from what she said": what is new stands in the same sentence, and not before it."""

STAND = re.compile(
    r"\b(?:said|says?|told|claim\w*|call(?:ed|s)|accus\w+|vow\w*|promis\w+|plan\w*|announc\w+|want\w*|refus\w+|declin\w+"
    r"|oppos\w+|support\w*|decision|insist\w*|tweet\w*|wrote|would|will|intend\w*|den(?:y|ied|ies|ying)|reject\w*"
    r"|suggest\w*|critici[sz]\w+|argu\w+|pledg\w+|threat\w+|demand\w*|ask(?:ed|s)|offer\w*|propos\w+|rumou?r\w*|idea"
    r"|sought|confirm\w*|approv\w+|charg\w+|arrest\w+|testif\w+|published|posted|agreed)\b|[\"“”]",
    re.IGNORECASE,
)
"""Somebody takes a stand or plans something, so that there is something to turn from."""

ACCUSED = re.compile(r"\b(?:charg|arrest|sentenc|convict|accus)\w*", re.IGNORECASE)
"""What a charge, a sentence or a conviction stands in."""
