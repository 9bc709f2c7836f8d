# Two commands do everything: `make site` and `make test`. The others are for daily work.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
endif

.PHONY: site serve check test lint pins clean

site: $(VENV)/.site-ready ## build seeds/ into site/
	$(BIN)/python -m build_site
	@echo "Look at it with: make serve   (then open http://127.0.0.1:8000/)"

serve: $(VENV)/.site-ready ## build, serve, and build again when anything changes
	$(BIN)/python -m build_site serve

check: $(VENV)/.site-ready ## prove that nothing is lost and that every link leads somewhere
	$(BIN)/python -m build_site check

test: $(VENV)/.test-ready lint ## everything that must hold
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

pins: ## choose the newest allowed versions of all packages and pin them with hashes
	$(PYTHON) -m venv .cache/pins
	.cache/pins/bin/python -m pip install --quiet pip-tools
	for name in requirements requirements-test; do \
	  .cache/pins/bin/pip-compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --no-header \
	    --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file $$name.txt $$name.in; \
	done

clean: ## take away what was built; reports, pages and code stay
	rm -rf site .cache $(VENV)
	git clean -fdXq docs

$(VENV)/.site-ready: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.test-ready: $(VENV)/.site-ready requirements-test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@
