# Everything runs in .venv; each target sets up what it needs.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup demo test quick lint gate bench docs clean

setup: $(BIN)/twosource

$(BIN)/twosource: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@

demo: setup ## the main job on the bundled corpus
	$(BIN)/twosource demo -o report.html

test: setup ## every test that this machine can run
	$(BIN)/pytest

quick: setup ## the tests that take less than a second each
	$(BIN)/pytest -m "not slow and not browser"

lint: setup ## style, types and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

gate: setup ## quality floors, where the development data is present
	$(BIN)/twosource evaluate all --data $${TWOSOURCE_SHARED:-../shared}/data --gate

bench: setup ## throughput and memory, each case in its own process
	$(BIN)/python -m twosource.bench

clean:
	rm -rf .venv build dist report.html .mypy_cache .ruff_cache .pytest_cache .hypothesis
