"""How agencies are credited: rules over the words before and behind an agency's name, strongest first.

A rule looks at one mention of an agency inside one line: `before` must match up to the mention, `after` from its end.
In both, `{A}` stands for any agency's name. The first rule that fits decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from twosource.model import CreditLevel


class Where(StrEnum):
    """Where in an article a rule may fire."""

    ANYWHERE = "anywhere"
    EDGE = "above the story, or in its last paragraph or below it"
    TAIL = "in the last paragraph of the story or below it"


@dataclass(frozen=True, kw_only=True)
class CreditRule:
    """One way in which an agency is credited; `takes` holds lines it must take, the agency in angle brackets."""

    name: str
    level: CreditLevel
    before: str
    after: str
    where: Where = Where.ANYWHERE
    alone: bool = False
    """A line that is credited so may hold nothing but the credit: it is then no part of the story."""
    takes: tuple[str, ...] = ()

    def compiled(self, alternatives: str) -> CompiledRule:
        """The rule over one list of agencies."""
        fill = f"(?:{alternatives})"
        return CompiledRule(
            rule=self,
            before=re.compile(rf"(?:{self.before.replace('{A}', fill)})\Z"),
            after=re.compile(self.after.replace("{A}", fill)),
        )


@dataclass(frozen=True, kw_only=True)
class CompiledRule:
    """A rule ready to run."""

    rule: CreditRule
    before: re.Pattern[str]
    after: re.Pattern[str]


_CAP = r"[A-ZÀ-Þ][\w.'’-]*"
_PLACE = rf"(?:{_CAP}|\[{_CAP}\])(?:[ ,/&–-]{{1,3}}(?:{_CAP}|\[{_CAP}\]|\d{{1,4}}|de|da|del|do|la|el|al|of|the|upon|and|in)){{0,10}}"
_DASH = r"[ ]*(?:[-–—―]{1,3}|:|\|)"
_MORE = r"(?:[ ]*(?:[/,&]|and)[ ]*(?:{A}|[A-Z][\w.-]+))*"
_NAMES = rf"{_CAP}(?:[ ]+(?:{_CAP}|de|da|van|von|bin|al|la)){{0,4}}(?:(?:[ ]*[,;&][ ]*|[ ]+(?:and|AND)[ ]+){_CAP}(?:[ ]+{_CAP}){{0,4}}){{0,6}}"
_STAFF = r"(?:[ ,]+(?:[Ss]taff|[Ww]riters?|[Nn]ews|[Rr]eporters?|[Cc]orrespondents?|[Bb]ureau|[Ee]ditors?|[Nn]ews [Aa]gency|[Ss]ervice|Wire|wire|Feed|feed|Sports|Business)){0,3}"
_TIME = r"(?:[ ,|•·–—-]+(?:(?:Published|Updated|Posted|Last [Uu]pdated)\b.*|(?:[A-Z][a-z]{2,8}\.?,? )?\d{1,2}\b.*|[A-Z][a-z]{2,8}\.? \d{1,2}.*))?"
_THE = r"(?:[Tt]he[ ]+|THE[ ]+)?"
_ADJECTIVES = r"(?:[\w’'-]+[ ]+){0,6}"
_REPORT = r"(?:report|reports|story|article|dispatch|reporting|piece|coverage)"

_PHOTO = CreditLevel.NONE
RULES: tuple[CreditRule, ...] = (
    # --- photographs: whatever else a line says, a picture credit credits a picture ---------------------------------
    CreditRule(
        name="photo word behind",
        level=_PHOTO,
        before=r".*",
        after=r"(?:[ ]|/|-)?(?:[Pp]hoto|PHOTO|[Ii]mages?|[Pp]icture|[Vv]ideo|[Ff]ile|FILE|[Pp]ool|POOL)s?\b",
        takes=("Miners wave. (<AP> Photo/Ann Roe)", "(<Reuters> photo: Ann Roe)", "Ann Roe (<AFP>/File)"),
    ),
    CreditRule(
        name="photographer before a slash",
        level=_PHOTO,
        before=r".*[A-Za-z’'.]{2,}[ ]?/[ ]?(?:{A}/)*",
        after=r"(?:[ ]*[)\],.;|/]|[ ]+via\b|[ ]*$)",
        takes=("Miners wave. (Ann Roe/<Reuters>)", "[Ann Roe/<AFP>]", "Ann Roe/Pool/<AP>"),
    ),
    CreditRule(
        name="photographer behind a slash",
        level=_PHOTO,
        before=r".*",
        after=r"[ ]?/[ ]?(?:[A-Z][a-z]+[ ]|Getty|GETTY|Handout|HANDOUT)",
        takes=("Miners wave. <REUTERS>/Ann Roe", "<AFP>/Getty Images"),
    ),
    CreditRule(
        name="via an agency",
        level=_PHOTO,
        before=r".*[(\[][^()\[\]]*\bvia[ ]+(?:the[ ]+)?",
        after=r"",
        takes=("Miners wave. (Orsk Museum via <AP>)",),
    ),
    CreditRule(
        name="agency via a library",
        level=_PHOTO,
        before=r".*",
        after=r"[ ]+via[ ]+(?:Getty|AP|Reuters|REUTERS|AFP|Shutterstock)\b",
        takes=("(Ann Roe/NurPhoto, <AFP> via Getty Images)",),
    ),
    CreditRule(
        name="picture credit before",
        level=_PHOTO,
        before=r".*(?:\b(?:[Pp]hotos?|PHOTO|[Ii]mages?|[Pp]ictures?|[Pp]ics?|[Pp]hotographs?|[Vv]ideo|[Cc]redits?|CREDIT|[Ff]ile|FILE|[Ii]llustration|[Gg]raphics?)"
        r"(?:[ ]+(?:by|courtesy|credit|from|source|courtesy of))*[ ]?[:|/–—-]?[ ]*|©[ ]?)(?:[A-Z][\w.’' -]{1,50}[,/(|]?[ ]*)?\(?",
        after=r"(?:[ ]*[)\],.;|/]|[ ]*$)",
        takes=(
            "Photo: <Reuters>",
            "File photo by Ann Roe, <AP>",
            "©Ann Roe (<AFP>)",
            "Photo credit: <AFP>",
            "Image: Ann Roe/<AP>",
        ),
    ),
    # --- the whole article -------------------------------------------------------------------------------------------
    CreditRule(
        name="dateline in brackets",
        level=CreditLevel.WHOLE,
        before=rf"\W{{0,3}}(?:{_PLACE})?[ ,.:–—-]*[(\[][ ]*(?:{{A}}[ ]*[/,&][ ]*)?",
        after=rf"{_MORE}(?:[ ,]+[A-Z][a-z]{{2,8}}\.? \d{{1,2}})?[ ]*[)\]](?:{_DASH}|[ ]*(?=[A-Z“\"‘'].{{40}}))",
        takes=(
            "ORSK, Norland (<AP>) — Miners left the pit.",
            "ORSK, May 4 (<Xinhua>) -- Miners left the pit.",
            "(<Reuters>) - Miners left the pit.",
            "New Orsk [Norland], May 4 (<ANI>): Miners left the pit.",
            "PARIS (<AFP>/Reuters) – Miners left the pit.",
            "ORSK (<AP>) Miners left the pit on Sunday after a strike of nine weeks.",
        ),
    ),
    CreditRule(
        name="dateline with dash or slash",
        level=CreditLevel.WHOLE,
        before=rf"\W{{0,3}}{_PLACE}[,.]?(?:[ ]*[-–—/|][ ]*|,[ ]*|[ ]+)/?",
        after=r"/?\.?[ ]*(?:[-–—―]{1,3}|\||/?\.?(?=[ ]*$)|/\.?)[ ]*(?=[A-Z“\"‘'\d]|$)",
        takes=(
            "MOSCOW, May 5. /<TASS>/. Miners left the pit.",
            "ORSK, <IRNA> – Miners left the pit.",
            "ORSK / <AA> - Miners left the pit.",
            "MOSCOW, May 5 - <RIA Novosti>. Miners left the pit.",
        ),
    ),
    CreditRule(
        name="prefix",
        level=CreditLevel.WHOLE,
        before=r"\W{0,3}",
        after=r"(?:[ ]*\|[ ]*(?=$|[A-Z\d“\"‘'])|[ ]+(?:[-–—]{1,3})[ ]+(?=[A-Z\d“\"‘']))",
        alone=True,
        takes=("<PTI> |", "<PTI> | May 4, 2024", "<AFP> - Miners left the pit.", "<Reuters> — Miners left the pit."),
    ),
    CreditRule(
        name="source line",
        level=CreditLevel.WHOLE,
        before=r"(?:.*[.!?”\"’')\]])?[ ]*[(\[]?(?:[Nn]ews[ ]+)?(?:[Ss]ource|[Ss]ources|SOURCE|[Aa]gency|[Cc]ourtesy(?: of)?|[Ff]rom)[ ]*(?:[:：|–-][ ]*)(?:the[ ]+|The[ ]+)?",
        after=rf"{_MORE}[ ]*[)\]]?[ ]*\.?$",
        where=Where.EDGE,
        alone=True,
        takes=("Source: <Xinhua>", "(Source: <AFP>)", "Miners left the pit. Source: <TASS>"),
    ),
    CreditRule(
        name="byline with staff beside",
        level=CreditLevel.PART,
        before=rf"(?:[Bb]y|BY|[Ff]rom)[ :]+(?:(?:{_NAMES}|[\w ]{{2,40}})[ ]*(?:,|/|\band\b|&)[ ]*(?:(?:and|with)[ ]+)?|(?:{_NAMES}|[\w ]{{2,40}})[ ]+with[ ]+){_THE}",
        after=rf"{_TIME}(?:[ ]+(?:reports|wires?))?$",
        where=Where.EDGE,
        alone=True,
        takes=("By Herald staff and <AP>", "By Ann Roe with <Reuters>", "From staff and <AP> reports"),
    ),
    CreditRule(
        name="agency byline beside staff",
        level=CreditLevel.PART,
        before=rf"(?:[Bb]y|BY|[Ff]rom)[ :]+{_THE}",
        after=r"(?:[ ]*,[ ]*|[ ]+(?:and|AND|&|with|in)[ ]+)(?!{A})(?:[\w ]{0,30}\b[Ss]taff|[A-Z][\w ]{2,30})(?:[ ]+reports)?$",
        where=Where.EDGE,
        alone=True,
        takes=("By <AFP> and Herald staff",),
    ),
    CreditRule(
        name="byline",
        level=CreditLevel.WHOLE,
        before=rf"\W{{0,3}}(?:[Bb]y|BY|[Ff]rom|FROM|[Pp]osted by|[Pp]ublished by|[Rr]eported by|[Aa]uthor:?)[ :]*(?:(?:{_NAMES})(?:[ ]*[,|/–—-][ ]*|[ ]+(?:of|for|OF|FOR)[ ]+|[ ]+))?{_THE}",
        after=rf"{_MORE}{_STAFF}{_TIME}[ .,|]*$",
        where=Where.EDGE,
        alone=True,
        takes=(
            "By The <Associated Press>",
            "By ANN ROE, <Associated Press>",
            "By Ann Roe of the <Associated Press>",
            "by <Reuters> Staff",
            "By <Reuters> May 4, 2024",
        ),
    ),
    CreditRule(
        name="name and agency",
        level=CreditLevel.WHOLE,
        before=rf"(?:{_NAMES})[ ]*(?:[,|–—][ ]*|[ ]-[ ]|[ ]/[ ]){_THE}",
        after=rf"{_STAFF}{_TIME}[ |]*$",
        where=Where.EDGE,
        alone=True,
        takes=("ANN ROE, <Associated Press>", "Ann Roe | <AP>"),
    ),
    CreditRule(
        name="agency alone",
        level=CreditLevel.WHOLE,
        before=rf"\W{{0,4}}{_THE}",
        after=rf"{_MORE}{_STAFF}{_TIME}(?:[ ]+[A-Z]{{2,4}}){{0,4}}[ )\]/|.]*$",
        where=Where.EDGE,
        alone=True,
        takes=("The <Associated Press>", "<Reuters> Staff", "(<AFP>)", "— <AFP>", "<PTI> ABC XYZ", "<PTI>"),
    ),
    CreditRule(
        name="signature",
        level=CreditLevel.WHOLE,
        before=r".*[.!?”\"’')\]][ ]*(?:[-–—―]{1,3}[ ]*|[(\[/]{1,2}[ ]*|[ ])(?:{A}/)?",
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
        before=rf"(?:.*(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)[ ]*(?:©|\([cC]\))?[ ]*(?:\d{{4}}(?:[-–]\d{{2,4}})?)?,?[ ]*(?:by[ ]+)?){_THE}",
        after=r"\.?(?:[ ]|$)(?!.*\b[Pp]hoto)",
        alone=True,
        takes=("Copyright 2024 The <Associated Press>. All rights reserved.", "© 2024 <AFP>"),
    ),
    CreditRule(
        name="published from a feed",
        level=CreditLevel.WHOLE,
        before=rf".*\b(?:[Tt]his|[Tt]he)[ ]+(?:[\w-]+[ ]+)?(?:story|article|report|copy|piece|content|news)\b[^.]{{0,90}}\b(?:published|provided|written|"
        rf"produced|distributed|issued|supplied|generated|sourced|taken|reproduced|republished|syndicated|reported|appeared|filed)\b[^.]{{0,40}}\b(?:by|from|via|on|in)[ ]+{_THE}",
        after=r"",
        alone=True,
        takes=(
            "This story was originally published by <AP>.",
            "This report is auto-generated from the <PTI> news service.",
        ),
    ),
    # --- a part of it ------------------------------------------------------------------------------------------------
    CreditRule(
        name="contributed",
        level=CreditLevel.PART,
        before=r".*",
        after=rf"(?:[^.;]|\b[A-Z]\.|\b(?:Jr|Sr|St|Mo|Fla|Calif|Va|Md|Pa|Ga|Ill|Ala|Ariz|Mass|Tenn|Tex|Wash|Conn|Mich|Minn|Wis|Ore|D\.C|N\.[A-Z]|S\.[A-Z]|W\.Va)\.){{0,300}}?\bcontributed\b(?:[ ]+(?:reporting|information|material))?(?:[ ]+(?:to|from|for)\b(?:[^.]{{0,40}}\b{_REPORT}\b|[ ]+[A-Z])|[^.\w]*\.?[ ]*$)",
        alone=True,
        takes=(
            "The <Associated Press> contributed to this report.",
            "<Associated Press> writers Ann Roe in Orsk, Norland, and Lee B. Fox contributed to this report.",
            "<Reuters> and AFP contributed to this story.",
        ),
    ),
    CreditRule(
        name="contributed by",
        level=CreditLevel.PART,
        before=r"(?:.*[.(][ ]*)?(?:[Cc]ontributing|CONTRIBUTING|[Cc]ontributed by|[Cc]ontributions? (?:from|by)|[Cc]ontributors?)[ ]*:?[^.]{0,120}?",
        after=r"",
        alone=True,
        takes=("Contributing: Ann Roe, The <Associated Press>", "Contributing: <Reuters>"),
    ),
    CreditRule(
        name="inputs from",
        level=CreditLevel.PART,
        before=r"(?:.*[\W])?(?:(?:[Ww]ith|WITH|[Ii]ncludes?|[Ii]ncluding|[Cc]ontains?|[Uu]sing|[Cc]ompiled|[Bb]ased on)[ ]+)?(?:[Aa]dditional[ ]+|[Ff]urther[ ]+|[Ss]ome[ ]+|[Aa]gency[ ]+|[Nn]ews[ ]+|[Oo]ther[ ]+)*"
        r"(?:[Ii]nputs?|[Ff]iles?|[Rr]eporting|[Rr]eports?|REPORTING|INPUTS?|[Mm]aterial|[Ii]nformation|[Cc]opy|[Dd]ispatches|[Aa]ssistance|[Ww]riting|[Dd]etails)[ ]+(?:from|by|of|FROM|BY|provided by)[ ]+[^.;()]{0,80}?",
        after=r"(?:[^.;()]{0,80})?[).\]]*[ ]*$",
        where=Where.EDGE,
        alone=True,
        takes=(
            "(With inputs from <PTI>)",
            "With files from The <Canadian Press>",
            "Additional reporting by <AFP>",
            "With inputs from ANI and <PTI>.",
            "This story includes reporting from The <Associated Press>.",
        ),
    ),
    CreditRule(
        name="with agency",
        level=CreditLevel.PART,
        before=rf"(?:.*[.!?”\"’'][ ]*)?\W{{0,3}}(?:[Ww]ith|WITH)[ ]+(?:[^.;()]{{0,40}}(?:,|\band\b)[ ]*)?{_THE}",
        after=r"(?:[ ]*(?:,|and|&|/)[ ]*(?:the[ ]+)?(?:{A}|[a-z]+(?:[ ][a-z]+)?))*(?:[ ]+(?:[Ii]nputs?|reports?|files?|wires?|reporting|agencies|staff))?[ ).\]]*$",
        where=Where.EDGE,
        alone=True,
        takes=("(With <PTI> inputs)", "— With <Reuters>", "(with <AFP> and <AP>)"),
    ),
    CreditRule(
        name="was used",
        level=CreditLevel.PART,
        before=rf"(?:.*[.][ ]+)?(?:[Mm]aterial|[Ii]nformation|[Rr]eporting|[Rr]eports|[Cc]ontent|[Ff]ootage)[ ]+(?:from|by)[ ]+[^.;]{{0,60}}?{_THE}",
        after=r"[^.;]{0,80}\b(?:was|were|is|are)[ ]+(?:also[ ]+)?(?:used|included|incorporated|contributed)\b",
        alone=True,
        takes=("Information from the <Associated Press> was used in this report.",),
    ),
    # --- one claim ---------------------------------------------------------------------------------------------------
    CreditRule(
        name="told the agency",
        level=CreditLevel.CLAIM,
        before=rf".*\b(?:[Tt]old|tells|telling|according to|[Aa]ccording to|[Cc]iting|[Qq]uoting|cited by|quoted by|reported by|reports? (?:from|by|in|on)|interview(?:ed)? (?:with|by)|"
        rf"informed|confirmed to|said to|speaking (?:to|with)|spoke (?:to|with)|spoken (?:to|with)|obtained by|seen by|reviewed by|published by|carried by|aired by|run by|released by|"
        rf"cited|quotes|cites|asked by|contacted by|comments? to|remarks to|statements? to|by|per|via|wrote (?:in|for)|compiled by|conducted by|"
        rf"posted by|shared by|distributed by|gave|given to|informed|sent to|emailed|interview to|speak(?:s)? (?:to|with))[ ]+(?:the[ ]+|an?[ ]+)?{_ADJECTIVES}",
        after=r"",
        takes=(
            "“It is over,” he told <Reuters>.",
            "according to the Russian state news agency <RIA Novosti>",
            "The toll rose, according to an <AFP> count.",
        ),
    ),
    CreditRule(
        name="the agency reported",
        level=CreditLevel.CLAIM,
        before=r".*",
        after=r"(?:[’']s?)?(?:[ ,]+(?:[Nn]ews [Aa]gency|[Aa]gency|[Nn]ews [Ss]ervice|[Nn]ewswire|wire service|news|which|who|that|also|first|later|earlier|has|had|have|previously|separately|"
        r"then|on|in|\w+day|January|February|March|April|May|June|July|August|September|October|November|December|\d+|last week|exclusively)[,]?){0,6}[ ,]+(?:reported|reporting|reports?|said|says|saying|quoted|quotes|quoting|cited|cites|citing|wrote|writes|"
        r"learned|learnt|noted|notes|added|revealed|reveals|published|broke|broadcast|confirmed|found|obtained|reviewed|claimed|carried|announced|described|estimated|counted|spoke|interviewed|"
        r"asked|saw|seen|called|projected|declared|tally|tallies|count|poll|analysis|investigation|review|interview|survey|dispatch|exclusive)\b",
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
        after=r"(?:[’']s?)?[ ]+(?:news agency |TV |television |video )?(?:journalists?|reporters?|correspondents?|witness(?:es)?|teams?|crew)\b[^.]{0,60}\b(?:said|saw|reported|witnessed|counted|at the scene|on the scene|at the site|"
        r"seen|heard|wrote|in the (?:city|area|town|region))\b",
        takes=("An <AFP> journalist at the scene saw it.",),
    ),
)
SIGN_OFF = re.compile(
    r"\(?(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslat(?:ion|ed))(?:,? (?:and )?(?:writing|editing|reporting|additional reporting))* by "
    r"[^()\n;]{2,400}(?:;[^()\n]{2,300})?\)?[ ]*$"
)
"""How a Reuters dispatch ends: "(Reporting by Ann Roe; Editing by Lee Fox)"."""
CALL_SIGN = re.compile(rf"\W{{0,3}}(?:{_PLACE})?[ ,]*\((?P<sign>[KW][A-Z]{{2,3}})(?:[- ]?(?:TV|FM|AM|DT))?\)")
"""A station's call sign where a dateline would name an agency: it names the outlet itself."""
UNNAMED_AGENCIES = re.compile(
    r"(?:[Ww]ith|WITH)[ ]+(?:inputs?[ ]+from[ ]+)?(?:[Nn]ews[ ]+)?(?:[Aa]gency|[Aa]gencies|AGENC(?:Y|IES)|[Ww]ire)(?:[ ]+(?:inputs?|reports?|services?|feeds?))?[ ).]*$"
)
"""Agencies credited without a name: "(with agency inputs)"."""
