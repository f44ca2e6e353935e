# Every target calls one verb of the package; without make, `python -m analysis VERB` does the same.
# Parameters: make report COLLECTION=mine FROM=2024-01-08 TO=2024-03-03 LANGUAGE=ar   (make help lists them)

.DEFAULT_GOAL := help
.PHONY: report test lab inspect process evaluate benchmark lock clean help

# Set with := so that only make's own command line changes them: a desktop's LANGUAGE=en_US:en is not the report's.
COLLECTION := sample
FROM :=
TO :=
LANGUAGE := en
ACTORS :=
OUTLETS :=
BIN := week
DATE_BASIS := written
MONTHS := ar-EG

# Values reach the program in its environment, as they are: quotes, spaces, $ and Arabic included. Under their own
# names they do not go there: for that, make would expand what looks like a variable or a command in them.
unexport COLLECTION FROM TO LANGUAGE ACTORS OUTLETS BIN DATE_BASIS MONTHS
export TASRIH_COLLECTION = $(value COLLECTION)
export TASRIH_FROM = $(value FROM)
export TASRIH_TO = $(value TO)
export TASRIH_LANGUAGE = $(value LANGUAGE)
export TASRIH_ACTORS = $(value ACTORS)
export TASRIH_OUTLETS = $(value OUTLETS)
export TASRIH_BIN = $(value BIN)
export TASRIH_DATE_BASIS = $(value DATE_BASIS)
export TASRIH_MONTHS = $(value MONTHS)
# The names given on the command line, so that a misspelt one is an error and not ignored.
export TASRIH_GIVEN := $(strip $(foreach name,$(.VARIABLES),$(if $(filter command,$(firstword $(origin $(name)))),$(name))))

PYTHON := $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
UV := $(shell command -v uv)
TASRIH := .venv/bin/python -m analysis

report: .venv/.ready  ## process what is new and write the report
	@$(TASRIH) report

test: .venv/.ready  ## run every test
	@$(TASRIH) test

lab: .venv/.ready  ## open the notebooks with the same parameters
	@$(TASRIH) lab

inspect: .venv/.ready  ## say what would be loaded
	@$(TASRIH) inspect

process: .venv/.ready  ## make the frames only
	@$(TASRIH) process

evaluate: .venv/.ready  ## score the extractor on the sample's answers
	@$(TASRIH) evaluate data/raw/sample/answers.jsonl

benchmark: .venv/.ready  ## time the extractor beside a floor
	@$(TASRIH) benchmark

lock: .venv/.ready  ## bring requirements.lock up to date with pyproject.toml (needs uv)
	@$(TASRIH) lock

clean: .venv/.ready  ## delete frames and reports of a collection, never its own files
	@$(TASRIH) clean

help:  ## list targets and parameters (needs no set-up)
	@"$(PYTHON)" -m analysis help

# The environment: made once, and again when the lock or the project's definition is newer.
.venv/.ready: requirements.lock pyproject.toml
ifneq ($(UV),)
	@echo "Setting up .venv with uv …"
	@uv venv -q --clear --python "$(or $(PYTHON),3.11)" .venv
	@uv pip install -q --python .venv/bin/python --require-hashes -r requirements.lock
	@uv pip install -q --python .venv/bin/python --no-deps --no-build-isolation -e .
else
	@"$(PYTHON)" -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "tasrih needs Python 3.11 or newer, and %s is older: name another one, as in make report PYTHON=python3.12" % sys.executable)'
	@echo "Setting up .venv with pip (a minute or two) …"
	@"$(PYTHON)" -m venv --clear .venv
	@.venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@.venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
endif
	@touch $@
