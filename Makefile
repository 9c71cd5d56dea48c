# Everything runs in a virtual environment inside the checkout; nothing else on the machine changes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: call test test-aloud browser golden train train-encoder docs bench clean

call: $(VENV)/installed
	@$(BIN)/ringback call

test: $(VENV)/testing browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m simulator.training --check
	OMP_NUM_THREADS=1 $(BIN)/pytest -n auto  # a process for each core, and no more threads than that

# Whole calls aloud, on a sound card that is none, in real time: nine minutes. A machine that stops for breath at the
# wrong moment spoils such a call, so what fails is tried once more.
test-aloud: $(VENV)/testing
	$(BIN)/pytest -m slow tests/voice || $(BIN)/pytest -m slow --last-failed tests/voice

# Reports are looked at in a real browser; where there is none, those tests say so and are skipped.
browser:
	@for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null && exit 0; done; \
		./.ci/system-packages chromium || echo "No Chromium: the tests that look at pages are skipped."

golden: $(VENV)/testing
	RINGBACK_UPDATE_GOLDEN=1 $(BIN)/pytest -q tests/reports/test_golden.py

train: $(VENV)/testing
	$(BIN)/python -m simulator.training

train-encoder: $(VENV)/testing
	$(BIN)/python -m pip install --quiet --group encoder
	$(BIN)/python -m simulator.training --encoder

docs: $(VENV)/testing
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/picture.py
	$(BIN)/python docs/report_picture.py

bench: $(VENV)/testing
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/batch.py
	$(BIN)/python benchmarks/understanding.py
	$(BIN)/python benchmarks/scoring.py --docs
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
