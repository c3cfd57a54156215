#!/usr/bin/env bash
# Installs the vendors' own SDKs for Python and Go, at pinned versions, into a folder that git ignores
# (`SETTLED_VENDORS`, or .cache/vendors). Run again, it does nothing that is done already. What cannot be installed
# here is left out, and its tests say so.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
vendors="${SETTLED_VENDORS:-$here/../../../../.cache/vendors}"
mkdir -p "$vendors"
vendors="$(cd "$vendors" && pwd)"

install_python() {
  if ! command -v python3 >/dev/null; then echo "python3 is not here: left out" && return; fi
  local stamp
  stamp="$(cat "$here/python/requirements.txt" && python3 --version)"
  if [ "$(cat "$vendors/python.stamp" 2>/dev/null)" = "$stamp" ]; then echo "python: installed already" && return; fi
  rm -rf "$vendors/python" "$vendors/python.stamp"
  if python3 -m pip install --quiet --disable-pip-version-check --no-warn-script-location --root-user-action=ignore \
    --no-deps --target "$vendors/python" -r "$here/python/requirements.txt"; then
    echo "$stamp" >"$vendors/python.stamp"
    echo "python: installed"
  else
    echo "python: pip failed; left out"
  fi
}

# The SDK is one module of 300 MB, of which the program needs a hundredth: only the program is kept.
install_go() {
  if ! command -v go >/dev/null; then echo "go is not here: left out" && return; fi
  local stamp
  stamp="$(cd "$here/go" && cat go.mod go.sum main.go)"
  if [ "$(cat "$vendors/go.stamp" 2>/dev/null)" = "$stamp" ]; then echo "go: installed already" && return; fi
  rm -f "$vendors/go.stamp"
  export GOMODCACHE="$vendors/go-build/mod" GOCACHE="$vendors/go-build/cache" GOFLAGS=-mod=readonly GOTOOLCHAIN=local
  if (cd "$here/go" && go build -buildvcs=false -trimpath -ldflags="-s -w" -o "$vendors/huawei" .); then
    echo "$stamp" >"$vendors/go.stamp"
    echo "go: installed"
  else
    echo "go: the build failed; left out"
  fi
  # Go makes the module cache read-only.
  if [ -d "$vendors/go-build" ]; then chmod -R u+w "$vendors/go-build" && rm -rf "$vendors/go-build"; fi
}

install_python &
install_go &
wait
