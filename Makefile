# make run    set up, then the whole way on the sample newspapers: demo/news.db
# make test   set up, then the tests
# make setup  what the two share: .venv with everything in it
# make test-torch  the tests that need PyTorch, in an environment of their own: .venv-torch
.PHONY: run test test-torch setup lint check clean
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

# What skips without the extras. The CPU build of PyTorch comes by pip alone: uv's would bring gigabytes of CUDA.
TORCH_TESTS := tests/extract/test_training.py tests/extract/pretrained tests/pipelines/test_calibrate.py

test-torch: .venv-torch/.ready
	.venv-torch/bin/python -m pytest $(TORCH_TESTS)

# All but PyTorch and what .ci/torch.txt names is as uv.lock has it.
.venv-torch/.ready: pyproject.toml uv.lock .ci/torch.txt | $(UV)
	rm -rf .venv-torch
	$(PYTHON) -m venv .venv-torch
	$(UV) export --locked --quiet --no-hashes --no-emit-project --no-annotate --no-header > .venv-torch/locked.txt
	.venv-torch/bin/python -m pip install --quiet --disable-pip-version-check \
		-r .ci/torch.txt -r .venv-torch/locked.txt
	.venv-torch/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

lint: setup
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy

check: test lint
	.venv/bin/sandan evaluate fixtures/gold --gate
	.venv/bin/sandan evaluate fixtures/gold/opened --gate
	.venv/bin/sandan evaluate fixtures/gold/test --gate

setup: .venv/.ready

# The stamp is newer than the lock only after a whole, successful sync.
.venv/.ready: pyproject.toml uv.lock | $(UV)
	$(UV) sync --locked --quiet --python $(PYTHON)
	@touch $@

.uv/bin/uv:
	$(PYTHON) -m venv .uv
	.uv/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9

clean:
	rm -rf .venv .venv-torch .uv demo build .mypy_cache .pytest_cache .ruff_cache .hypothesis
