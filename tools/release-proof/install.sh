#!/usr/bin/env bash
# Installs what the proof of a release runs on, into a folder that git ignores: a registry, package managers, runtimes
# and compilers, each at one version and each alone. One that cannot be had is left out, and the proof says so.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
into="${SETTLED_PROOF_EXTRAS:-.cache/proof}"

get() { # get <folder> <package@version> [member of package.json]...
  local folder="$into/$1" package="$2"
  shift
  if [ "$(cat "$folder/.got" 2>/dev/null)" = "$*" ]; then return; fi
  rm -rf "$folder" && mkdir -p "$folder"
  printf '{ "private": true%s }\n' "${2:+, $2}" >"$folder/package.json"
  if npm install --prefix "$folder" --no-audit --no-fund --loglevel=error --save-exact "$package" >/dev/null; then
    printf '%s' "$*" >"$folder/.got"
  else
    echo "$package cannot be had: what needs it is skipped" >&2
  fi
}

# verdaccio asks for a dist-tag of node-fetch that not every registry keeps.
get verdaccio verdaccio@6.10.4 '"overrides": { "node-fetch": "2.7.0" }'
get pnpm pnpm@10.34.9
get yarn @yarnpkg/cli-dist@4.18.1
get bun bun@1.4.5
get deno deno@2.9.6
get node-20 node@20.20.2
get node-22.12 node@22.12.0
get node-22 node@22.23.3
get node-26 node@26.10.0
get miniflare miniflare@4.20260730.0
get typescript-5.4 typescript@5.4.5
get typescript-5.9 typescript@5.9.3
