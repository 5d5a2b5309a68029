"""The furniture rules, each with the lines it must take and the lines it must leave.

A rule reads a whole trimmed line without regard to case: it is either a line that can be nothing else, or an order to
the reader ("Sign up", "Read more:") that opens a short line. `lines` must cover the line from end to end; `phrases` may
stand anywhere in a line of up to `MAX_PHRASE_CHARS`.
"""

from __future__ import annotations

from dataclasses import dataclass

MAX_PHRASE_CHARS = 240
"""Site promises are short: the longest of 66 lines that a phrase decides in three development sets has 192."""


@dataclass(frozen=True, kw_only=True)
class FurnitureRule:
    """A named kind of furniture: patterns, and the cases that test and explain them."""

    name: str
    lines: tuple[str, ...] = ()
    phrases: tuple[tuple[str, str], ...] = ()
    """Pairs: a literal that must stand in the line in lower case (quick to refuse by), and the pattern."""
    takes: tuple[str, ...]
    leaves: tuple[str, ...] = ()


STRONG_MENU = (
    "menu|explore|sign ?in|sign ?up|log ?in|log ?out|subscribe|skip to (?:main )?content|skip to navigation|search|"
    "close|e-?paper|live tv|my account|newsletters?|toggle navigation|navigation|open app|watch live|advertisement|"
    "advertise|sponsored(?: content)?|share|tweet|print|email|copy link|comments?|save|bookmark|follow us|facebook|"
    "twitter|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|messenger|flipboard|gift article|listen|"
    "sections|trending|most read|most popular|top stories|latest news|"
    "related (?:stories|articles|topics|news|content)|recommended(?: stories)?|read more|more stories|show more|"
    "load more|view all|see all|back to top|next|previous|privacy policy|terms of (?:use|service)|cookie policy|"
    "contact us|about us|site ?map|careers|help|faqs?"
)
"""Words that stand in menus and buttons and, on a line of their own, nowhere else."""
_WEAK_MENU = (
    "home|news|world|world news|politics|business|economy|markets?|tech|technology|science|health|sports?|opinion|"
    "culture|entertainment|lifestyle|life ?& ?style|travel|weather|video|videos|photos?|podcasts?|local|national|"
    r"international|india|us|u\.s\.|uk|europe|asia|africa|americas|middle east|russia|china|ukraine|education|cities|"
    "latest|live|more|edition|english|arts|style|food|real estate|obituaries|games|features|investigations|analysis|"
    "x|all"
)
"""Names of sections: furniture in a row of such words, a heading when alone inside a story."""
MENU_WORD = f"(?:{STRONG_MENU}|{_WEAK_MENU})"
MENU_GAP = r"(?:[ \t]+(?:[|•·/>»,][ \t]*)?|[|•·/>»,][ \t]*)"
_SECTION = r"(?-i:[A-Z][\w&’'.-]*(?:[ ](?:[A-Z][\w&’'.-]*|and|of|the|&)){0,3})"
_PERSON = r"(?-i:[A-ZÀ-Þ][\w.’'-]*(?:,? (?:[A-ZÀ-Þ][\w.’'-]*|and|de|van|von|al|el|bin)){0,9})"
_NETWORK = (
    "(?:twitter|x|facebook|instagram|you ?tube|telegram|whatsapp|threads|linkedin|tiktok|google news|bluesky|mastodon)"
)
_LETTER = r"(?:newsletters?|apps?|inbox|e-?mails?|alerts?|updates?|digest|briefing|headlines|podcasts?|notifications?)"
_DAY = r"[a-z]{3,9}\.? \d{1,2}, \d{4}"
_STAMPED = r"(?:[a-z]{3,9}, )?[a-z]{3,9}\.? \d{1,2}, \d{4}(?:,? (?:at )?\d{1,2}:\d\d ?[ap]\.?m\.?)?(?: [a-z]{2,4})?"

RULES: tuple[FurnitureRule, ...] = (
    FurnitureRule(
        name="date stamp",
        lines=(r"date[ ]+\d{4}-\d\d-\d\d",),
        takes=("date 2024-11-02",),
        leaves=("Date palms were felled.",),
    ),
    FurnitureRule(
        name="menu",
        lines=(
            rf"(?:{MENU_WORD}{MENU_GAP})*(?:{STRONG_MENU})(?:{MENU_GAP}{MENU_WORD})*\W*",
            rf"{MENU_WORD}(?:{MENU_GAP}{MENU_WORD})+",
        ),
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
        lines=(
            (
                r"\W{0,3}(?:read|see|watch|listen)(?: (?:also|more|this|next|it|on|now|here|the (?:full|whole|original)"
                r" (?:story|article|report|list|text|statement)))?(?: (?:here|about this|on this))?"
                r"[ ]*(?:[:|»>–—]|-[ ]).*"
            ),
            (
                r"\W{0,3}(?:also|more|related|recommended|explained|opinion|don[’']?t miss|must[- ]read|in pictures|"
                r"trending|you (?:may|might) also like|what to know|in case you missed it|for more|"
                r"editor[’']s picks?|top (?:story|picks?)|related (?:stories|story|articles?|coverage|links?|"
                r"topics?|news|content|reading|video)|more (?:on|from|about|in|stories|news|coverage|"
                r"for you)[^.!?:]{0,60}|also (?:read|see|watch|on [\w .]{1,30}))"
                r"[ ]*(?:[:|»>]|[–—-][ ]).*"
            ),
            (
                r"(?:also (?:read|see|watch)|see also|read also|read more|more on this story)\b(?:.{0,160}[^.!\"”])?|"
                r"related"
            ),
            r"(?:click|tap) (?:here|on|the link|for more|to (?:get|read|see|watch|view|download|enlarge))\b.*",
            r"read (?:or|and) share this (?:story|article).*",
            rf"{_DAY} - .{{10,300}}(?-i:[a-z](?=[A-Z])){_DAY} - .*",
            r"related coverage\b.{0,200}[^.!?]|just watched\b.{0,160}\bmust watch\b.*",
            r"more (?:from|stories from|on) (?-i:[A-Z])[\w’' ]{2,60}",
            r"read (?:the )?(?:full|whole|original|more|rest)\b.{0,80}",
        ),
        takes=(
            "Read more: Ferry talks stall",
            "READ MORE: Ferry talks stall (VIDEO)",
            "Also Read | What the treaty says",
            "SEE ALSO: Minister denies it",
            "( Also on HERALD: The budget in numbers )",
            "Related: Ten things about tides",
            "Click here for the full list.",
            "Click for more from the Herald.",
            "Read or share this story: https://herald.example/a",
            "CLICK TO GET THE HERALD APP",
            "May 4, 2017 - Pier at Orrin is closedMay 3, 2017 - Crack found in pier at Orrin",
            "Related Coverage Minister denies it",
            "JUST WATCHED Ferry talks stall Replay More Videos ... MUST WATCH Ferry talks stall 02:10",
            "Read the full story",
            "More from Herald Sport",
        ),
        leaves=(
            "Read the minister's letter aloud, she was told.",
            "Related coverage of the flood cost millions, she said.",
            "Click by click the lock gave way.",
            "More than 40 people were hurt.",
            "Watch out, he said: the ice is thin.",
            "Related parties held 4 percent.",
            "Opinion polls put him ahead.",
        ),
    ),
    FurnitureRule(
        name="promise of more news",
        lines=(
            (
                r"(?:read|get|follow|catch|stay|check out|find|see|watch)\b.{0,40}\b(?:latest|breaking|live|top|more|"
                r"up[- ]to[- ]date|"
                r"ahead)\b.{0,300}\b(?:news|updates?|stories|headlines|coverage|alerts?|videos?|analysis)\b.*"
            ),
            (
                r"for (?:more|the latest|all the latest)(?: (?!than\b)[\w’'-]+){0,5} (?:news|stories|updates|coverage|"
                r"videos|analysis)\b.*"
            ),
        ),
        takes=(
            "Read breaking news, latest updates from every county on politics and crime.",
            "Get the latest headlines from our newsroom",
            "Follow live updates on the storm here",
            "For more local stories, visit our home page",
        ),
        leaves=("The latest news from the front was grim.", "For more than a decade he read the news."),
    ),
    FurnitureRule(
        name="subscription",
        lines=(
            (
                r"(?:please |to )?(?:subscribe|sign up|sign in|log in)(?: (?:now|today|here|for|with|and|or|in|our|via|"
                r"to (?:our|the|us|this|receive|get|read|continue|support|unlock|comment|(?-i:[A-Z])))\b.{0,140})?\W*"
            ),
            r"register (?:now|here|today|for free|to (?:read|comment|continue))\b.{0,100}",
            r"join (?:us|our|now|today|the (?:conversation|discussion|debate))\b.{0,140}",
            r"join [\w’' ]{2,40} on " + _NETWORK + r"\b.{0,80}",
            r"download (?:the|our)\b.{0,40}\bapps?\b.{0,80}",
            (
                r"support (?:our|independent|quality|local|free) (?:\w+ ){0,2}(?:journalism|reporting|work|newsroom|"
                r"media|news)\b.{0,100}"
            ),
            rf"(?:get|receive) (?:our|the|your|all|more|breaking|daily|a|an)\b.{{0,80}}\b{_LETTER}\b.{{0,120}}",
            (
                r"become an? (?:[\w’']+ ){0,2}(?:member|subscriber|supporter|patron)(?: (?:today|now|here|of (?:the|"
                r"our))\b.{0,60})?\W*"
            ),
            r"donate (?:now|today|here|to (?:us|our))\b.{0,60}",
            r"(?:enjoy|try) (?:unlimited|free|our)\b.{0,80}",
            r"already (?:an?|have)\b.{0,30}\b(?:subscriber|member|account)\b.{0,40}",
            r"(?:close )?get email notifications on .{0,80}\bdaily\W*",
            r"your notification has been saved\.?|there was a problem saving your notification\.?",
            r"email notifications are only sent once a day\b.{0,80}",
            r"(?:thanks|thank you) for (?:reading|subscribing|watching|signing up|listening)\b.{0,120}",
            r"if you (?:like|liked|enjoy|enjoyed) (?:this|our|the) (?:story|article|piece|work)\b.{0,120}",
        ),
        phrases=((" to your ", r"\b(?:delivered|straight|sent|direct(?:ly)?) to your (?:inbox|phone|e-?mail)\b"),),
        takes=(
            "Sign up for our newsletter",
            "Subscribe to our channel.",
            "SUBSCRIBE",
            "Join our channel for updates",
            "Download the Herald app",
            "The day's news, delivered to your inbox",
            "Already a subscriber? Log in",
            "Close Get email notifications on Marta Vane daily!",
            "Your notification has been saved.",
            "There was a problem saving your notification.",
            "Email notifications are only sent once a day, and only if there are new matching items.",
            "Register now for free",
            "Join the Herald on WhatsApp",
            "Support independent journalism today",
            "Get our weekly newsletter",
            "Become a member",
            "Donate now",
            "Try unlimited access for a month",
            "Thank you for reading the Herald",
            "If you enjoyed this story, tell a friend",
        ),
        leaves=(
            "Subscribers of the service rose by 3 million, the company said on Monday.",
            "Support for the strike grew.",
            "Already, the account had been emptied, police said.",
            "Becoming a member of the union would take ten years, the minister said.",
            "Join-up rates fell.",
        ),
    ),
    FurnitureRule(
        name="following and sharing",
        lines=(
            r"(?:you can )?(?:follow|find|reach) (?:us|me|him|her|them|@\w+|our)\b.{0,160}",
            rf"follow [\w .,’'@&]{{2,90}} on {_NETWORK}\b.{{0,100}}",
            rf"(?:like|find) (?:us|our page|[\w ]{{2,30}}) on {_NETWORK}\b.{{0,100}}",
            r"share (?:this|on|via|your (?:thoughts|comments|story))\b.{0,80}",
            r"stay up[- ]to[- ]date\W.{0,40}\bfollow\b.{0,60}",
            rf"(?:skip|end of) {_NETWORK} (?:post|video)(?: (?:\d+ )?by @?\w+)?",
            r"\d+ (?:comments?|shares?|views?|likes)",
        ),
        takes=(
            "Follow us on Facebook",
            "Follow Ann Roe on Twitter: @annroe",
            "Like the Herald on Facebook",
            "Share this story",
            "Stay Up To Date, Follow the Herald On Twitter",
            "End of Twitter post by @annroe",
            "12 comments",
        ),
        leaves=("Like Facebook, the company sells data.", "Share prices fell on Monday.", "Follow-up talks are due."),
    ),
    FurnitureRule(
        name="offer",
        phrases=(
            (" first to ", r"\bbe (?:among|one of) the first to (?:get|read|see|know|receive|own|try)\b"),
            (" now", r"\b(?:pre-?order|order|shop|buy|donate|subscribe) now\b"),
            ("get your", r"\bget (?:yours|your copy)\b"),
            ("offer", r"\b(?:limited[- ]time|special) offer\b"),
            ("become a", r"(?:^|[-–—:.!|] )become an? (?:[\w’']+ ){0,2}(?:member|subscriber|supporter)\W*$"),
            (
                "support ",
                r"(?:^|[-–—:.!|] )support (?:independent|our|local|free) (?:\w+ )?(?:news|journalism|reporting)\b",
            ),
            (" trial", r"\b(?:start your )?free trial\b"),
            ("cancel any", r"\bcancel any ?time\b"),
        ),
        takes=(
            "Winter Tides: the first magazine of the Herald. Be among the first to get it.",
            "Our calendar: order now!",
            "The Herald calendar is here: get yours",
            "Limited-time offer: a year for the price of a month",
            "Six months of the Herald: become a subscriber",
            "The Herald is free to all - support local journalism",
            "Start your free trial",
            "A year of the Herald, cancel anytime",
        ),
        leaves=("He wanted to be among the first settlers.", "The court ordered your tax returns released, he said."),
    ),
    FurnitureRule(
        name="reading time",
        lines=(
            (
                r"\W*(?:(?:estimated )?(?:reading|read) time\W*)?(?:<|about )?[ ]?\d{1,3}[ -]min(?:ute)?s?[ -]?"
                r"(?:read|listen|watch|video|ago)?\W*"
            ),
            r"(?:estimated )?read(?:ing)? time\b.{0,20}",
        ),
        takes=("2 min read", "5-minute read", "Reading time: 3 minutes", "(4 min listen)"),
        leaves=("5 minutes later the lights failed.",),
    ),
    FurnitureRule(
        name="audio or machine note",
        lines=(
            (
                r"(?:this (?:audio|article|story|summary|transcript|translation|page|video)|the (?:audio|summary))\b"
                r".{0,40}\b(?:is|was|has been) (?:\w+ )?(?:created|made|generated|produced|read|voiced|narrated|"
                r"translated|transcribed|summari[sz]ed)\b.{0,80}"
                r"\b(?:ai|a\.i\.|artificial intelligence|machine|automatic\w*|synthetic|assistance)\b.{0,80}"
            ),
            r"listen to article\b.{0,60}",
            r"listen to (?:this|the) (?:article|story|audio|episode|podcast|report)\b.{0,60}",
            (
                r"(?:your browser|this browser) does(?:n[’']t| not) support\b.*|media playback is (?:not supported|"
                r"unsupported)\b.*"
            ),
            r"(?:play|pause|mute|unmute) ?(?:video|audio|sound)?|press play\b.{0,60}",
            r"to (?:play|watch|view|see|hear) (?:this|the) (?:content|video|audio|clip|media|page)\b.{0,120}",
            r"(?:sorry, ?)?this (?:media|content|video|audio|clip|program) is (?:not|no longer) available\b.{0,100}",
            r"(?:can ?not|can['’]t|unable to) play (?:this )?(?:media|video|audio)\b.{0,60}",
            r"scroll down for (?:more|video|audio)\b.{0,60}",
        ),
        takes=(
            "This audio is created with AI assistance",
            "Listen to this article",
            "LISTEN TO ARTICLE 4:55 SHARE THIS ARTICLE Share Tweet Post Email",
            "Media playback is unsupported on your device",
            "This article was translated by machine",
            "Scroll down for video",
            "Play video",
            "To play this content JavaScript must be turned on.",
            "Sorry, this media is not available in your territory.",
            "Can not play media.",
        ),
        leaves=(
            "To see the pier she took a boat.",
            "The audio was recorded by a neighbour.",
            "This article of the treaty was read as a threat.",
        ),
    ),
    FurnitureRule(
        name="breadcrumb",
        lines=(
            rf"{_SECTION}(?:[ ]+[/>»›][ ]+{_SECTION}){{1,5}}(?:[ ]+[/>»›][ ]+[^.]{{1,200}}[^.])?",
            r"(?:home|news)[ ]*[/>»›|][ ]*.{1,200}",
        ),
        takes=("News / World News / Harbour strike ends", "Home > Region > Coast", "Home » Harbour strike ends"),
        leaves=("He can sue and / or appeal.",),
    ),
    FurnitureRule(
        name="rights",
        lines=(
            r"(?:copyright|©|&copy;)\W.{0,250}|\(c\) ?(?:copyright|\d{4}).{0,200}|(?:all )?rights reserved\b.{0,100}",
            r"this material may not be (?:published|reproduced)\b.{0,200}",
        ),
        phrases=(
            ("rights reserved", r"\ball rights reserved\b"),
            ("not responsible", r"\bis not responsible for (?:the )?(?:content|external)\b"),
        ),
        takes=(
            "Copyright 2024 The Herald",
            "© Herald Media. All rights reserved.",
            "All rights reserved.",
            "This material may not be published or rewritten.",
            "The Herald, 2024, all rights reserved",
            "The Herald is not responsible for the content of other sites.",
        ),
        leaves=("Copyrighted songs were played at the rally.", "(c) The authority ends with a vacancy in the office."),
    ),
    FurnitureRule(
        name="syndication note",
        lines=(
            r"\W*except for the headline\W.{0,200}",
            (
                r"\W*(?:this|the) (?:story|article|report|copy|content)\b.{0,30}(?:has not been|was not|hasn[’']t been|"
                r"has been) "
                r"(?:edited|created|modified|verified|published)\b.{0,250}"
            ),
        ),
        takes=(
            "(This story has not been edited by Herald staff and is auto-generated from a syndicated feed.)",
            "(Except for the headline, the Herald changed nothing.)",
        ),
        leaves=("This story has been told before.",),
    ),
    FurnitureRule(
        name="cookies and consent",
        lines=(
            (
                r"(?:we|this (?:site|website|page)|our (?:site|website|partners))\b.{0,60}\b(?:uses?|stores?|set|"
                r"process)\b.{0,120}"
                r"\b(?:cookies?|personal data|consent)\b.{0,200}"
            ),
            (
                r"(?:accept|reject|manage) (?:all )?(?:cookies|preferences|settings)|(?:please )?enable (?:javascript|"
                r"cookies)\b.{0,100}"
            ),
            (
                r"by (?:continuing|using|clicking|signing up|entering)\b.{0,120}\byou\b.{0,30}\b(?:agree|consent|"
                r"accept)\b.{0,60}\b(?:our|terms|policy|privacy|cookies|e-?mails?|use of)\b.{0,200}"
            ),
        ),
        takes=("We use cookies to improve your visit.", "Accept all cookies", "By signing up you agree to our terms"),
        leaves=("We use the data to plan bus routes, she said.", "By using force the union made them agree."),
    ),
    FurnitureRule(
        name="author box",
        lines=(
            (
                rf"\W*(?:authors?|about the authors?|written by|reported by|posted by|published by|reporters?|"
                rf"editors?|edited by|contributors?|by[- ]?line|news ?desk)\b[ ]?:[ ]*{_PERSON}\W*"
            ),
            r"(?:about the authors?|written by|edited by|posted by)\b.{0,80}[^.]|(?:about the authors?)",
            r"(?:have|got) a (?:news )?tip\b.{0,160}|send (?:us )?(?:your )?tips?\b.{0,120}",
            r"(?:e-?mail|contact|reach|follow)\b.{0,80}(?:@|\bat \d).{0,100}",
            rf"(?:{_PERSON} contributed\. )?{_PERSON}: \S+@\S+(?: or [\d .()-]{{7,16}})?(?: twitter: @\w+)?\W*",
        ),
        takes=(
            "Author: Marta Vane",
            "Edited by Joan Pell",
            "Contact Marta Vane at mvane@herald.example",
            "About the author",
            "Joan Pell contributed. Marta Vane: mvane@herald.example or 555-263-0188. Twitter: @mvane.",
            "Have a tip? Write to the desk",
        ),
        leaves=(
            "Authors of the study urged caution.",
            "Editors must decide by Friday.",
            "Reporter: Why did you leave?",
        ),
    ),
    FurnitureRule(
        name="tags",
        lines=(
            r"(?:tags?|topics?|filed under|key ?words?|categor(?:y|ies)|hashtags?|in this story|more on)[ ]*:.{0,200}",
            r"(?:#\w+[ ,]*)+",
        ),
        takes=("Tags: harbour, strike", "Filed under: Coast", "#harbour #strike"),
        leaves=("Tags were cut off the coats.",),
    ),
    FurnitureRule(
        name="continuation",
        lines=(
            (
                r"\W*(?:story|article|report|text) (?:continues?|continued|resumes)\b.{0,60}|(?:continue|"
                r"keep) reading\b.{0,80}"
            ),
            r"\W*advertisement\W*.{0,30}|advertising|sponsored(?: by)?\b.{0,40}",
            r"image \d+ of \d+|\d+ ?/ ?\d+|gallery|slideshow",
        ),
        takes=("Story continues below advertisement", "Continue reading the main story", "Advertisement:", "1 / 12"),
        leaves=("Reading on would not help.", "Story after story told of the flood."),
    ),
    FurnitureRule(
        name="gallery",
        lines=(
            r".*\bhide caption \d{1,3} of \d{1,3}\b.*",
            r"info close .{1,80}",
            r"(?:image|media) (?:copyright|source) (?:(?!caption\b)[\w’'&/-]+ ?){1,6}",
        ),
        takes=(
            "Photos: The flood A woman leaves. Hide Caption 1 of 45 Photos: The flood A boat. Hide Caption 2 of 45",
            "info Close AP Photo/Ann Roe",
            "Image copyright Harbour Pictures",
        ),
        leaves=("They hide the caption of a picture.", "Image copyright Roe Image caption The pier"),
    ),
    FurnitureRule(
        name="video pointer",
        lines=(
            r"\W*(?:on a mobile device\? ?)?(?:click here to )?watch the (?:full )?video(?: (?:here|above|below))?\W*",
            r"(?:email newsletters? )?sign up for one of our (?:email )?newsletters?\W*",
        ),
        takes=(
            "ON A MOBILE DEVICE? WATCH THE VIDEO HERE.",
            "Watch the video above",
            "Email Newsletters Sign up for one of our email newsletters.",
        ),
        leaves=("Watch the video of the pier and you see the crack.",),
    ),
    FurnitureRule(
        name="address",
        lines=(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+",),
        takes=("https://herald.example/a/1", "desk@herald.example"),
        leaves=("The site www.herald.example was blocked on Monday.",),
    ),
    FurnitureRule(
        name="update note",
        lines=(
            (
                r"(?:last )?(?:updated|published|posted|modified)\b[ :]*(?:an?|\d+) (?:min(?:ute)?s?|hours?|days?|"
                r"weeks?) ago\W*"
            ),
            r"\d+ (?:min(?:ute)?s?|hours?|hrs?|days?) ago",
            rf"(?:[^.!?]{{1,200}} )?(?:posted|published|(?:last )?updated): {_STAMPED}(?: updated: {_STAMPED})?",
        ),
        takes=(
            "Updated 3 hours ago",
            "2 hours ago",
            "Pier closed in Orrin Posted: Thursday, May 4, 2017 9:10 AM EDT Updated: Friday, May 5, 2017 9:00 AM EDT",
            "Posted: May 4, 2017 9:10 a.m.",
        ),
        leaves=(
            "Two days ago the talks began.",
            "A notice was posted: Thursday, May 4, 2017 was the last day of the pier.",
        ),
    ),
)
