"""What coverage makes of a text: over the bundled corpus, and over coverage drawn here."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import twosource
from twosource.demo import demo_articles
from twosource.dossier import render_check_markdown, render_check_text
from twosource.engine.check import check_text
from twosource.model import Account, Answer, Bearing, Gap

Draw = Callable[..., Account]

_BUNDLED = """
found         | Explosion at Marrowick grain terminal kills 12
found         | 19 people were killed in the explosion at a grain terminal in Marrowick.
found         | Talvik and Lindfors will sign four documents.
found         | Leaders of 9 lake districts are expected in Sorrel Bay.
found         | Eleven leaders of lake districts watched the signing.
found         | Fire at Port Ansel grain silo injures two.
found         | Calder Grain operates the terminal.
found         | Forty firefighters fought the blaze.
contested     | The explosion in Marrowick killed 34 people.
contested     | The explosion in Marrowick did not kill anybody.
contested     | The explosion injured 34 people.
contested     | The terminal was last inspected in January 2025.
contested     | The terminal was last inspected in November 2024.
contested     | Calder Grain was warned about dust in the gallery at Pier 9.
contested     | Calder Grain was not warned about dust in the gallery.
contested     | Talvik last visited Vestria in September 2022.
contested     | Talvik and Lindfors will sign six documents.
contested     | 9 leaders watched the signing.
contested     | 60 firefighters fought the blaze.
not found     | Fire at Port Ansel grain silo injures seven.
not found     | Lindfors will visit Talvik in Vestria.
not found     | The terminal operates Calder Grain.
not found     | A ferry sank off Port Ansel.
not found     | An explosion in Kestrelia killed at least 12 people.
unmeasured    | Was the terminal inspected?
unmeasured    | Marrowick
unmeasured    | The mayor resigned on Friday.
"""


def _cases(table: str) -> list[tuple[str, str]]:
    rows = (line.split("|") for line in table.strip().splitlines())
    return [(answer.strip(), text.strip()) for answer, text in rows]


@pytest.fixture(scope="module")
def bundled() -> Account:
    return twosource.account(twosource.read([str(demo_articles())]))


@pytest.mark.parametrize(("answer", "text"), _cases(_BUNDLED))
def test_the_bundled_corpus_answers(answer: str, text: str, bundled: Account) -> None:
    assert check_text(text, bundled).answer.value == answer


@pytest.fixture(scope="module")
def draw(tmp_path_factory: pytest.TempPathFactory) -> Draw:
    """The account of coverage drawn in a test: one article a sentence, each in an outlet of its own."""

    def account(*sentences: str, day: str | None = "2024-03-06") -> Account:
        path = tmp_path_factory.mktemp("drawn") / "coverage.jsonl"
        rows = [
            {
                "id": f"a{number}",
                "text": f"{text} The harbour office was closed for the day.",
                "outlet": f"Paper {number}",
            }
            | ({"published": day} if day else {})
            for number, text in enumerate(sentences)
        ]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return twosource.account(twosource.read([str(path)]))

    return account


_DRAWN = """
found         | Orre visited Vesmark.                  | President Ida Orre visited Vesmark on 4 March 2024.
found         | Orre visited Vesmark in March 2024.    | President Ida Orre visited Vesmark on 4 March 2024.
found         | Orre visited Vesmark on 4 March.       | President Ida Orre visited Vesmark on 4 March 2024.
not found     | Orre visited Vesmark on 4 March 2024.  | President Ida Orre visited Vesmark in March 2024.
not found     | Orre visited Dunmere.                  | President Ida Orre visited Vesmark on 4 March 2024.
not found     | Talvik visited Vesmark.                | President Ida Orre visited Vesmark on 4 March 2024.
not found     | Orre visited Vesmark.                  | President Ida Orre will visit Vesmark in May.
not found     | Orre visited Vesmark.                  | President Ida Orre may visit Vesmark, her office said.
not found     | Orre will visit Vesmark.               | President Ida Orre visited Vesmark in 2019.
contested     | Orre did not visit Vesmark.            | President Ida Orre visited Vesmark on 4 March 2024.
contested     | Orre visited Vesmark.                  | President Ida Orre did not visit Vesmark.
contested     | Orre visited Vesmark.                  | President Ida Orre cancelled a visit to Vesmark.
contested     | Halmark has not refused to pay the tax. | Halmark has refused to pay the tax.
contested     | The paid tax has not had not an effect. | The paid tax has not had an effect.
contested     | Orre left Vesmark.                     | President Ida Orre arrived in Vesmark on 4 March 2024.
found         | Halmark attacked Vestria.              | The army of Halmark attacked the border posts of Vestria.
found         | Halmark attacked Vestria.              | Vestria was attacked by Halmark on 4 March 2024.
not found     | Vestria attacked Halmark.              | The army of Halmark attacked the border posts of Vestria.
not found     | Vestria attacked Halmark.              | Vestria was attacked by Halmark on 4 March 2024.
found         | The storm killed 41 farmers.           | The storm killed 41 farmers in Vesmark.
contested     | The storm killed 62 farmers.           | The storm killed 41 farmers in Vesmark.
found         | The storm killed at least 20 farmers.  | The storm killed 41 farmers in Vesmark.
not found     | The storm killed 41 farmers.           | The storm killed farmers in Vesmark.
not found     | The storm killed at least 20 farmers.  | The storm killed at least 41 farmers in Vesmark.
contested     | The storm injured 41 farmers.          | The storm killed 41 farmers and injured 62 farmers.
contested     | Prices rose by 5 percent in Vesmark.   | Prices fell by 5 percent in Vesmark.
"""


@pytest.mark.parametrize("row", _DRAWN.strip().splitlines())
def test_drawn_coverage_answers(row: str, draw: Draw) -> None:
    answer, text, coverage = (cell.strip() for cell in row.split("|"))
    assert check_text(text, draw(coverage)).answer.value == answer


def test_evidence_is_counted_with_the_four_numbers(bundled: Account) -> None:
    statement = check_text("Forty firefighters fought the blaze.", bundled).statements[0]
    numbers = statement.numbers
    assert [len(n) for n in (numbers.articles, numbers.texts, numbers.origins)] == [4, 1, 1]
    assert {e.value for e in statement.evidence_for} == {"40 firefighters"}


def test_evidence_stands_where_it_says_it_stands(bundled: Account) -> None:
    texts = {r.article.id: r.article.text for r in bundled.readings}
    statement = check_text("Calder Grain was warned about dust in the gallery at Pier 9.", bundled).statements[0]
    evidence = (*statement.evidence_for, *statement.evidence_against, *statement.nearest)
    assert evidence
    assert all(e.span.holds_in(texts[e.span.article]) for e in evidence)


def test_a_denial_stands_against_with_the_voice_that_denies(bundled: Account) -> None:
    statement = check_text("Calder Grain was warned about dust in the gallery at Pier 9.", bundled).statements[0]
    assert [(e.voice, e.bearing) for e in statement.evidence_against] == [("Calder Grain", Bearing.DENIES)]


def test_a_value_that_was_overtaken_stands_against_nobody(bundled: Account) -> None:
    statement = check_text("19 people were killed in the explosion at a terminal in Marrowick.", bundled).statements[0]
    assert statement.evidence_against == ()


def test_each_sentence_is_looked_up_and_the_gravest_answer_is_that_of_the_text(bundled: Account) -> None:
    found = check_text("Forty firefighters fought the blaze. A ferry sank off Port Ansel.", bundled)
    assert [s.answer for s in found.statements] == [Answer.FOUND, Answer.NOT_FOUND]
    assert found.answer is Answer.NOT_FOUND


def test_a_weekday_is_settled_by_the_day_of_the_text(draw: Draw) -> None:
    account = draw("Mayor Hal Penrose resigned on 1 March 2024.")
    text = "Mayor Hal Penrose resigned on Friday."
    assert [u.gap for u in check_text(text, account).unmeasured] == [Gap.OPEN_TIME]
    assert check_text(text, account, day=date(2024, 3, 3)).answer is Answer.FOUND


def test_a_day_without_a_year_is_not_found_in_an_article_without_a_day(draw: Draw) -> None:
    account = draw("Ida Orre visited Vesmark on 4 March 2024.", day=None)
    assert check_text("Orre visited Vesmark on 4 March.", account).answer is Answer.NOT_FOUND


def test_coverage_in_another_language_is_not_measured(draw: Draw) -> None:
    german = "Die Präsidentin hat am Montag mit dem Minister im Hafen von Vesmark den Vertrag für die Fähre gezeichnet."
    found = check_text("Orre visited Vesmark.", draw(f"{german} {german} {german}"))
    assert found.answer is Answer.UNMEASURED
    assert {u.gap: u.what for u in found.unmeasured} == {Gap.NO_COVERAGE: (), Gap.OTHER_LANGUAGE: ("a0",)}


def test_input_that_was_not_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ida Orre visited Vesmark on 4 March 2024, her office said.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02" * 50)
    account = twosource.account(twosource.read([str(tmp_path)]))
    assert Gap.NOT_READ in [u.gap for u in check_text("Orre visited Vesmark.", account).unmeasured]


def test_the_order_of_articles_changes_no_answer(draw: Draw) -> None:
    sentences = ["Ida Orre visited Vesmark on 4 March 2024.", "Orre did not visit Vesmark.", "Talvik visited Dunmere."]
    answers = [check_text("Orre visited Vesmark.", draw(*order)).answer for order in (sentences, sentences[::-1])]
    assert answers == [Answer.CONTESTED, Answer.CONTESTED]


def test_text_and_markdown_carry_the_same_facts(bundled: Account) -> None:
    found = check_text("The explosion injured 34 people. A ferry sank off Port Ansel.", bundled)
    text, markdown = render_check_text(found, bundled), render_check_markdown(found, bundled)
    for part in (
        "Contested: The explosion injured 34 people.",
        "Not found: A ferry sank off Port Ansel.",
        "5 articles",
    ):
        assert part in text
        assert part in markdown
    assert "For: nothing found" in text
    assert markdown.startswith("## Contested")


def test_words_of_the_text_are_no_markup(bundled: Account) -> None:
    assert "\\<b\\>" in render_check_markdown(check_text("A <b>ferry</b> sank off Port Ansel.", bundled), bundled)
