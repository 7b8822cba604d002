# Each target says what it is for; the work is in tools/ and in the program itself.
# `make run PYTHON=python3.13` makes the virtual environment with another Python.
.DEFAULT_GOAL := help
.PHONY: help setup run test check soak bench build lock catalogues clean

SETUP := @PYTHON='$(PYTHON)' tools/setup.sh
PY := .venv/bin/python

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile

setup: ## the environment, system packages, catalogues and compiled packs
	$(SETUP) dev

run: ## open the kiosk (without a display: a tour and a sheet in out/)
	$(SETUP) run
	@$(PY) main.py

test: ## every test, on two cores
	$(SETUP) dev
	@$(PY) -m pytest -n 2

check: ## style, types, import contracts, packs, catalogues, sizes
	$(SETUP) dev
	@$(PY) -m tools.check

soak: ## the long tests with their full numbers; the record goes to out/soak.xml
	$(SETUP) dev
	@KIOSK_EFFORT=full $(PY) -m pytest -m soak --timeout 0 --junitxml out/soak.xml

bench: ## figure, budget and ratio of everything with a budget
	$(SETUP) bench
	@$(PY) -m tests.benchmarks

build: ## compiled packs and catalogues, made anew
	@rm -rf build/packs build/locale
	$(SETUP) run

catalogues: ## take new texts from the code into translations/
	$(SETUP) dev
	@$(PY) -m tools.catalogues extract

lock: ## pin requirements/*.in again
	@tools/lock.sh

clean: ## forget everything that was made, the environment too
	@rm -rf .venv build out .pytest_cache .ruff_cache
