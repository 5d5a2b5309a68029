"""Which lines are site furniture: rules with their cases beside them.

Every rule reads a whole line, because prose may mention subscriptions, shares and breaking news freely. A rule is either
a line that can be nothing else, or an order to the reader ("Sign up", "Read more:") at the start of a short line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_CHARS = 420
"""Longer lines are never furniture by these rules: of 3,100 lines judged in development, the longest was 212 chars."""


@dataclass(frozen=True, kw_only=True)
class FurnitureRule:
    """A named pattern over a whole trimmed line, lines it must take and lines it must leave."""

    name: str
    pattern: str
    takes: tuple[str, ...]
    leaves: tuple[str, ...] = ()


_STRONG_MENU = (
    "menu|explore|sign ?in|sign ?up|log ?in|log ?out|subscribe|skip to (?:main )?content|skip to navigation|search|close|"
    "e-?paper|live tv|my account|newsletters?|toggle navigation|navigation|open app|watch live|advertisement|advertise|"
    "sponsored(?: content)?|share|tweet|print|email|copy link|comments?|save|bookmark|follow us|facebook|twitter|"
    "whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|messenger|flipboard|gift article|listen|"
    "sections|trending|most read|most popular|top stories|latest news|related (?:stories|articles|topics|news|content)|"
    "recommended(?: stories)?|read more|more stories|show more|load more|view all|see all|back to top|next|previous|"
    "privacy policy|terms of (?:use|service)|cookie policy|contact us|about us|site ?map|careers|help|faqs?"
)
_WEAK_MENU = (
    "home|news|world|world news|politics|business|economy|markets?|tech|technology|science|health|sports?|opinion|culture|"
    "entertainment|lifestyle|life ?& ?style|travel|weather|video|videos|photos?|podcasts?|local|national|international|"
    "india|us|u\\.s\\.|uk|europe|asia|africa|americas|middle east|russia|china|ukraine|education|cities|latest|live|more|"
    "edition|english|arts|style|food|real estate|obituaries|games|features|investigations|analysis|x|all"
)
_MENU_WORD = f"(?:{_STRONG_MENU}|{_WEAK_MENU})"
_MENU_GAP = r"[ \t]*(?:[|•·/>»,]|[ \t])[ \t]*"
_SECTION = r"[A-Z][\w&’'.-]*(?:[ ](?:[A-Z][\w&’'.-]*|and|of|the|&)){0,3}"

RULES: tuple[FurnitureRule, ...] = (
    FurnitureRule(
        name="date stamp",
        pattern=r"date[ ]+\d{4}-\d\d-\d\d",
        takes=("date 2024-11-02",),
        leaves=("Date palms were felled.",),
    ),
    FurnitureRule(
        name="menu",
        pattern=rf"(?:{_MENU_WORD}{_MENU_GAP})*(?:{_STRONG_MENU})(?:{_MENU_GAP}{_MENU_WORD})*\W*"
        rf"|{_MENU_WORD}(?:{_MENU_GAP}{_MENU_WORD})+",
        takes=(
            "Menu Explore",
            "Home | News | World",
            "ADVERTISEMENT",
            "Share Tweet Email",
            "Skip to content",
            "Comments",
        ),
        leaves=("World leaders explore a deal", "Search teams found the boat.", "Health workers share news"),
    ),
    FurnitureRule(
        name="pointer to another page",
        pattern=r"\W{0,3}(?:read|see|watch|listen|look|hear)(?: (?:also|more|this|next|it|on|now|here|"
        r"the (?:full|whole|original) (?:story|article|report|list|text|statement)))?(?: (?:here|about this|on this))?"
        r"[ ]*(?:[:|»>–—]|-[ ]).*"
        r"|\W{0,3}(?:also|more|related|recommended|explained|opinion|don[’']?t miss|must[- ]read|you (?:may|might) also like|"
        r"what to know|in pictures|in case you missed it|for more|editor[’']s picks?|top (?:story|picks?)|trending|"
        r"related (?:stories|story|articles?|coverage|links?|topics?|news|content|reading|video)|"
        r"more (?:on|from|about|in|stories|news|coverage|for you)[^.!?:]{0,60}|also (?:read|see|watch|on [\w .]{1,30}))"
        r"[ ]*(?:[:|»>]|[–—-][ ]).*"
        r"|(?:also (?:read|see|watch)|see also|read also|read more|more on this story|related)\b(?:.{0,160}[^.!\"”])?"
        r"|(?:click|tap) (?:here|on|the link)\b.*|read (?:or|and) share this (?:story|article).*"
        r"|read (?:the )?(?:full|whole|original|more|rest)\b.{0,80}",
        takes=(
            "Read more: Ferry talks stall",
            "READ MORE: Ferry talks stall (VIDEO)",
            "Also Read | What the treaty says",
            "SEE ALSO: Minister denies it",
            "( Also on HERALD: The budget in numbers )",
            "Related: Ten things about tides",
            "Click here for the full list.",
            "Read the full story",
        ),
        leaves=(
            "Read the minister's letter aloud, she was told.",
            "More than 40 people were hurt.",
            "Watch out, he said: the ice is thin.",
            "Related parties held 4 percent.",
            "Opinion polls put him ahead.",
        ),
    ),
    FurnitureRule(
        name="promise of more news",
        pattern=r"(?:read|get|follow|catch|stay|check out|find|see|watch|for)\b.{0,40}\b(?:latest|breaking|live|top|more|"
        r"up[- ]to[- ]date|ahead)\b.{0,300}\b(?:news|updates?|stories|headlines|coverage|alerts?|videos?|analysis)\b.*",
        takes=(
            "Read breaking news, latest updates from every county on politics and crime.",
            "Get the latest headlines from our newsroom",
            "Follow live updates on the storm here",
            "For more stories, visit our home page",
        ),
        leaves=("The latest news from the front was grim.", "For more than a decade he ran the mine."),
    ),
    FurnitureRule(
        name="subscription or following",
        pattern=r"(?:please |to )?(?:subscribe|sign up|sign in|log in|register|join|download|follow|like|support|donate|"
        r"become|get|share|enjoy|try|already)\b.{0,60}?\b(?:newsletters?|channel|app|apps|e-?mails?|inbox|notifications?|"
        r"alerts?|membership|member|subscri(?:be|bers?|ptions?)|us on|our (?:[\w-]+ ){0,3}(?:journalism|reporting|newsroom|"
        r"coverage|page|podcast|community|work|site|website)|for free|free trial|you ?tube|facebook|instagram|whatsapp|"
        r"telegram|on twitter|on x|the conversation|the discussion|podcast|digest|account)\b.{0,160}"
        r"|sign up\b.{0,120}|subscribe(?: now| today| here| to)?\b.{0,100}|\d+ (?:comments?|shares?|views?|likes)"
        r"|(?:thanks|thank you) for (?:reading|subscribing|watching|signing up|listening)\b.{0,120}"
        r"|.{0,80}\b(?:delivered|straight|sent|direct(?:ly)?) to your (?:inbox|phone|email)\b.{0,80}",
        takes=(
            "Sign up for our newsletter",
            "Subscribe to our channel.",
            "Follow us on Facebook",
            "Join our WhatsApp channel for updates",
            "Download the Herald app",
            "12 comments",
            "The day's news, delivered to your inbox",
        ),
        leaves=(
            "Subscribers of the service rose by 3 million, the company said on Monday.",
            "Support for the strike grew.",
            "Join-up rates fell.",
            "Like many of his neighbours, he fled.",
            "Becoming a member of the union would take ten years, the minister said.",
        ),
    ),
    FurnitureRule(
        name="offer",
        pattern=r".{0,200}\b(?:be (?:among|one of) the first to (?:get|read|see|know|receive|own|try)|pre-?order (?:now|yours|"
        r"your copy|today)|order (?:now|your copy|yours)|shop now|buy now|get (?:yours|your copy)|limited[- ]time offer|"
        r"free trial|start your (?:free )?trial|cancel any ?time|special offer|subscribe now|donate now)\b.{0,120}",
        takes=(
            "Winter Tides: the first magazine of the Herald. Be among the first to get it.",
            "Our calendar is out. Order now!",
        ),
        leaves=("He wanted to be among the first settlers.", "The court ordered your tax returns released, he said."),
    ),
    FurnitureRule(
        name="reading time",
        pattern=r"\W*(?:(?:estimated )?(?:reading|read) time\W*)?(?:<|about )?[ ]?\d{1,3}[ -]min(?:ute)?s?[ -]?"
        r"(?:read|listen|watch|video|ago)?\W*|(?:estimated )?read(?:ing)? time\b.{0,20}",
        takes=("2 min read", "5-minute read", "Reading time: 3 minutes", "(4 min listen)"),
        leaves=("5 minutes later the lights failed.",),
    ),
    FurnitureRule(
        name="audio or machine note",
        pattern=r"(?:this (?:audio|article|story|summary|transcript|translation|page|video)|the (?:audio|summary))\b.{0,40}\b(?:is|was|"
        r"has been) (?:\w+ )?(?:created|generated|produced|read|voiced|narrated|translated|transcribed|summari[sz]ed)\b.{0,80}\b"
        r"(?:ai|a\.i\.|artificial intelligence|machine|automatic\w*|synthetic|assistance)\b.{0,80}"
        r"|listen to (?:this|the) (?:article|story|audio|episode|podcast|report)\b.{0,60}"
        r"|(?:your browser|this browser) does(?:n[’']t| not) support\b.*|media playback is (?:not supported|unsupported)\b.*"
        r"|(?:play|pause|mute|unmute) ?(?:video|audio|sound)?|press play\b.{0,60}|scroll down for (?:more|video|audio)\b.{0,60}",
        takes=(
            "This audio is created with AI assistance",
            "Listen to this article",
            "Media playback is unsupported on your device",
            "This article was translated by machine",
            "Scroll down for video",
        ),
        leaves=("The audio was recorded by a neighbour.", "This article of the treaty was read as a threat."),
    ),
    FurnitureRule(
        name="breadcrumb",
        pattern=rf"(?-i:{_SECTION})(?:[ ]+[/>»›][ ]+(?-i:{_SECTION})){{1,5}}(?:[ ]+[/>»›][ ]+[^.]{{1,200}}[^.])?"
        rf"|(?:home|news)[ ]*[/>»›|][ ]*.{{1,200}}",
        takes=("News / World News / Harbour strike ends", "Home > Region > Coast", "Home » Harbour strike ends"),
        leaves=("He can sue and / or appeal.",),
    ),
    FurnitureRule(
        name="rights",
        pattern=r"(?:copyright|©|\(c\)|&copy;)\W.{0,250}|(?:all )?rights reserved\b.{0,100}|.{0,200}\ball rights reserved\b.{0,200}"
        r"|this material may not be (?:published|reproduced)\b.{0,200}"
        r"|.{0,120}\b(?:is not responsible for|does not endorse) (?:the )?(?:content|external)\b.{0,120}",
        takes=("Copyright 2024 The Herald", "© Herald Media. All rights reserved.", "All rights reserved."),
        leaves=("Copyrighted songs were played at the rally.",),
    ),
    FurnitureRule(
        name="syndication note",
        pattern=r"\W*(?:except for the headline\W.{0,200}|(?:this|the) (?:story|article|report|copy|content)\b.{0,30}"
        r"(?:has not been|was not|hasn[’']t been|has been) (?:edited|created|modified|verified|published)\b.{0,250})",
        takes=("(This story has not been edited by Herald staff and is auto-generated from a syndicated feed.)",),
        leaves=("This story has been told before.",),
    ),
    FurnitureRule(
        name="cookies and consent",
        pattern=r"(?:we|this (?:site|website|page)|our (?:site|website|partners))\b.{0,60}\b(?:uses?|stores?|set|process)\b.{0,120}\b"
        r"(?:cookies?|personal data|consent)\b.{0,200}|(?:accept|reject|manage) (?:all )?(?:cookies|preferences|settings)"
        r"|by (?:continuing|using|clicking|signing up|entering)\b.{0,120}\b(?:agree|consent|accept)\b.{0,200}"
        r"|(?:please )?enable (?:javascript|cookies)\b.{0,100}",
        takes=("We use cookies to improve your visit.", "Accept all cookies", "By signing up you agree to our terms"),
        leaves=("We use the data to plan bus routes, she said.",),
    ),
    FurnitureRule(
        name="author box",
        pattern=r"\W*(?:authors?|about the authors?|written by|reported by|posted by|published by|reporters?|editors?|edited by|"
        r"contributors?|by[- ]?line|news ?desk|(?:(?:have|got) a (?:news )?tip|send (?:us )?(?:your )?tips?))\b[ ]?[:?].{0,120}"
        r"|(?:about the authors?|written by|edited by|posted by)\b.{0,80}[^.]"
        r"|(?:e-?mail|contact|reach|follow)\b.{0,80}(?:@|\bat \d).{0,100}",
        takes=(
            "Author: Marta Vane",
            "Edited by Joan Pell",
            "Contact Marta Vane at mvane@herald.example",
            "About the author",
        ),
        leaves=("Authors of the study urged caution.", "Editors must decide by Friday."),
    ),
    FurnitureRule(
        name="tags",
        pattern=r"(?:tags?|topics?|filed under|key ?words?|categor(?:y|ies)|hashtags?|in this story|more on)[ ]*:.{0,200}"
        r"|(?:#\w+[ ,]*)+",
        takes=("Tags: harbour, strike", "Filed under: Coast", "#harbour #strike"),
        leaves=("Tags were cut off the coats.",),
    ),
    FurnitureRule(
        name="continuation",
        pattern=r"\W*(?:story|article|report|text) (?:continues?|continued|resumes)\b.{0,60}|(?:continue|keep) reading\b.{0,80}"
        r"|\W*advertisement\W*.{0,30}|advertising|sponsored(?: by)?\b.{0,40}|image \d+ of \d+|\d+ ?/ ?\d+|gallery|slideshow",
        takes=("Story continues below advertisement", "Continue reading the main story", "Advertisement:", "1 / 12"),
        leaves=("Reading on would not help.", "Story after story told of the flood."),
    ),
    FurnitureRule(
        name="address",
        pattern=r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+",
        takes=("https://herald.example/a/1", "desk@herald.example"),
        leaves=("The site www.herald.example was blocked on Monday.",),
    ),
    FurnitureRule(
        name="update note",
        pattern=r"(?:last )?(?:updated|published|posted|modified)\b[ :]*(?:an?|\d+) (?:min(?:ute)?s?|hours?|days?|weeks?) ago\W*"
        r"|\d+ (?:min(?:ute)?s?|hours?|hrs?|days?) ago",
        takes=("Updated 3 hours ago", "2 hours ago"),
        leaves=("Two days ago the talks began.",),
    ),
)
_ANY = re.compile("|".join(f"(?:{rule.pattern})" for rule in RULES), re.IGNORECASE)
_HEAD_SECTION = re.compile(_MENU_WORD, re.IGNORECASE)
_LEADING_MENU = re.compile(
    rf"(?:{_MENU_WORD}{_MENU_GAP})*(?:{_STRONG_MENU})(?:{_MENU_GAP}{_MENU_WORD})+(?=[ ]+[A-Z“\"'‘])|skip to (?:main )?content\b",
    re.IGNORECASE,
)
_STAMP = re.compile(r"\s*date[ ]+\d{4}-\d\d-\d\d\b")
_POINTER = re.compile(
    r"(?:read|see) (?:more|also)[:]?|more stories[:]?|related(?: (?:stories|articles|news))?[:]?", re.IGNORECASE
)


def is_furniture(line: str) -> bool:
    """Whether the trimmed line is site furniture by itself, wherever it stands.

    >>> is_furniture("2 min read"), is_furniture("Subscribers rose by two million, the company said.")
    (True, False)
    """
    return len(line) <= MAX_CHARS and _ANY.fullmatch(line) is not None


def is_section_label(line: str) -> bool:
    """Whether the line is one section name; such a line is furniture above an article and a heading inside one."""
    return _HEAD_SECTION.fullmatch(line) is not None


def opens_link_list(line: str) -> bool:
    """Whether the line announces links to other pages on the lines that follow."""
    return _POINTER.fullmatch(line) is not None


def end_of_leading_furniture(text: str, start: int, end: int) -> int:
    """Where furniture that runs into text on the same line ends: a date stamp, a row of menu words; `start` if none.

    >>> end_of_leading_furniture(" date 2024-11-02 The mine", 0, 25)
    16
    """
    for pattern in (_STAMP, _LEADING_MENU):
        match = pattern.match(text, start, end)
        if match is not None:
            return match.end()
    return start
