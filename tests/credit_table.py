"""The table of credit lines, each set in an article of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from twosource.article import read_article
from twosource.model import Credit, CreditLevel, MediaType, Raw, Reading

_PATH = Path(__file__).with_name("unit") / "article" / "credit_lines.tsv"
_PARAGRAPHS = (
    "The council of the harbour town met for nine hours on Saturday and came to no decision about the old bridge.",
    "Engineers have warned for years that its northern pier is sinking, and last winter two lanes were closed.",
    "A new crossing would cost as much as the town spends in three years, the treasurer said in her report.",
    "The council will meet again before the end of the month, when the survey of the river bed is due.",
)


@dataclass(frozen=True)
class CreditCase:
    """One line of the table; `extent` is the place of the credited words in the composed article."""

    level: CreditLevel
    agency: str | None
    line: str
    text: str
    extent: tuple[int, int]
    line_extent: tuple[int, int]

    def credits_found(self) -> tuple[Credit, ...]:
        """The credits that the article stage finds in the line."""
        body = self.text.encode()
        reading = read_article(Raw(id="r", body=body, locators=("case.txt",), media_type=MediaType.PLAIN))
        assert isinstance(reading, Reading)
        start, end = self.line_extent
        return tuple(c for c in reading.credits if c.span.start < end and c.span.end > start)

    def level_found(self) -> CreditLevel | None:
        """The level of the credit at the marked words, None where there is none."""
        start, end = self.extent
        found = [
            c for c in self.credits_found() if c.span.start < end and c.span.end > start and c.agency == self.agency
        ]
        return found[0].level if found else None


def read_table() -> list[CreditCase]:
    """All lines of the table."""
    rows = [line.split("\t") for line in _PATH.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [_case_of(*row) for row in rows]


def _case_of(level: str, agency: str, where: str, marked: str) -> CreditCase:
    line = marked.replace("⟨", "").replace("⟩", "")
    paragraphs = {
        "head": ["Council puts off decision on bridge", line, *_PARAGRAPHS],
        "lede": ["Council puts off decision on bridge", line, *_PARAGRAPHS[1:]],
        "body": ["Council puts off decision on bridge", *_PARAGRAPHS[:2], line, *_PARAGRAPHS[2:]],
        "tail": ["Council puts off decision on bridge", *_PARAGRAPHS, line],
    }[where]
    text = "\n".join(paragraphs)
    begin = text.index(line)
    opening = marked.find("⟨")
    closing = marked.find("⟩") - 1
    extent = (begin + opening, begin + closing) if opening >= 0 else (begin, begin + len(line))
    name = None if agency == "-" else agency
    return CreditCase(CreditLevel(level), name, line, text, extent, (begin, begin + len(line)))
