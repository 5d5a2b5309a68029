from __future__ import annotations

from pathlib import Path

import pytest

from twosource.errors import ConfigError
from twosource.options import Options, explain_options, load_options
from twosource.stories.options import LeadRule


def _load(folder: Path, toml: str) -> Options:
    path = folder / "twosource.toml"
    path.write_text(toml)
    return load_options(path)


def test_what_a_file_does_not_name_stays_at_its_default(tmp_path: Path) -> None:
    options = _load(tmp_path, '[stories]\nlead = "longest"\n')
    assert options.stories.lead is LeadRule.LONGEST
    assert (options.claims, options.lineage) == (Options().claims, Options().lineage)
    assert _load(tmp_path, "") == load_options() == Options()


@pytest.mark.parametrize(
    ("toml", "option"),
    [
        ("[lineag]\nsample_share = 0.5", "lineag"),
        ("[lineage]\nsample = 0.5", "lineage.sample"),
        ("[lineage]\nsample_share = 1.5", "lineage.sample_share"),
        ('[lineage]\nsample_share = "0.5"', "lineage.sample_share"),
        ('[stories]\nlead = "loudest"', "stories.lead"),
        ("[ingest]\nmax_file_bytes = 0", "ingest.max_file_bytes"),
        ("[ingest]\nmax_line_bytes = 0", "ingest.max_line_bytes"),
        ("[article]\nmin_html_words = -1", "article.min_html_words"),
        ("[[lineage]]", "lineage"),
        ("lineage =", "file"),
    ],
)
def test_what_is_not_an_option_or_not_in_its_range_is_refused_by_name(tmp_path: Path, toml: str, option: str) -> None:
    with pytest.raises(ConfigError) as refused:
        _load(tmp_path, toml)
    assert refused.value.option == option


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml"):
        load_options(tmp_path / "none.toml")


def test_other_options_have_another_digest(tmp_path: Path) -> None:
    assert _load(tmp_path, "[claims]\nmin_words = 5").digest != Options().digest
    assert _load(tmp_path, "[claims]\nmin_words = 4").digest == Options().digest


def test_every_option_is_described_with_its_default() -> None:
    lines = {f"{line.table}.{line.name}": line for line in explain_options()}
    assert lines["stories.lead"].default == '"earliest"'
    assert lines["lineage.families"].default == ""
    assert [name for name, line in lines.items() if not line.description] == []
