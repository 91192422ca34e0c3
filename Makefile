# make run    set up, then the whole way on the sample newspapers: demo/news.db
# make test   set up, then the tests
# make setup  what the two share: .venv with everything in it
.PHONY: run test setup lint check clean
.DEFAULT_GOAL := run

PYTHON ?= python3
# A uv on the PATH serves; without one it is fetched from the package registry, for this checkout alone.
UV := $(or $(shell command -v uv 2>/dev/null),.uv/bin/uv)
export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON_DOWNLOADS := never

run: setup
	.venv/bin/sandan demo

test: setup
	.venv/bin/pytest

lint: setup
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy

check: test lint
	.venv/bin/sandan evaluate fixtures/gold --gate

setup: .venv/.ready

# The stamp is newer than the lock only after a whole, successful sync.
.venv/.ready: pyproject.toml uv.lock | $(UV)
	$(UV) sync --locked --quiet --python $(PYTHON)
	@touch $@

.uv/bin/uv:
	$(PYTHON) -m venv .uv
	.uv/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9

clean:
	rm -rf .venv .uv demo build .mypy_cache .pytest_cache .ruff_cache .hypothesis
