"""How often the account errs: measured shares, in words, for the foot of the page."""

from __future__ import annotations

from twosource.model import Record


class ErrorRate(Record, frozen=True, kw_only=True):
    """One thing the account does, and how often it was right where that was measured."""

    what: str
    right_percent: int
    """Of what is listed, so many in a hundred are right."""
    found_percent: int | None
    """Of what there is to find, so many in a hundred are listed; None where that was not measured."""
    measured_on: str
    figures: tuple[str, ...]
    """The names of both figures in eval/floors.json, in this order."""

    @property
    def in_words(self) -> str:
        """The rate as a sentence.

        >>> rates = error_rates_of(with_model=True)
        >>> rates[0].in_words
        'Who says what: 77 of 100 listed are right, 79 of 100 there are to find are listed'
        """
        right = f"{self.what}: {self.right_percent} of 100 listed are right"
        found = "" if self.found_percent is None else f", {self.found_percent} of 100 there are to find are listed"
        return right + found


_BY_MODEL = (
    ErrorRate(
        what="Who says what",
        right_percent=77,
        found_percent=79,
        measured_on="84 reports of American newsrooms",
        figures=("attribution/polnear/model_dev_content_precision", "attribution/polnear/model_dev_content_recall"),
    ),
    ErrorRate(
        what="Names",
        right_percent=71,
        found_percent=77,
        measured_on="2,001 sentences from the web",
        figures=("entities/uner_ewt/model_precision", "entities/uner_ewt/model_recall"),
    ),
)
_BY_RULES = (
    ErrorRate(
        what="Who says what",
        right_percent=77,
        found_percent=59,
        measured_on="84 reports of American newsrooms",
        figures=("attribution/polnear/dev_content_precision", "attribution/polnear/dev_content_recall"),
    ),
    ErrorRate(
        what="Names",
        right_percent=62,
        found_percent=61,
        measured_on="2,001 sentences from the web",
        figures=("entities/uner_ewt/precision", "entities/uner_ewt/recall"),
    ),
)
_BY_ALL = (
    ErrorRate(
        what="Articles taken from another or from one release",
        right_percent=92,
        found_percent=96,
        measured_on="400 pairs of articles on one event, judged by reading",
        figures=("lineage/judged_pairs/called taken, rightly", "lineage/judged_pairs/taken, and called so"),
    ),
    ErrorRate(
        what="Pairs of articles of one story",
        right_percent=94,
        found_percent=81,
        measured_on="reports on violent events of 2015",
        figures=("stories/violent_corpus/pair_precision_2015", "stories/violent_corpus/pair_recall_2015"),
    ),
    ErrorRate(
        what="Conflicts, changes, corrections and disagreements",
        right_percent=83,
        found_percent=40,
        measured_on="ten stories, five of which the rules were written on; in others one in eight to one in "
        "twenty-five was found, and of conflicts in six other kinds of coverage two readers call 89 of 100 right",
        figures=("findings/packs/precision of hard", "findings/packs/recall of hard"),
    ),
)


def error_rates_of(*, with_model: bool) -> tuple[ErrorRate, ...]:
    """The measured rates of what read this account, in order of the page.

    Policy: development figures, and the page says so; coverage nobody has seen does somewhat worse. A test holds each
    figure against eval/floors.json: none may be above what was last measured, and none far below it.
    """
    return (*(_BY_MODEL if with_model else _BY_RULES), *_BY_ALL)
