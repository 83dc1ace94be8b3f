# make demo   sets everything up and checks the sample reports in seeds/
# make test   sets everything up and runs all tests and checks
# Both need Python 3.11 or later with venv, and the network the first time only.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: demo test unit lint types layers examples format schema rules-page adopting-page lock bench bench-peers bench-results precision clean

# The wheels are kept: the test of the pre-commit hook installs from them without the network.
$(READY): constraints.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "lint-reports needs Python 3.11 or later; try make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip --quiet --disable-pip-version-check download --require-hashes --requirement constraints.txt --dest $(VENV)/wheels
	$(BIN)/python -m pip --quiet --disable-pip-version-check install --no-index --find-links $(VENV)/wheels --require-hashes --requirement constraints.txt
	$(BIN)/python -m pip --quiet --disable-pip-version-check install --no-index --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q lint_reports
	touch $@

demo: $(READY)
	-$(BIN)/lint-reports check seeds --statistics

test: lint types layers examples unit

unit: $(READY)
	$(BIN)/python -m pytest --quiet --numprocesses auto --dist worksteal --cov --cov-report=term:skip-covered --cov-fail-under=90

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

examples: $(READY)
	$(BIN)/lint-reports rules test

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The schemas of rule files and configurations, for editors; a test fails when one is stale.
schema: $(READY)
	$(BIN)/lint-reports rules schema > rules/rule.schema.json
	$(BIN)/lint-reports config schema > rules/config.schema.json

# The page of all rules, in both languages; a test fails when it is stale.
rules-page: $(READY)
	$(BIN)/lint-reports rules list --format markdown --lang en > docs/rules.md
	$(BIN)/lint-reports rules list --format markdown --lang zh > docs/rules.zh-CN.md

# The pages that show sessions, with what the program says now; a test fails when they are stale.
adopting-page: $(READY)
	$(BIN)/python tests/transcripts.py docs/adopting.md docs/adopting.zh-CN.md

# New exact versions for everything, after a change of the lower bounds in pyproject.toml.
lock:
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --all-build-deps --extra dev \
		--no-header --no-annotate --no-emit-options --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
		--output-file constraints.txt pyproject.toml

# How fast it is, as ratios in one run; needs no network.
bench: $(READY)
	$(BIN)/python -m benchmarks us warm

# The same against other linters, which are installed into .bench/ by npm and pip.
bench-peers: $(READY)
	$(BIN)/python -m benchmarks peers

# Everything, curves and profile too; writes the results into benchmarks/README.md.
bench-results: $(READY)
	$(BIN)/python -m benchmarks all --write

# What the rules report in a folder of documents of yours, for reading by eye: make precision FOLDER=reports
precision: $(READY)
	$(BIN)/python benchmarks/precision.py $(FOLDER)

clean:
	rm -rf $(VENV) dist
