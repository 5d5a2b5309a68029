"""How agencies are credited: rules over the words before and behind an agency's name; the first that fits decides.

A rule looks at one mention of an agency inside one line: `before` must match from the start of the line up to the
mention, `after` from its end. In both, `{A}` stands for another agency's name (lines reach the rules with the letter
`AGENCY` in place of each). Photographs come first: whatever else a line says, a picture credit credits a picture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from twosource.model import CreditLevel

AGENCY = "\U00010400"
"""Stands for an agency's name in the lines that rules see: a letter that no newspaper prints."""


class Where(StrEnum):
    """Where in an article a rule may fire."""

    ANYWHERE = "anywhere"
    HEAD = "down to the story's first paragraph"
    EDGE = "down to the story's first paragraph, or from its last paragraph on"
    TAIL = "from the story's last paragraph on"


@dataclass(frozen=True, kw_only=True)
class CreditRule:
    """One way in which an agency is credited; `takes` holds lines it must take, the agency in angle brackets."""

    name: str
    level: CreditLevel
    before: str
    after: str = ""
    where: Where = Where.ANYWHERE
    alone: bool = False
    """A line that is credited so may hold nothing but the credit: it is then no part of the story."""
    takes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CompiledRule:
    """A rule ready to run."""

    rule: CreditRule
    before: re.Pattern[str]
    after: re.Pattern[str]


@cache
def compiled_rules() -> tuple[CompiledRule, ...]:
    """All rules, compiled at the first call."""
    return tuple(
        CompiledRule(
            rule=rule,
            before=re.compile(rf"(?:{rule.before.replace('{A}', AGENCY)})\Z"),
            after=re.compile(rule.after.replace("{A}", AGENCY)),
        )
        for rule in RULES
    )


_CAP = r"[A-ZÀ-Þ][\w.'’-]*"
_LINK = r"(?:de|da|del|do|la|el|al|of|the|upon|and|in|van|von|bin)"
_PLACE_WORD = rf"(?:{_CAP}|\[{_CAP}\]|\([A-Z]/[A-Z]\)|\d{{1,4}}|\d{{1,2}}(?:st|nd|rd|th)|{_LINK})"
_PLACE = rf"(?:{_CAP}|\[{_CAP}\])(?:[ ,/&–]{{1,3}}{_PLACE_WORD}){{0,10}}"
_NAME = rf"{_CAP}(?:[ ]+(?:{_CAP}|de|da|del|la|el|al|van|von|bin)){{0,4}}"
_NAMES = rf"{_NAME}(?:(?:[ ]*[,;&][ ]*|[ ]+(?:and|AND)[ ]+){_NAME}){{0,6}}"
_DASH = r"[ ]*\.?[ ]*(?:[-–—―]{1,3}|:|\|)"
_MORE = r"(?:[ ]*(?:[/,&]|and)[ ]*(?:{A}|[A-Z][\w.-]+(?:[ ](?:News|Radio|TV))?))*"
_STAFF_WORD = (
    "[Ss]taff|[Ww]riters?|[Nn]ews|[Rr]eporters?|[Cc]orrespondents?|[Bb]ureau|[Ee]ditors?|[Nn]ews [Aa]gency|"
    "[Ss]ervice|[Ww]ire|[Ff]eed|Sports|Business|International|World"
)
_STAFF = rf"(?:[ ,]+(?:{_STAFF_WORD})){{0,3}}"
_TIME = (
    r"(?:[ ,|•·–—-]+(?:(?:Published|Updated|Posted|Last [Uu]pdated)\b.*|(?:[A-Z][a-z]{2,8}\.?,? )?\d{1,2}\b.*|"
    r"[A-Z][a-z]{2,8}\.? \d{1,2}.*))?"
)
_SITE = r"(?:(?:\.[a-z]{2,4}){1,3}|[ ]*\(?www\.[\w.-]+\)?)?"
_MADE_BY = r"(?:[ ]*\([^()]{0,120}\b(?:authors?|editors?):[^()]{0,120}\))?"
_THE = r"(?:[Tt]he[ ]+|THE[ ]+)?"
_OWN_STAFF = r"(?:[\w’' ]{0,40}\b(?:[Ss]taff|[Dd]esk|[Bb]ureau|[Tt]eam|[Rr]eporters?|[Cc]orrespondents?))"
# An outlet by its letters, "CBS", "KDKA", "CBSNewYork", "Fox 5", which no picture library is, or by how its name ends.
_PICTURE_DESK = r"(?:EPA|EFE|POOL|FILES?|GETTY|REX|ZUMA|SIPA|PHOTOS?|HANDOUT|VIDEO|STR|SHUTTERSTOCK|ALAMY|TWITTER)\b"
_STATION = (
    rf"(?!{_PICTURE_DESK})(?:\d?[A-Z]{{2,}}[\w.&-]*(?:[ ](?:News|Radio|TV|\d{{1,2}}))?"
    r"|(?:Fox|Channel|News)[ ]\d{1,2}|\d{1,2}[ ]?News)"
)
_OUTLET = (
    rf"(?:{_STATION}|(?:{_CAP}[ ]){{0,3}}(?:Billboard|Chronicle|Gazette|Globe|Herald|Journal|Mail|Network|News|"
    r"Observer|Post|Press|Radio|Record|Reporter|Review|Standard|Star|Sun|TV|Telegraph|Times|Today|Tribune|Variety))"
)
_TEXT_FOLLOWS = rf"(?:{_DASH}|[ ]*(?=[A-Z\d“\"‘'].{{40}}))"
_SPOKEN = r"[.!?”\"’')\]]"
_PICTURE = (
    r"(?:[Pp]hotos?|PHOTO|[Ii]mages?|[Pp]ictures?|[Pp]ics?|[Pp]hotographs?|[Vv]ideo|[Cc]redits?|CREDIT|[Ff]ile|FILE|"
    r"[Ii]llustration|[Gg]raphics?)"
)
_CONTRIBUTION = (
    r"(?:[Ii]nputs?|INPUTS?|[Ff]iles?|[Rr]eporting|REPORTING|[Rr]eports?|[Mm]aterial|[Ii]nformation|[Cc]opy|"
    r"[Dd]ispatches|[Aa]ssistance|[Ww]riting|[Dd]etails)"
)
_INITIALS_AND_SHORT_WORDS = r"(?:[^.;]|\b[A-Z]\.|\b[A-Z][a-z]{1,5}\.(?=,| [A-Z])|\b(?:[A-Z]\.){2,3})"
_REPORTED = (
    "reported|reporting|reports?|said|says|saying|quoted|quotes|quoting|cited|cites|citing|wrote|writes|learned|"
    "learnt|noted|notes|added|revealed|reveals|published|broke|broadcast|confirmed|found|obtained|reviewed|claimed|"
    "carried|announced|described|estimated|counted|spoke|interviewed|asked|saw|seen|called|projected|declared|tally|"
    "tallies|put|puts|verify|verified|confirm|count|poll|analysis|investigation|review|interview|survey|dispatch|exclusive"
)
_BETWEEN = (
    "[Nn]ews [Aa]gency|[Aa]gency|[Nn]ews [Ss]ervice|[Nn]ewswire|wire service|news|which|who|that|also|first|later|"
    r"earlier|has|had|have|could|was|not|been|able|unable|to|independently|immediately|previously|separately|then|on|in|"
    r"\w+day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|\d+|last week|exclusively"
)
_TO_THE_AGENCY = (
    "[Tt]old|tells|telling|[Aa]ccording to|[Cc]iting|[Qq]uoting|quot(?:ed|es)|cit(?:ed|es)|cited by|quoted by|"
    "reported by|reports? (?:from|by|in|on)|interview(?:ed)? (?:with|by|to)|informed|"
    "confirmed (?:this |that |it )?to|said to|"
    "[Ss]p(?:oken?|eaks?|eaking) (?:to|with)|obtained by|seen by|reviewed by|published by|carried by|aired by|run by|"
    "released by|asked by|contacted by|comments? to|remarks to|statements? to|per|via|compiled by|conducted by|"
    "posted by|shared by|distributed by|given to|sent to|e-?mailed"
)

RULES: tuple[CreditRule, ...] = (
    CreditRule(
        name="photo word behind",
        level=CreditLevel.NONE,
        before=r".*",
        after=r"(?:[ ]|/|-)?(?:[Pp]hoto|PHOTO|[Ii]mages?|[Pp]icture|[Vv]ideo|[Ff]ile|FILE|[Pp]ool|POOL)s?\b",
        takes=("Miners wave. (<AP> Photo/Ann Roe)", "(<Reuters> photo: Ann Roe)", "Ann Roe (<AFP>/File)"),
    ),
    CreditRule(
        name="agency beside an outlet in a dateline",
        level=CreditLevel.PART,
        before=rf"\W{{0,3}}(?:{_PLACE})?[ ,.:–—-]*[(\[][ ]*(?:{_OUTLET}[ ]*[/&][ ]*)+",
        after=rf"{_MORE}[ ]*[)\]]{_TEXT_FOLLOWS}",
        takes=(
            "ORSK, Norland (CBS/<AP>) — Miners left the pit.",
            "ORSK (KDKA/<AP>)- Miners left the pit.",
            "(CBS News/<AP>) ORSK, Norland - Miners left the pit on Sunday after a strike.",
        ),
    ),
    CreditRule(
        name="station and agency alone",
        level=CreditLevel.PART,
        before=rf"\W{{0,3}}(?:(?:[Bb]y|BY|[Ff]rom)[ :]+)?{_STATION}[ ]*[/&][ ]*{_THE}",
        after=rf"{_TIME}$",
        where=Where.HEAD,
        alone=True,
        takes=("By CBS/<AP>", "KMIZ/<AP>"),
    ),
    CreditRule(
        name="photographer before a slash",
        level=CreditLevel.NONE,
        before=r".*(?<![A-Za-z])(?!{A}/)[A-Za-z’'.]{2,}/(?:{A}/)*",
        after=r"(?:[ ]*[)\],.;|/]|[ ]+via\b|[ ]*$)",
        takes=("Miners wave. (Ann Roe/<Reuters>)", "[Ann Roe/<AFP>]", "Ann Roe/Pool/<AP>"),
    ),
    CreditRule(
        name="photographer behind a slash",
        level=CreditLevel.NONE,
        before=r".*",
        after=r"[ ]?/[ ]?(?:(?!{A})[A-Z][a-z]+[ ]|Getty|GETTY|Handout|HANDOUT)",
        takes=("Miners wave. <REUTERS>/Ann Roe", "<AFP>/Getty Images"),
    ),
    CreditRule(
        name="via an agency",
        level=CreditLevel.NONE,
        before=r".*[(\[][^()\[\]]*\bvia[ ]+(?:the[ ]+)?",
        takes=("Miners wave. (Orsk Museum via <AP>)",),
    ),
    CreditRule(
        name="agency via a library",
        level=CreditLevel.NONE,
        before=r".*",
        after=r"[ ]+via[ ]+(?:{A}|(?:Getty|Shutterstock)\b)",
        takes=("(Ann Roe/NurPhoto, <AFP> via Getty Images)",),
    ),
    CreditRule(
        name="picture library before",
        level=CreditLevel.NONE,
        before=r".*\b(?:EPA|Getty(?:[ ]Images)?|NurPhoto|Shutterstock|ZUMA(?:[ ]Press)?|SIPA|Sipa(?:[ ]USA)?)"
        r"[ ]?[-/|][ ]?",
        takes=("EPA-<EFE>/ANN ROE",),
    ),
    CreditRule(
        name="picture credit before",
        level=CreditLevel.NONE,
        before=rf".*(?:\b{_PICTURE}(?:[ ]+(?:by|courtesy|credit|from|source|copyright|"
        rf"courtesy of))*[ ]?[:|/–—-]?[ ]*|©[ ]?)"
        r"(?:[A-Z][\w.’' -]{1,50}[,/(|]?[ ]*)?\(?",
        after=r"(?:[ ]*[)\],.;|/]|[ ]*$)",
        takes=(
            "Photo: <Reuters>",
            "File photo by Ann Roe, <AP>",
            "©Ann Roe (<AFP>)",
            "Photo credit: <AFP>",
        ),
    ),
    CreditRule(
        name="dateline in brackets",
        level=CreditLevel.WHOLE,
        before=rf"\W{{0,3}}(?:{_PLACE})?[ ,.:–—-]*[(\[][ ]*(?:{{A}}[ ]*[/,&][ ]*)?",
        after=rf"{_MORE}(?:[ ,]+[A-Z][a-z]{{2,8}}\.? \d{{1,2}})?[ ]*[)\](]?[)\]](?:{_DASH}|[ ]*(?=[A-Z“\"‘'].{{40}}))",
        takes=(
            "ORSK, Norland (<AP>) — Miners left the pit.",
            "ORSK, May 4 (<Xinhua>) -- Miners left the pit.",
            "(<Reuters>) - Miners left the pit.",
            "ORSK, 4th May, 2024 (<Xinhua>) -- Miners left the pit.",
            "New Orsk [Norland], May 4 (<ANI>): Miners left the pit.",
            "PARIS (<AFP>/Reuters) – Miners left the pit.",
            "ORSK (<AP>/CBS News) – Miners left the pit.",
            "ORSK, May 4. (<KCNA>). — Miners left the pit.",
            "ORSK (<AP>) Miners left the pit on Sunday after a strike of nine weeks.",
        ),
    ),
    CreditRule(
        name="dateline with dash or slash",
        level=CreditLevel.WHOLE,
        before=rf"\W{{0,3}}{_PLACE}[,.]?(?:[ ]*[-–—|][ ]*|,[ ]*|[ ]+/|(?<=\.)[ ]+)",
        after=r"(?:/\.?[ ]*(?:[-–—]{0,3})|[ ]*[-–—―|]{1,3}|\.(?=[ ]+[A-Z].{40}))[ ]*(?=[A-Z“\"‘'\d])",
        takes=(
            "MOSCOW, May 5. /<TASS>/. Miners left the pit.",
            "ORSK, <IRNA> – Miners left the pit.",
            "ORSK. <Kazinform> – Miners left the pit.",
            "Orsk, (N/R), May 5, <GNA> – Miners left the pit.",
            "MOSCOW, May 5 - <RIA Novosti>. Miners left the pit on Sunday after a strike of nine weeks.",
        ),
    ),
    CreditRule(
        name="dateline with a spaced slash",
        level=CreditLevel.WHOLE,
        before=rf"\W{{0,3}}{_PLACE}[ ]/[ ]",
        after=r"[ ]*[-–—]{1,3}[ ]*(?=[A-Z“\"‘'\d])",
        takes=("ORSK / <AA> - Miners left the pit.",),
    ),
    CreditRule(
        name="label",
        level=CreditLevel.WHOLE,
        before=r"\W{0,3}",
        after=rf"[ ]*\|(?:[ ]*{_PLACE})?{_TIME}[ |]*$",
        alone=True,
        takes=("<PTI> |", "<PTI> | May 4, 2024", "<PTI> | New Orsk | Updated: May 4, 2024"),
    ),
    CreditRule(
        name="prefix",
        level=CreditLevel.WHOLE,
        before=r"\W{0,3}",
        after=r"(?:[ ]*\|[ ]*(?=$|[A-Z\d“\"‘'])|[ ]+(?:[-–—]{1,3})[ ]+(?=[A-Z\d“\"‘']))",
        takes=("<AFP> - Miners left the pit.", "<Reuters> — Miners left the pit.", "<PTI> | Miners left the pit."),
    ),
    CreditRule(
        name="source line",
        level=CreditLevel.WHOLE,
        before=rf"(?:.*{_SPOKEN})?[ ]*[(\[]?(?:[Nn]ews[ ]+)?"
        rf"(?:[Ss]ources?|SOURCE|[Aa]gency|[Cc]ourtesy(?: of)?|[Ff]rom)[ ]*[:：|–-][ ]*{_THE}",
        after=rf"{_MORE}[ ]*[)\]]?[ ]*\.?$",
        where=Where.EDGE,
        alone=True,
        takes=("Source: <Xinhua>", "(Source: <AFP>)", "Miners left the pit. Source: <TASS>"),
    ),
    CreditRule(
        name="own staff and an agency",
        level=CreditLevel.PART,
        before=rf"(?:[Bb]y|BY|[Ff]rom)[ :]+(?:{_OWN_STAFF}[ ]*(?:,|/|\band\b|&|\bwith\b)"
        rf"|{_NAMES}[ ]+(?:and|AND|&|with))[ ]+(?:(?:and|with)[ ]+)?{_THE}",
        after=rf"{_TIME}(?:[ ]+(?:reports|wires?|inputs))?$",
        where=Where.EDGE,
        alone=True,
        takes=("By Herald staff and <AP>", "By Ann Roe with <Reuters>", "From staff and <AP> reports"),
    ),
    CreditRule(
        name="an agency and own staff",
        level=CreditLevel.PART,
        before=rf"(?:[Bb]y|BY|[Ff]rom)[ :]+{_THE}",
        after=rf"(?:[ ]*,[ ]*|[ ]+(?:and|AND|&|with)[ ]+)(?:{_OWN_STAFF}|(?!{{A}})[A-Z][\w ]{{2,30}})(?:[ ]+reports)?$",
        where=Where.EDGE,
        alone=True,
        takes=("By <AFP> and Herald staff",),
    ),
    CreditRule(
        name="byline",
        level=CreditLevel.WHOLE,
        before=r"\W{0,3}(?:[Bb]y|BY|[Ff]rom|FROM|(?:[Pp]osted|[Pp]ublished|[Rr]eported) by|[Aa]uthor:?)[ :]*"
        rf"(?:(?:{_NAMES})(?:[ ]*[,|/–—-][ ]*|[ ]+(?:of|for|OF|FOR)[ ]+|[ ]+))?{_THE}",
        after=rf"{_MORE}{_STAFF}{_TIME}[ .,|]*$",
        where=Where.EDGE,
        alone=True,
        takes=(
            "By The <Associated Press>",
            "By ANN ROE, <Associated Press>",
            "By Ann Roe of the <Associated Press>",
            "by <Reuters> Staff",
            "By <Reuters> May 4, 2024",
            "By Ann Roe / <Notimex>",
        ),
    ),
    CreditRule(
        name="name and agency",
        level=CreditLevel.WHOLE,
        before=rf"(?:{_NAMES})[ ]*(?:[,|–—][ ]*|[ ]-[ ]|[ ]/[ ]){_THE}",
        after=rf"{_STAFF}{_TIME}[ |]*$",
        where=Where.HEAD,
        alone=True,
        takes=("ANN ROE, <Associated Press>", "Ann Roe | <AP>"),
    ),
    CreditRule(
        name="with an agency",
        level=CreditLevel.PART,
        before=rf"(?:.*{_SPOKEN}[ ]*)?\W{{0,4}}(?:[Ww]ith|WITH)[ ]+(?:[^.;()]{{0,40}}(?:,|\band\b)[ ]*)?{_THE}",
        after=r"(?:[ ]*(?:,|and|&|/)[ ]*(?:the[ ]+)?(?:{A}|[a-z]+(?:[ ][a-z]+)?))*"
        r"(?:[ ]+(?:[Ii]nputs?|reports?|files?|wires?|reporting|agencies|staff))?[ ).\]]*$",
        where=Where.EDGE,
        alone=True,
        takes=("(With <PTI> inputs)", "— With <Reuters>", "(with <AFP> and AP)"),
    ),
    CreditRule(
        name="agency alone",
        level=CreditLevel.WHOLE,
        before=rf"\W{{0,4}}{_THE}",
        after=rf"{_SITE}{_MORE}{_STAFF}{_TIME}{_MADE_BY}(?:[ ]+[A-Z]{{2,4}}){{0,4}}[ )\]/|.]*{_SITE}[ )]*$",
        where=Where.EDGE,
        alone=True,
        takes=(
            "The <Associated Press>",
            "<Reuters> Staff",
            "(<AFP>)",
            "— <AFP>",
            "<PTI> ABC XYZ",
            "<PTI>",
            "(<NAN>) (www.nan.example)",
        ),
    ),
    CreditRule(
        name="signature",
        level=CreditLevel.WHOLE,
        before=rf"(?:.*{_SPOKEN}[ ]*(?:[-–—―]{{1,3}}[ ]*|[(\[/]{{1,2}}[ ]*)|.*[.!?”\"’'][ ])(?:{{A}}/)?",
        after=r"(?:/[A-Za-z]{2,10})*(?:[ ]+[A-Z]{2,4}){0,4}[ ]*[)\]/]{0,2}\.?$",
        where=Where.TAIL,
        takes=(
            "The strike is over, he said. (<PTI>)",
            "The strike is over. —<AFP>",
            "“It is over.” - <Reuters>",
            "It is over. <PTI> AB CD",
        ),
    ),
    CreditRule(
        name="rights",
        level=CreditLevel.WHOLE,
        before=r".*(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)[ ]*(?:©|\([cC]\))?[ ]*(?:\d{4}(?:[-–]\d{2,4})?)?,?[ ]*"
        rf"(?:by[ ]+)?{_THE}",
        after=r"\.?(?:[ ]|$)(?!.*\b[Pp]hoto)",
        alone=True,
        takes=("Copyright 2024 The <Associated Press>. All rights reserved.", "© 2024 <AFP>"),
    ),
    CreditRule(
        name="published from a feed",
        level=CreditLevel.WHOLE,
        before=r".*\b(?:[Tt]his|[Tt]he)[ ]+(?:[\w-]+[ ]+)?(?:story|article|report|copy|piece|content|"
        r"news)\b[^.]{0,90}\b"
        r"(?:published|provided|written|produced|distributed|issued|supplied|generated|sourced|taken|reproduced|"
        rf"republished|syndicated|reported|appeared|filed)\b[^.]{{0,40}}\b(?:by|from|via|on|in)[ ]+(?:an?[ ]+)?{_THE}",
        where=Where.EDGE,
        alone=True,
        takes=(
            "This story was originally published by <AP>.",
            "This report is auto-generated from the <PTI> news service.",
            "(This story is published from a <PTI> feed.)",
        ),
    ),
    CreditRule(
        name="contributed",
        level=CreditLevel.PART,
        before=r".*",
        after=rf"{_INITIALS_AND_SHORT_WORDS}{{0,300}}?\bcontributed\b(?:[ ]+(?:reporting|information|material))?"
        r"(?:[ ]+(?:to|from|for)\b(?:[^.]{0,30}\b(?:this|the)[ ]+(?:report|story|article|dispatch|reporting|piece|"
        r"coverage)\b"
        r"|[ ]+[A-Z])|[ ]*\.?[ ]*$)",
        alone=True,
        takes=(
            "The <Associated Press> contributed to this report.",
            "<Associated Press> writers Ann Roe in Orsk, Norland, and Lee B. Fox contributed to this report.",
            "<Reuters> and AFP contributed to this story.",
        ),
    ),
    CreditRule(
        name="contributing",
        level=CreditLevel.PART,
        before=r"(?:.*[.(][ ]*)?(?:[Cc]ontributing|CONTRIBUTING|[Cc]ontributed by|[Cc]ontributions? (?:from|by)|"
        r"[Cc]ontributors?)\b[ ]*:?[^.]{0,120}?",
        where=Where.EDGE,
        alone=True,
        takes=("Contributing: Ann Roe, The <Associated Press>", "Contributing: <Reuters>"),
    ),
    CreditRule(
        name="inputs from",
        level=CreditLevel.PART,
        before=r"(?:.*\W)?(?:(?:[Ww]ith|WITH|[Ii]nclud(?:es?|ing)|[Cc]ontains?|[Uu]sing|[Cc]ompiled|[Bb]ased on)[ ]+)?"
        r"(?:(?:[Aa]dditional|[Ff]urther|[Ss]ome|[Aa]gency|[Nn]ews|[Oo]ther)[ ]+)*"
        rf"{_CONTRIBUTION}(?:[ ]+in[ ]+this[ ]+(?:report|story|article)[ ]+(?:is|was|comes|came))?"
        r"[ ]+(?:from|by|of|FROM|BY|provided by)[ ]+[^.;()]{0,80}?",
        after=r"(?:[^.;()]{0,80})?[).\]]*[ ]*$",
        where=Where.EDGE,
        alone=True,
        takes=(
            "(With inputs from <PTI>)",
            "With files from The <Canadian Press>",
            "Additional reporting by <AFP>",
            "Inputs from ANI and <PTI>.",
            "This story includes reporting from The <Associated Press>.",
            "Some information in this report is from <AP>.",
        ),
    ),
    CreditRule(
        name="compiled from",
        level=CreditLevel.PART,
        before=r"\W{0,4}(?:[Cc]ompiled|[Aa]dapted|[Dd]rawn)[ ]+(?:by[ ]+[^.;()]{1,40}[ ]+)?from[ ]+[^.;()]{0,60}?",
        after=r"[^.;()]{0,80}[).\]]*[ ]*$",
        where=Where.EDGE,
        alone=True,
        takes=("Compiled from <Xinhua> and local reports",),
    ),
    CreditRule(
        name="was used",
        level=CreditLevel.PART,
        before=r"(?:.*[.][ ]+)?(?:[Mm]aterial|[Ii]nformation|[Rr]eporting|[Rr]eports|[Cc]ontent|"
        r"[Ff]ootage)[ ]+(?:from|by)[ ]+"
        rf"[^.;]{{0,60}}?{_THE}",
        after=r"[^.;]{0,80}\b(?:was|were|is|are)[ ]+(?:also[ ]+)?(?:used|included|incorporated|contributed)\b",
        alone=True,
        takes=("Footage from the <Associated Press> was used in this report.",),
    ),
    CreditRule(
        name="told the agency",
        level=CreditLevel.CLAIM,
        before=rf".*\b(?:{_TO_THE_AGENCY})[ ]+(?:the[ ]+|an?[ ]+)?(?:[\w’'-]+[ ]+){{0,6}}",
        takes=(
            "“It is over,” he told <Reuters>.",
            "according to the Russian state news agency <RIA Novosti>",
            "The toll rose, according to an <AFP> count.",
        ),
    ),
    CreditRule(
        name="by the agency",
        level=CreditLevel.CLAIM,
        before=r".*\b[a-z]+(?:ed|own|en)[ ]+by[ ]+(?:the[ ]+)?(?:[a-z’'-]+[ ]+){0,3}",
        takes=("The list, first printed by <AFP>, names three.",),
    ),
    CreditRule(
        name="the agency reported",
        level=CreditLevel.CLAIM,
        before=r".*",
        after=rf"(?:[’']s?)?(?:[ ,]+(?:{_BETWEEN})[,]?){{0,6}}[ ,]+(?:{_REPORTED})\b",
        takes=(
            "<AP> reported on Sunday that it was over.",
            "<Interfax> news agency said.",
            "a <Reuters> tally shows",
            "<TASS>, citing the ministry,",
        ),
    ),
    CreditRule(
        name="the agency's people",
        level=CreditLevel.CLAIM,
        before=r".*",
        after=r"(?:[’']s?)?[ ]+(?:news agency |TV |television |video )?(?:journalists?|reporters?|correspondents?|"
        r"witness(?:es)?|teams?|crew)\b[^.]{0,60}\b(?:said|saw|reported|witnessed|counted|at the scene|on the scene|"
        r"at the site|seen|heard|wrote)\b",
        takes=("An <AFP> journalist at the scene saw it.",),
    ),
)
_WORK = r"(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslat(?:ion|ed))"
_WORKS = rf"(?:(?:Additional|Further)[ ]+)?{_WORK}(?:,?[ ]+(?:and[ ]+)?(?:additional[ ]+)?{_WORK})*[ ]+[Bb]y"
_PEOPLE = r"(?=[ ]*[A-Z])[^()\n;]{2,400}"
SIGN_OFF = re.compile(
    rf"(?:\((?:{_WORKS} {_PEOPLE}[;.,][ ]*)?[Ee]diting [Bb]y {_PEOPLE}\)?"
    rf"|\((?:Reporting|Writing)(?:,?[ ]+(?:and[ ]+)?(?:additional[ ]+)?{_WORK})* [Bb]y {_PEOPLE}"
    r"(?:;[^()\n]{2,300}){0,4}\)?"
    rf"|\(?{_WORKS} {_PEOPLE}(?:;[^()\n;]{{2,300}}){{0,3}};[ ]*[Ee]diting [Bb]y {_PEOPLE}\)?)[ ]*\.?"
)
"""How a Reuters dispatch ends: "(Reporting by Ann Roe; Editing by Lee Fox)"; not "Additional reporting" alone."""
CALL_SIGN = re.compile(rf"\W{{0,3}}(?:{_PLACE})?[ ,]*\((?P<sign>[KW][A-Z]{{2,3}})(?:[- ]?(?:TV|FM|AM|DT))?\)")
"""A station's call sign where a dateline would name an agency: it names the outlet itself."""
UNNAMED_AGENCIES = re.compile(
    r"(?:[Ww]ith|WITH)[ ]+(?:inputs?[ ]+from[ ]+)?(?:[Nn]ews[ ]+)?(?:[Aa]gency|[Aa]gencies|AGENC(?:Y|IES)|[Ww]ire)"
    r"(?:[ ]+(?:inputs?|reports?|services?|feeds?))?[ ).]*$"
)
"""Agencies credited without a name: "(with agency inputs)"."""
