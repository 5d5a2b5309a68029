"""Words for the states that one person passes through: sought and caught, accused and judged, held and freed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.crosscheck.decision import Decision
from twosource.model import ReadingOf
from twosource.text.cued import Cued


@dataclass(frozen=True)
class Course:
    """A state of a person, and the words that tell that it is over."""

    decision: Decision
    state: Cued
    ended: Cued


def _cued(pattern: str, *letters: str) -> Cued:
    return Cued(re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), letters)


_GO = r"(?:resign|step down|quit|step aside)"
COURSES = (
    Course(
        Decision(ReadingOf.UPDATE, "sought in one report, and caught in a later one"),
        _cued(
            r"manhunt|at large|on the (?:run|loose|lam)|still (?:being )?sought|(?:search(?:ing)?|hunt(?:ing)?) for"
            r"|looking for|warrants? (?:\w+ ){0,3}?for|wanted (?:for|in|on)|has not been (?:found|caught|arrested)",
            *(
                "manhunt",
                "at large",
                "on the ",
                "sought",
                "search",
                "hunt",
                "looking for",
                "warrant",
                "wanted ",
                "has not",
            ),
        ),
        _cued(
            r"(?:re)?captured|arrested|caught|apprehended|in custody|surrendered|shot dead|found dead"
            r"|turned (?:him|her)self in|booked (?:into|at|for|on (?:\w+ ){0,3}?(?:charges?|suspicion))",
            *("captured", "arrested", "caught", "apprehended", "custody", "surrendered", " dead", "self in", "booked "),
        ),
    ),
    Course(
        Decision(ReadingOf.UPDATE, "in danger of life in one report, and dead in a later one"),
        _cued(
            r"(?:critical|grave|serious) condition|critically (?:injured|ill|wounded|hurt)|life[- ]support|in a coma"
            r"|fighting for (?:his|her|their) li(?:fe|ves)|life-threatening|(?:underwent|in|out of) surgery"
            r"|(?<!had been )hospitali[sz]ed"
            r"|(?:taken|rushed|airlifted|flown) to [^.;]{0,40}?hospital",
            *("condition", "critically", "life", "in a coma", "lives", "surgery", "hospital"),
        ),
        _cued(
            r"died|dies|succumbed|dead|passed away"
            r"|(?:left|leaves) behind (?:a|an|his|her) (?:\w+ ){0,2}?(?:wife|husband|son|daughter|children"
            r"|family|parents)|survived by",
            *("died", "dies", "succumbed", "dead", "passed away", " behind ", "survived by"),
        ),
    ),
    Course(
        Decision(ReadingOf.UPDATE, "in danger of life in one report, and better in a later one"),
        _cued(
            r"(?:critical|grave|serious) condition|critically (?:injured|ill|wounded|hurt)|life[- ]support|in a coma"
            r"|fighting for (?:his|her|their) li(?:fe|ves)|life-threatening",
            *("condition", "critically", "life", "in a coma", "lives"),
        ),
        _cued(
            r"out of (?:critical|intensive)|upgraded|recovering|released from (?:the |a )?hospital"
            r"|(?:now|in) stable condition|getting (?:a little )?better|improv(?:ed|ing)|(?:expected to|will) survive"
            r"|awake|out of (?:a|the|his|her) coma",
            *("out of ", "upgraded", "recovering", "hospital", "stable", "better", "improv", "survive"),
            "awake",
        ),
    ),
    Course(
        Decision(ReadingOf.UPDATE, "named for an office in one report, and in it or out in a later one"),
        _cued(
            r"nominat(?:ed|ion|ee|es|ing)|tapped (?:to|as|for)|pick (?:to|for|as)|picked (?:to|as)|choice (?:to|for)",
            *("nominat", "tapped ", "pick", "choice "),
        ),
        _cued(
            r"(?:was|were|been) (?:\w+ )?confirmed|sworn in|withdr(?:ew|awn|aws)|withdrawing|confirm(?:s|ed) "
            r"(?-i:[A-Z]\w+)|votes? to confirm|voted (?:\S+ )?to confirm",
            *("confirm", "sworn in", "withdr"),
        ),
    ),
    Course(
        Decision(ReadingOf.UPDATE, "in a race in one report, and out of it in a later one"),
        _cued(
            r"running for|(?:presidential |senate )?(?:candidate|hopeful|contender)|campaigning"
            r"|seeking (?:the|a|re)",
            *("running for", "candidate", "hopeful", "contender", "campaigning", "seeking "),
        ),
        _cued(
            r"drop(?:s|ped|ping) out|suspend(?:s|ed|ing) (?:his|her|their) (?:\w+ )?campaign"
            r"|end(?:s|ed|ing) (?:his|her) (?:\w+ )*(?:bid|campaign|run|candidacy)"
            r"|(?:quit|left|leaves|exited|exits) the (?:\w+ )?race|bow(?:s|ed) out|withdr(?:ew|aws) from the",
            "drop",
            "suspend",
            "ends ",
            "ended ",
            "ending ",
            " race",
            "bows ",
            "bowed ",
            "withdr",
        ),
    ),
    Course(
        Decision(ReadingOf.UPDATE, "accused in one report, and judged in a later one"),
        _cued(
            r"(?:charged|indicted|arraigned|arrested) (?:with|on|in|for)|(?:is|was|are|were) (?:indicted|arraigned)"
            r"|(?:to be|awaiting) arraign\w+|charges (?:are|were) pending|accused of|(?:pleaded|pled) not guilty"
            r"|(?:facing|faces|face) (?:\w+ ){0,3}?charges?"
            r"|(?:on|stand|awaiting|face) trial|jur(?:y|ors) (?:\w+ ){0,4}?deliberat\w+"
            r"|(?:whom|who) (?:the )?police (?:say|said|believe)|(?:is|was|as) (?:a|the) suspect"
            r"|suspected (?:gunm[ae]n|shooters?|killers?|attackers?|robbers?)",
            *("charge", "indicted", "arraign", "arrested ", "accused of", "not guilty", " trial", "deliberat"),
            *("police ", "suspect"),
        ),
        _cued(
            r"convicted|(?:found|pleaded|pled) guilty|sentenced (?:to|on|for)|acquitted|found not guilty|cleared of"
            r"|sentencing (?:for|of)|is guilty of|(?:was|were|been) sentenced"
            r"|(?:was|were|been) (?:handed|given) (?:[\w-]+ ){0,4}?(?:years?|months?|life|sentence)",
            *("convicted", "guilty", "sentenced", "acquitted", "cleared of", "sentencing ", "handed ", "given "),
        ),
    ),
    Course(
        Decision(ReadingOf.UPDATE, "held or shut out in one report, and free or back in a later one"),
        _cued(
            r"detained|jailed|imprisoned|under house arrest|hostage|captive|kidnapped|abducted|suspended|banned|barred"
            r"|(?:being|been|is) held|revoked|(?:been|still) missing|missing (?:for|since)"
            r"|(?:remains?|still|is|are) (?:\w+ )?(?:in (?:jail|prison|custody)|behind bars)",
            *("in jail", "in prison", "in custody", "behind bars"),
            *("detained", "jailed", "imprisoned", "house arrest", "hostage", "captive", "kidnapped", "abducted"),
            *("suspended", "banned", "barred", "held", "revoked", "missing"),
        ),
        _cued(
            r"(?:was|were|been|is|are|being) (?:\w+ )?released|released (?:from|on|without|by)|releases? of|freed"
            r"|reinstated|(?:has|have) returned(?! (?:an?|the)\b)|allowed to return|restored|is back",
            *("release", "freed", "reinstated", "return", "restored", "is back"),
        ),
    ),
    Course(
        Decision(ReadingOf.UPDATE, "arrested or charged in one report, and free of it in a later one"),
        _cued(
            r"arrested|apprehended|taken into custody|in custody|charged (?:with|in)",
            *("arrested", "apprehended", "custody", "charged "),
        ),
        _cued(
            r"(?:was|were|been|be|being|is|are) (?:\w+ )?(?:released (?:from (?:custody|jail|prison|detention|a|the)"
            r"|on (?:bail|bond|\$|his|her|\w+day)|without)|freed)|ordered (?:[\w-]+ ){0,5}?(?:released|freed)"
            r"|posted (?:[\w$,]+ )?(?:bail|bond)|(?:dropped|dismissed) (?:all |the )?(?:\w+ )?charges"
            r"|charges (?:[\w-]+ ){0,6}?(?:dropped|dismissed)",
            *("released", "freed", "bail", "bond", "dropped", "dismissed"),
        ),
    ),
    Course(
        Decision(ReadingOf.UPDATE, "told to go or staying in one report, and gone in a later one"),
        _cued(
            rf"should {_GO}|(?:call(?:s|ed|ing)?|pressure|urg\w+|demand\w*|ask\w*) [^.;]{{0,60}}?\b{_GO}"
            rf"|(?:will|would|does|did) not {_GO}|won['’]t {_GO}|refus\w+ to {_GO}"
            rf"|no (?:plans? to {_GO}|intention (?:to {_GO}|of (?:resign|stepp|quitt)ing))",
            *("resign", "step", "quit"),
        ),
        _cued(
            r"resign(?:s|ed)|step(?:s|ped) (?:down|aside)|stepping down|ousted|(?:was|been) fired",
            *("resign", "step", "ousted", "fired"),
        ),
    ),
)
NOT_SO = re.compile(
    r"\b(?:not(?! guilty)|no|nor|never|without|if|would|could|may|might|should|whether|unless|previously|had been"
    r"|after being)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words of a clause that tells no end: it is denied, thought of, or long past."""

AGED = re.compile(
    r"\b(?P<age>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)[- ](?P<of>year|month|week)s?[- ]old "
    r"(?:\w+ ){0,2}?(?P<whom>boy|girl|man|woman|baby|toddler|infant|child|son|daughter|teen|student)",
    re.IGNORECASE,
)
"""Somebody without a name, known by an age."""
