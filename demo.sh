#!/usr/bin/env bash
# Installs what is missing, builds dossier, and runs it: demo.sh [TEXT]   (default: examples/texts/harbour.md)
# Prints what the text says of people, and writes the entity graph to build-release/graph.dot and graph.svg.
set -euo pipefail
cd "$(dirname "$0")"
text=${1:-examples/texts/harbour.md}
./setup.sh
cmake --preset release -DDOSSIER_BUILD_TESTS=OFF > /dev/null
cmake --build --preset release
dossier=build-release/cli/dossier
"$dossier" extract --format text "$text"
"$dossier" graph "$text" -o build-release/graph.dot
dot -Tsvg build-release/graph.dot -o build-release/graph.svg
echo "graph: build-release/graph.dot, build-release/graph.svg"
