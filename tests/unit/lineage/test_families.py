from __future__ import annotations

from pathlib import Path

import pytest

from lineage_readings import make_reading
from twosource.errors import ConfigError
from twosource.lineage import load_families
from twosource.lineage.families import Family, FamilyFile, FamilyKind, WirePath, find_problems


def test_the_packaged_file_has_no_dead_duplicate_or_over_merged_row() -> None:
    assert list(find_problems(load_families().file)) == []


@pytest.mark.parametrize(
    ("outlet", "family"),
    [
        ("CNN (Web News)", "cnn"),
        ("edition.cnn.com", "cnn"),
        ("www.nytimes.com", "nyt"),
        ("Associated Press", "ap"),
        ("Newsmax - Opinion", "newsmax"),
        ("Marrowick Mercury", "marrowick mercury"),
        ("www.marrowick-mercury.example", "www.marrowick-mercury.example".removeprefix("www.")),
        ("africa.chinadaily.com.cn", "china-daily"),
    ],
)
def test_an_outlet_has_one_family(outlet: str, family: str) -> None:
    assert load_families().family_of(make_reading("x", outlet=outlet).article) == family


@pytest.mark.parametrize("outlet", ["Google News", "news.yahoo.com", "feedproxy.google.com"])
def test_a_transport_is_no_publisher(outlet: str) -> None:
    assert load_families().family_of(make_reading("x", outlet=outlet).article) is None


def test_newsrooms_of_one_owner_stay_apart() -> None:
    families = load_families()
    assert families.find("The Sun") != families.find("New York Post")


def test_nobody_knows_the_family_of_an_article_without_outlet_and_address() -> None:
    assert load_families().family_of(make_reading("x").article) is None


@pytest.mark.parametrize(
    ("family", "problem"),
    [
        ({"a": Family(name="A", labels=())}, "no labels"),
        ({"a": Family(name="A", labels=("x",)), "b": Family(name="B", labels=("www.X",))}, "only one"),
        ({"a": Family(name="A", labels=("x", "X"))}, "twice"),
        ({"a": Family(name="A", labels=("co.uk",))}, "public suffix"),
    ],
)
def test_a_bad_row_is_named(family: dict[str, Family], problem: str) -> None:
    [found] = find_problems(FamilyFile(version=1, family=family))
    assert problem in found


def test_a_wire_path_must_lead_to_a_family() -> None:
    file = FamilyFile(version=1, family={}, wire_path=(WirePath(agency="nobody", parts=("/wires/",)),))
    assert list(find_problems(file)) == ["wire path of 'nobody', which is no family"]


def test_a_file_of_the_user_takes_the_place_of_the_packaged_one(tmp_path: Path) -> None:
    path = tmp_path / "families.toml"
    path.write_text('version = 7\n[family.mine]\nname = "Mine"\nkind = "agency"\nlabels = ["Mine News"]\n')
    families = load_families(str(path))
    assert families.find("mine news") == "mine"
    assert families.file.family["mine"].kind is FamilyKind.AGENCY
    assert families.find("cnn") is None


def test_a_file_with_a_conflict_is_refused_with_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "families.toml"
    path.write_text('version = 1\n[family.a]\nname = "A"\nlabels = []\n')
    with pytest.raises(ConfigError, match="no labels"):
        load_families(str(path))
    with pytest.raises(ConfigError, match="No such file"):
        load_families(str(tmp_path / "absent.toml"))
