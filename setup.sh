#!/usr/bin/env bash
# Installs what dossier needs from Debian 12's packages: setup.sh [--tests]
# Uses sudo when it is not run by root. With --tests also what only the tests use.
set -euo pipefail
packages=(g++ cmake ninja-build pkg-config libicu-dev libre2-dev libboost-graph-dev libspdlog-dev libfmt-dev libsimdjson-dev
          nlohmann-json3-dev libmd4c-dev libgumbo-dev libcli11-dev libcsv-dev graphviz)
[ "${1:-}" = "--tests" ] && packages+=(catch2 python3 python3-networkx python3-igraph libxml2-utils)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
