# Everything from a fresh checkout: `make run` and `make test`. PYTHON=… names an interpreter.
export PYTHON
PY := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help setup run demo test check format screenshots bench lock resources translations guide \
  bundle clean

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1: /' | \
	  awk -F': ' '{ printf "make %-12s %s\n", $$1, $$2 }'

setup: ## make .venv with the locked dependencies; fast when nothing changed
	@sh tools/setup.sh

run: ## open Closet; without a display, run the demo
	@sh tools/run.sh

demo: ## sell, print and export in a sample closet, into build/demo
	@sh tools/demo.sh

test: setup ## every test, offscreen; COVERAGE=1: with the coverage gate
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest $(if $(COVERAGE),--cov --cov-report=term:skip-covered)
	@$(if $(COVERAGE),$(PY) -m coverage report --include='closet_app/domain/*' --fail-under=100,:)

check: setup ## lint, format, types and layers
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports --no-logo

format: setup ## put every file in order
	@$(PY) -m ruff check --fix-only .
	@$(PY) -m ruff format .

screenshots: setup ## every page, light and dark, into build/screenshots
	@QT_QPA_PLATFORM=offscreen $(PY) -m tools.screenshots --out build/screenshots

bench: setup ## benchmarks beside a bare version of the same work
	@QT_QPA_PLATFORM=offscreen $(PY) -m bench

lock: setup ## pin the dependencies again
	@sh tools/lock.sh --upgrade

resources: setup ## fetch fonts and icons again and compare their hashes
	@$(PY) -m tools.gather_resources

translations: setup ## gather every sentence for translators
	@$(PY) -m tools.translations

guide: setup ## write the tables of docs/guide anew
	@$(PY) -m tools.guide_tables

bundle: setup ## a folder in dist/ that runs without Python
	@$(PY) -m PyInstaller --noconfirm --distpath dist --workpath build/pyinstaller packaging/closet.spec

clean: ## remove what was built; .venv stays
	@rm -rf build dist .coverage .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
