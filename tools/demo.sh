#!/bin/sh
# Builds the sample closet, sells, prints and exports, all into build/demo.
set -eu
cd "$(dirname "$0")/.."
sh tools/setup.sh
rm -rf build/demo
mkdir -p build
exec .venv/bin/closet demo --out build/demo
