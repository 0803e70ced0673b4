#!/bin/sh
# Makes .venv ready (see bootstrap.py); `--window` when a window will be opened.
set -eu
cd "$(dirname "$0")/.."

# .venv itself may be first on PATH, and it may be about to be made again.
can_make_venv() {
  case "$(command -v "$1")" in "$PWD"/.venv/*) return 1 ;; esac
  "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

if [ -x .venv/bin/python ] && .venv/bin/python tools/bootstrap.py --check "$@" 2>/dev/null; then
  exit 0
fi

if [ -n "${PYTHON:-}" ]; then
  if can_make_venv "$PYTHON"; then
    exec "$PYTHON" tools/bootstrap.py "$@"
  fi
  echo "PYTHON=$PYTHON is not Python 3.11 or newer." >&2
  exit 1
fi

for candidate in python3.13 python3.12 python3.11 python3 python; do
  if can_make_venv "$candidate"; then
    exec "$candidate" tools/bootstrap.py "$@"
  fi
done

if [ "$(uname)" = Darwin ]; then
  echo "Closet needs Python 3.11 or newer. Type: brew install python@3.13" >&2
elif command -v apt-get >/dev/null 2>&1; then
  echo "Closet needs Python 3.11 or newer. Type: sudo apt-get install -y python3 python3-venv" >&2
else
  echo "Closet needs Python 3.11 or newer. Install it or name it: make run PYTHON=/path/to/python3" >&2
fi
exit 1
