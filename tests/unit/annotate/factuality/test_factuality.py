"""How clauses are held, drawn into sentences of our own; read with the shipped weights.

All were written before the rules ran on them. The rules were then improved on the errors of the first half; of the
second the figure and two misses were seen, and no rule was written for it.
"""

from __future__ import annotations

import re
from functools import cache

from twosource.annotate.attribution import TrainedSpeech, annotate_attribution
from twosource.annotate.factuality import annotate_factuality
from twosource.annotate.news_model import ModelReading, load_reader
from twosource.model import Actuality, Article, Reading

_MARK = re.compile(r"\[([^\]:]+):(\w+)\]")
_KINDS = {kind.value[:3]: kind for kind in Actuality}

FIRST_HALF = """
The ferry [sank:hap] on Monday.
The ferry is safe, and the crew [left:hap].
The mayor will [open:pla] the bridge on Friday.
The council [plans:hap] to [close:pla] the road.
The court did not [hear:den] the case.
Nobody [saw:den] the fire.
The minister [denied:hap] that troops had [crossed:den] the border.
The guards [refused:hap] to [let:den] them pass.
The firm allegedly [paid:all] the judge.
Police [believe:hap] the man [fled:all] the town.
The army may [withdraw:hyp] from the valley.
If the talks [fail:hyp], the army would [attack:hyp].
The union [threatened:hap] to [strike:hyp].
They [agreed:hap] to [meet:pla] in June.
The dam [burst:hap] after heavy rain had [fallen:hap] for days.
The party [wants:hap] to [raise:hyp] the tax.
Will the king [resign:hyp]?
The plant will not [reopen:den] this year.
The leaders are due to [sign:pla] the treaty today.
The rebels [failed:hap] to [take:den] the port.
He [began:hap] to [speak:hap] before the doors [closed:hap].
The team will [travel:pla] to Oslo and [play:pla] there.
Officials [urged:hap] residents to [stay:hyp] indoors.
The navy [said:hap] that two ships had [collided:hap].
The envoy [went:hap] to the island to [meet:pla] its leader.
The ministry's decision to [expel:pla] the envoy [angered:hap] the opposition.
The bank's refusal to [lend:den] [hurt:hap] the town.
Prosecutors [accused:hap] the clerk of [stealing:all] the files.
The troops are expected to [arrive:pla] on Sunday.
The strike has [ended:hap].
"""
SECOND_HALF = """
Farmers [blocked:hap] the highway for hours.
The airline will [resume:pla] flights next week.
The museum never [reopened:den] after the war.
The president might [visit:hyp] the region.
Investigators [suspect:hap] that the driver [slept:all].
The two sides [intend:hap] to [exchange:pla] prisoners.
The club [declined:hap] to [comment:den].
The harbour could [freeze:hyp] this winter.
Unless the rain [stops:hyp], the match will be [moved:pla].
The senator [promised:hap] to [repay:pla] the money.
Rescuers [pulled:hap] nine people from the rubble and [took:hap] them to hospital.
The envoy reportedly [left:all] the capital.
The parliament [rejected:hap] claims that votes had been [bought:den].
The residents [hope:hap] to [return:hyp] soon.
No one [survived:den] the crash.
The committee is set to [vote:pla] on Thursday.
Has the general [resigned:hyp]?
The company [apologised:hap], but it did not [pay:den] anyone.
The villagers were [forced:hap] to [leave:hap].
The minister should [resign:hyp], the editor [wrote:hap].
The governor [ordered:hap] the police to [clear:hyp] the square.
The striker [scored:hap] twice before he was [injured:hap].
The plan to [build:pla] a tunnel was [dropped:hap].
The spokesman [said:hap] the convoy would [reach:hyp] the city.
The rebels [claimed:hap] that they had [captured:all] the town.
The pilot [managed:hap] to [land:hap] the plane.
The school can [reopen:hyp] in May.
The judge [decided:hap] not to [release:den] the tapes.
The hall no longer [hosts:den] concerts.
The two men were [arrested:hap] while [trying:hap] to [cross:hyp] the river.
"""


def _undraw(drawn: str) -> tuple[str, dict[int, Actuality]]:
    """The text, and the start of each marked word with how it is held."""
    text, marks, at = "", {}, 0
    for match in _MARK.finditer(drawn):
        text += drawn[at : match.start()]
        marks[len(text)] = _KINDS[match[2]]
        text += match[1]
        at = match.end()
    return text + drawn[at:], marks


@cache
def _read(text: str) -> ModelReading:
    return load_reader(1).read(text)


def _held(drawn: str) -> list[tuple[str, Actuality, Actuality | None]]:
    """Each marked word, how it is held, and how it is found to be."""
    text, marks = _undraw(drawn)
    reading = Reading(article=Article(id="a", raw="a", text=text), syntax=_read(text).syntax)
    speech = annotate_attribution(reading, finder=TrainedSpeech(_read))
    reading = Reading(article=reading.article, syntax=reading.syntax, attributions=speech)
    found = {p.span.start: p.actuality for p in annotate_factuality(reading)}
    return [(text[start:].split()[0], kind, found.get(start)) for start, kind in marks.items()]


def _share_right(lines: str) -> float:
    found = [each for line in lines.strip().splitlines() for each in _held(line)]
    wrong = [(word, kind.value, got) for word, kind, got in found if kind is not got]
    print(len(found), wrong)  # noqa: T201 - shown where the share is too low
    return 1 - len(wrong) / len(found)


def test_nine_in_ten_clauses_of_the_first_half_are_held_as_drawn() -> None:
    assert _share_right(FIRST_HALF) >= 0.9


def test_nine_in_ten_clauses_of_the_second_half_are_held_as_drawn() -> None:
    assert _share_right(SECOND_HALF) >= 0.9
