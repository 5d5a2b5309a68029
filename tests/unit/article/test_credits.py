"""Credits: each rule's own cases, the table of lines in context, byline fields, and the list of agencies."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from credit_table import CreditCase, read_table
from shared_data import shared_or_skip
from twosource.article import credit_of_byline
from twosource.article.agencies import index_agencies, shipped_agencies
from twosource.article.credit_rules import AGENCY, RULES, compiled_rules
from twosource.article.credits import CreditLine, credit_rules
from twosource.evaluation.credits import evaluate_credits
from twosource.model import CreditLevel, Role

_TABLE = read_table()
_CLAIMED_WHOLE_OR_PART = {CreditLevel.WHOLE, CreditLevel.PART}


@pytest.mark.parametrize(("rule", "marked"), [(rule.name, line) for rule in RULES for line in rule.takes])
def test_a_rule_takes_its_lines_and_no_rule_before_it_does(rule: str, marked: str) -> None:
    before, after = (index_agencies().mention.sub(AGENCY, part) for part in re.split("<[^>]+>", marked))
    rules = compiled_rules()
    assert next(r.rule.name for r in rules if r.after.match(after) and r.before.match(before)) == rule


def test_the_table_has_at_least_four_hundred_lines_and_every_level() -> None:
    assert len(_TABLE) >= 400
    assert min(Counter(case.level for case in _TABLE).values()) >= 80


@pytest.mark.parametrize("level", [CreditLevel.WHOLE, CreditLevel.PART, CreditLevel.CLAIM])
def test_at_least_98_percent_of_credits_are_found_at_their_level(level: CreditLevel) -> None:
    cases = [case for case in _TABLE if case.level is level]
    missed = [case.line for case in cases if case.level_found() is not level]
    assert len(missed) <= 0.02 * len(cases), missed


def test_at_most_one_in_two_hundred_traps_is_called_whole_or_part() -> None:
    traps = [case for case in _TABLE if case.level is CreditLevel.NONE]
    wrong = [case.line for case in traps if _is_credited(case)]
    assert len(wrong) <= 0.005 * len(traps), wrong


def _is_credited(case: CreditCase) -> bool:
    return any(credit.level in _CLAIMED_WHOLE_OR_PART for credit in case.credits_found())


@pytest.mark.parametrize(
    ("byline", "agency", "level"),
    [
        ("ANN ROE, Associated Press", "AP", CreditLevel.WHOLE),
        ("News, Associated Press", "AP", CreditLevel.WHOLE),
        ("ann roe, associated press", "AP", CreditLevel.WHOLE),
        ("The Associated Press, Associated Press", "AP", CreditLevel.WHOLE),
        ("Afp Afp", "AFP", CreditLevel.WHOLE),
        ("Ann Roe In London Afp", "AFP", CreditLevel.WHOLE),
        ("AP", "AP", CreditLevel.WHOLE),
        ("By Ann Roe / AA", "Anadolu", CreditLevel.WHOLE),
        ("Ann Roe, Reuters", "Reuters", CreditLevel.WHOLE),
        ("Herald Staff and AFP", "AFP", CreditLevel.PART),
        ("Reuters and Herald staff", "Reuters", CreditLevel.PART),
    ],
)
def test_a_byline_field_names_an_agency(byline: str, agency: str, level: CreditLevel) -> None:
    found = credit_of_byline(byline)
    assert found is not None
    assert (found.agency, found.level) == (agency, level)


@pytest.mark.parametrize(
    "byline", ["Ann Roe", "Ana Lopez", "Mia Fox, Herald", "Sana Khan", "Petra Vane", "Staff", "", "Map Lee"]
)
def test_a_byline_of_people_names_no_agency(byline: str) -> None:
    assert credit_of_byline(byline) is None


@pytest.mark.parametrize(
    ("line", "agency", "level"),
    [
        ("ORSK (Norland News Agency) — Miners left the pit.", "Norland News Agency", CreditLevel.WHOLE),
        ("By Norland News Agency", "Norland News Agency", CreditLevel.WHOLE),
        ("The toll rose, Norland News Agency reported.", "Norland News Agency", CreditLevel.CLAIM),
        ("Iranian Fars News Agency reported three arrests.", "Fars", CreditLevel.CLAIM),
    ],
)
def test_an_agency_that_is_in_no_list_is_known_by_what_it_calls_itself(
    line: str, agency: str, level: CreditLevel
) -> None:
    whole = CreditLine(extent=(0, len(line)), role=Role.BODY, head=True, tail=False)
    assert [(c.agency, c.level) for c in credit_rules().find(line, [whole])] == [(agency, level)]


def test_no_written_form_stands_for_two_agencies() -> None:
    forms = [
        (form, agency.name)
        for agency in shipped_agencies()
        for form in (*agency.names, *agency.short, *agency.ambiguous)
    ]
    owners: dict[str, set[str]] = {}
    for form, name in forms:
        owners.setdefault(form.casefold(), set()).add(name)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_agencies_of_at_least_sixty_countries_are_listed_once_each() -> None:
    agencies = shipped_agencies()
    assert len({agency.country for agency in agencies}) >= 60
    assert len({agency.name for agency in agencies}) == len(agencies)


@pytest.mark.shared
@pytest.mark.slow
def test_credits_in_development_data_keep_their_figures() -> None:
    figures = {metric.name: metric.value for metric in evaluate_credits(shared_or_skip("data/lineage"))}
    assert figures["agency bylines found"] >= 0.99
    assert figures["not wire called agency"] == 0
    assert figures["datelines whole"] >= 0.995
    assert figures["photo credits none"] >= 0.995
