#!/usr/bin/env python3
"""Checks the structure of the source tree: which floor includes which, where each package is used, how long files and functions are,
and that the library neither prints nor exits.

    check_floors.py ROOT      prints "ok" or every fault, one a line; exit code 0 or 1
"""
import pathlib
import re
import sys

# What each floor may include besides itself and base. Public headers in include/dossier belong to the floor named.
FLOORS = {
    "base": set(),
    "text": set(),
    "schema": set(),
    "doc": {"text", "schema"},
    "tokens": {"text", "doc"},
    "lexicon": {"text", "schema", "doc", "tokens"},
    "rules": {"text", "schema", "doc", "tokens", "lexicon"},
    "dates": {"text", "doc", "tokens", "lexicon"},
    "recognize": {"text", "schema", "doc", "tokens", "lexicon", "rules", "dates"},
    "resolve": {"text", "schema", "doc", "tokens", "lexicon"},
    "relate": {"text", "schema", "doc", "tokens", "lexicon", "rules"},
    "corefer": {"text", "schema", "doc", "tokens", "lexicon", "resolve"},
    "engine": {"text", "schema", "doc", "tokens", "lexicon", "rules", "dates", "recognize", "resolve", "relate", "corefer"},
    "graph": {"text", "schema", "doc"},
    "formats": {"text", "schema", "doc", "graph"},
    "eval": {"text", "schema", "doc"},
}
PUBLIC = {
    "span.hpp": "base", "diagnostics.hpp": "base", "issue.hpp": "base", "source_map.hpp": "text", "offsets.hpp": "text",
    "input.hpp": "text", "dates.hpp": "dates", "schema.hpp": "schema", "document.hpp": "doc", "names.hpp": "doc", "engine.hpp": "engine", "dictionary.hpp": "engine", "graph.hpp": "graph", "records.hpp": "graph", "decisions.hpp": "graph",
    "graph_boost.hpp": "graph", "query.hpp": "graph", "formats.hpp": "formats", "eval.hpp": "eval",
}
# A package is included only in these folders of lib/.
PACKAGES = {
    "unicode/": {"text"}, "re2/": {"rules"}, "spdlog/": {"base"}, "boost/": {"graph", "formats"}, "boost/graph": {"graph"}, "md4c": {"text"}, "gumbo": {"text"},
    "simdjson": {"formats", "text"}, "nlohmann/": {"eval", "text"}, "fmt/": {"formats", "base"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^">]+)[">]', re.M)
FORBIDDEN = re.compile(r"std::(cout|cerr|clog)\b|\bprintf\b|\bexit\(|\babort\(|\busing namespace\b")
LONGEST_FILE = 500


def code_only(text):
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    return re.sub(r"//[^\n]*", "", text)


def check_includes(root, faults):
    for path in sorted((root / "lib").rglob("*.[ch]pp")):
        floor = path.relative_to(root / "lib").parts[0]
        if path.name.endswith("_main.cpp"):
            continue
        for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            check_include(path.relative_to(root), floor, name, faults)


def check_include(path, floor, name, faults):
    if name.startswith("dossier/"):
        target = PUBLIC.get(name.split("/")[1])
        if target is None:
            faults.append(f"{path}: public header {name} belongs to no floor")
    else:
        target = name.split("/")[0] if name.split("/")[0] in FLOORS else None
    if target and target not in (floor, "base") and target not in FLOORS[floor]:
        faults.append(f"{path}: {floor} may not include {target} ({name})")
    for package, homes in PACKAGES.items():
        if name.startswith(package) and floor not in homes:
            faults.append(f"{path}: {name} may be included in {', '.join(sorted(homes))} only")


def check_public_headers(root, faults):
    for path in sorted((root / "include" / "dossier").glob("*.hpp")):
        if path.name not in PUBLIC:
            faults.append(f"{path.relative_to(root)}: belongs to no floor")
        if path.name == "graph_boost.hpp":
            continue
        for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if "/" in name and not name.startswith("dossier/"):
                faults.append(f"{path.relative_to(root)}: public headers include the standard library only ({name})")


def check_texts(root, faults):
    for folder in ("lib", "include", "cli"):
        for path in sorted((root / folder).rglob("*.[ch]pp")):
            text = path.read_text(encoding="utf-8")
            lines = text.count("\n")
            if lines > LONGEST_FILE:
                faults.append(f"{path.relative_to(root)}: {lines} lines, more than {LONGEST_FILE}")
            if not text.startswith("//"):
                faults.append(f"{path.relative_to(root)}: the first line is not the comment that says its purpose")
            if folder != "cli" and not path.name.endswith("_main.cpp") and FORBIDDEN.search(code_only(text)):
                faults.append(f"{path.relative_to(root)}: prints, exits or uses a namespace as a whole")


def check_tests(root, faults):
    """Every lib/<floor>/x.cpp has tests/unit/<floor>/test_*.cpp; a floor's tests are one folder."""
    for floor in FLOORS:
        if (root / "lib" / floor).is_dir() and not any((root / "tests" / "unit" / floor).glob("test_*.cpp")):
            faults.append(f"lib/{floor}: no tests in tests/unit/{floor}")


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    faults = []
    for check in (check_includes, check_public_headers, check_texts, check_tests):
        check(root, faults)
    print("\n".join(faults) if faults else "ok")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
