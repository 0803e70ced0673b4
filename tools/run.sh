#!/bin/sh
# Opens the window, or without a display runs the demo.
set -eu
cd "$(dirname "$0")/.."
if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo "There is no display here, so this runs the demo instead of opening the window."
  exec sh tools/demo.sh
fi
sh tools/setup.sh --window
exec .venv/bin/closet "$@"
