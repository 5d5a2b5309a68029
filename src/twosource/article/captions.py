"""Which lines are captions of pictures: photo credits and the stock openings of captions."""

from __future__ import annotations

import re

from twosource.article.agencies import AgencyIndex
from twosource.article.datelines import find_dateline

# Who a picture is credited to besides agencies: libraries, companies and kinds of source.
_PHOTO_LIBRARIES = (
    "Getty(?: Images)?|GETTY(?: IMAGES)?|Shutterstock|EPA(?:-EFE)?|ZUMA(?:PRESS)?|Alamy|iStock|NurPhoto|"
    "SOPA(?: Images)?|Sipa(?: USA)?|Abaca|Rex|REX|Corbis|Pool|POOL|Handout|HANDOUT|Invision|Imagn|"
    "Maxar(?: Technologies)?|Planet Labs(?: PBC)?|Wikimedia(?: Commons)?|Flickr|Unsplash|Pexels|Facebook|Instagram|"
    "Twitter|Screengrab|Screenshot|File|FILE|file"
)
_MAX_CHARS = 900  # the longest of 2,129 captions in three development sets has 845 characters
# Credits that pages print before a caption, with nothing between: "Getty Images Miners leave the pit".
_GLUED_CREDIT = r"(?:Getty Images|Getty - Contributor|Splash News|[KW][A-Z]{2,3} \d{1,2} News)"
# How captions begin: "Photo: ...", "File photo - ...", "In this image ...", "GETTY Miners ...".
_OPENING = re.compile(
    r"(?:\W{0,2}(?:photos?|images?|pictures?|pics?|photographs?|file (?:photo|image|picture)|representati(?:ve|"
    r"onal) (?:image|photo)|illustration|media caption|image (?:caption|source|copyright)|"
    r"featured image)\b[ ]?(?:[:|]|[–—-][ ]|by |credit|courtesy|,)"
    r"|(?:credit|image|photo)s?[ ]?:|FILE[ ]?(?:[–—-]|:|PHOTO)|in this (?:\w+[ ,.]+){0,6}(?:photo|image|frame|"
    r"picture|grab|screenshot)\b"
    r"|(?-i:(?:GETTY|REUTERS|EPA|REX|ALAMY|SHUTTERSTOCK)(?:[ •·-]+(?:GETTY|REUTERS|EPA|AFP|REX|PA|AP|"
    r"ALAMY))*[ ]+[A-Z]\w+ ))"
    rf"|(?-i:{_GLUED_CREDIT} [A-Z][a-z]+ )",
    re.IGNORECASE,
)
# Labels before a caption, with the credit between them: "Image copyright Harbour Pictures Image caption".
_LABELS = re.compile(
    r"(?:(?:Image|Media) (?:copyright|source)[ :]+[^.!?]{2,60}?[ ])?(?:Image|Media) caption\b[ :]*(?=\S)"
    rf"|{_GLUED_CREDIT} (?=[A-Z][a-z]+ )"
)
# A photographer and whom he works for behind the last sentence: "... in Orsk.” Ann Roe/Reuters".
_TRAILING_CREDIT = re.compile(
    r"(?<=[.!?”\"’'])[ ]+[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,3}/"
    r"(?:AP|AFP|Reuters|REUTERS|EPA|Getty|PA|Shutterstock)\b(?: [A-Z]\w+)?[\s.]*\Z"
)
# A dateline whose brackets name who reports: "ORSK (Harbour Post/AP) —".
_DATELINE = re.compile(r"[^\n()]{2,60}\([^()\n]{2,40}\)[ ]*[–—-]")
# A label that the page glued to the caption: "Image copyright".
_LABEL = re.compile(r"(?:Image|Media) (?:copyright|source|caption)\b")
# A credit in the running caption: "REUTERS/Ann Roe", "AP Photo", "via Getty", "© Ann Roe (AFP)", "Photo by: Ann Roe".
_INLINE_CREDIT = re.compile(
    r"\bREUTERS/[A-Z]|\b(?:AP|AFP|Reuters|REUTERS) ?(?:Photo|PHOTO|photo)\b|(?:[a-z.’)]|AFP|EPA|Pool|POOL)/Getty\b"
    r"|[a-z.’)]/(?:AFP|Reuters|AP|EPA|Shutterstock)\b"
    r"|\b(?:via|©) ?(?:Getty|AP|AFP|Reuters|REUTERS)\b|© ?[A-Z][\w .-]{2,40}\((?:AFP|AP|Reuters|EPA)"
    r"|\(?(?:Photo|Image|Picture|Credit|Photograph)(?:s|graphs)?(?: (?:by|courtesy(?: of)?|credit))?: ?[A-Z]"
)
_LIBRARY = re.compile(rf"(?<!\w)(?:{_PHOTO_LIBRARIES})(?!\w)")
# A photographer and whom he works for, whoever that is: "Ann Roe/Harbour Post".
_SLASHED_CREDIT = re.compile(r"[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,3}/[A-ZÀ-Þ][\w .,’'&-]{2,60}")
# What stands in brackets at the end of the line; 160 characters hold the longest credit.
_LAST_BRACKET = re.compile(r"[(\[](?P<words>[^()\[\]]{2,160})[)\]][\s.]*\Z")
# A sign-off, a pointer or a post, which name agencies and networks too: "Reporting by Ann Roe", "Related: ...".
_WORK = r"(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated)"
_OTHER_BRACKET = re.compile(
    rf"(?i:related|see|read|watch|also|more)\b|(?:\w+ )?{_WORK}\b[^()]*? [Bb]y |.*\bon (?:Twitter|Facebook|Instagram)\b"
)
# Words in lower case, but those that credits are made of.
_PROSE_WORD = re.compile(
    r"\b(?!(?:by|of|for|from|the|an|and|via|in|at|to|is|was|with|courtesy|photos?|images?|pictures?|video|files?|credits?|"
    r"provided|supplied|handout|screen|grab|screengrab|screenshot|taken|contributed|special|pool|archives?|staff)\b)"
    r"(?<![’'])[a-z]{2,}\b"
)
_MOST_PROSE_WORDS = 2  # of 740 brackets behind captions in five development sets four have more: all of them sentences
_SHORT_WORDS = 30
# Of the lines that a bare agency in brackets ends, and that no caption's word is in, those of up to 21 words belong to
# pictures, and all seven of 35 words and more to the story.
# What captions say in the present tense, and where somebody stands in the picture.
_CAPTION_WORDS = re.compile(
    r"\b(?:left|right|centre|center|pictured|poses?|photo|seen|attends?|speaks?|walks?|looks?|stands?|shakes?|arrives?|"
    r"waves?|addresses|delivers?|gestures?|holds?|listens?|sits?|greets?|meets?|during|ahead of|file)\b"
)


class CaptionRules:
    """Caption rules over one list of agencies."""

    def __init__(self, agencies: AgencyIndex) -> None:
        self._agency = agencies.mention

    def is_caption(self, line: str, *, last: bool) -> bool:
        """Whether the line is a caption; `last` says that no prose follows, where "(PTI)" may sign the article.

        Policy: what opens with a dateline is a report, whoever shares its brackets: "ORSK (Harbour Post/AP) —".

        >>> from twosource.article.agencies import index_agencies
        >>> rules = CaptionRules(index_agencies())
        >>> rules.is_caption("Miners leave the pit in Orsk. (Ann Roe/Reuters)", last=False)
        True
        >>> rules.is_caption("The strike ended, he said. (PTI)", last=True)
        False
        """
        if len(line) > _MAX_CHARS:
            return False
        if _OPENING.match(line) or _LABEL.match(line):
            return True
        credit = _INLINE_CREDIT.search(line, max(0, len(line) - 160))
        if credit is not None:
            return not _stands_in_dateline(line, credit.end())
        bracket = self._credit_at_end(line)
        if bracket is None:
            return False
        bare = self._agency.fullmatch(bracket["words"].strip()) is not None
        is_story = bare and (last or len(line.split()) > _SHORT_WORDS)
        return not is_story or _CAPTION_WORDS.search(line) is not None

    def label_end(self, caption: str) -> int:
        """Where the labels that a page put before a caption end; 0 without any.

        >>> from twosource.article.agencies import index_agencies
        >>> CaptionRules(index_agencies()).label_end("Image caption Miners leave.")
        14
        """
        labels = _LABELS.match(caption)
        return labels.end() if labels is not None else 0

    def credit_start(self, caption: str) -> int | None:
        """Where the credit at the end of a caption begins, which says nothing of the story; None without one.

        >>> from twosource.article.agencies import index_agencies
        >>> rules = CaptionRules(index_agencies())
        >>> rules.credit_start("Miners leave. (Ann Roe/Reuters)"), rules.credit_start("Ann Roe (left) in Orsk")
        (14, None)
        """
        credit = self._credit_at_end(caption) or _TRAILING_CREDIT.search(caption)
        return credit.start() if credit is not None else None

    def _credit_at_end(self, line: str) -> re.Match[str] | None:
        """The brackets that close a line and name an agency, a photo library, or a photographer with either."""
        bracket = _LAST_BRACKET.search(line)
        if bracket is None or bracket.start() == 0:
            return None
        words = bracket["words"].strip()
        if _OTHER_BRACKET.match(words) or len(_PROSE_WORD.findall(words)) > _MOST_PROSE_WORDS:
            return None
        named = self._names_agency(words) or _LIBRARY.search(words) or _SLASHED_CREDIT.fullmatch(words)
        return bracket if named else None

    def _names_agency(self, words: str) -> bool:
        """Whether an agency is named; "EAD.PA" is a share, and no picture of PA."""
        return any(words[: found.start()][-1:] != "." for found in self._agency.finditer(words))


def _stands_in_dateline(line: str, end: int) -> bool:
    """Whether what ends at `end` stands in the brackets of the dateline that the line opens with."""
    opening = _DATELINE.match(line)
    return opening is not None and end < opening.end() and find_dateline(line, 0, len(line)) is not None
