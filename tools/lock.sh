#!/usr/bin/env bash
# Rewrites requirements/*.txt from requirements/*.in, with the hashes of every platform's wheels.
#
# Pins already in the lock files are kept; `tools/lock.sh --upgrade` takes the newest versions.
# Run it with Python 3.11, the oldest one supported, so that nothing that version needs is left out.
# The files name no index and no path, so they install from whatever index a machine is set to.
set -euo pipefail
cd "$(dirname "$0")/../requirements"

pip_compile=(../.venv/bin/python -m piptools compile --quiet "$@" --generate-hashes
  --no-header --no-annotate --no-emit-options --no-emit-index-url --no-emit-trusted-host
  --allow-unsafe --strip-extras)

../.venv/bin/python -m pip install --quiet pip-tools
"${pip_compile[@]}" -o dev.txt dev.in
"${pip_compile[@]}" -c dev.txt -o run.txt run.in
