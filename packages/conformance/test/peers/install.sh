#!/usr/bin/env bash
# Installs what the tests compare the sandbox with, into a folder that git ignores. Nothing of it is shipped.
set -euo pipefail
cd "$(dirname "$0")/../../../.."

npm install --prefix "${SETTLED_PEERS:-.cache/peers}" --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  @stoplight/prism-cli@5.16.0
