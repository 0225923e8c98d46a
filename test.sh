#!/usr/bin/env bash
# Installs what is missing, builds dossier and runs all its tests.
set -euo pipefail
cd "$(dirname "$0")"
./setup.sh --tests
cmake --preset release -DDOSSIER_BUILD_TESTS=ON
cmake --build --preset release
ctest --preset release
