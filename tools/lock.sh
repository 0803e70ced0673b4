#!/bin/sh
# Pins every dependency of every group for every platform, with hashes and without addresses.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
  --all-extras --group dev --generate-hashes \
  --no-emit-index-url --no-emit-find-links --no-header --no-annotate \
  --output-file requirements.lock "$@"
if grep -nE '://|^--' requirements.lock; then
  echo "requirements.lock names an address; it must not." >&2
  exit 1
fi
