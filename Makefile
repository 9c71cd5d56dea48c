# Everything runs in a virtual environment inside the checkout; nothing else on the machine changes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: call test train train-encoder docs bench clean

call: $(VENV)/installed
	@$(BIN)/ringback call

test: $(VENV)/testing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m simulator.training --check
	$(BIN)/pytest -n auto

train: $(VENV)/testing
	$(BIN)/python -m simulator.training

train-encoder: $(VENV)/testing
	$(BIN)/python -m pip install --quiet --group encoder
	$(BIN)/python -m simulator.training --encoder

docs: $(VENV)/testing
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/picture.py

bench: $(VENV)/testing
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/understanding.py
	$(BIN)/python benchmarks/hearing.py
	$(BIN)/python benchmarks/turn_taking.py

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Ringback needs Python 3.11 or newer: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || ./.ci/system-packages python3-venv
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(BIN)/python
	@echo "Installing Ringback into $(VENV) (once, about a minute) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# dependency groups need pip 25.1
$(VENV)/testing: $(VENV)/installed
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --group test
	@touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
