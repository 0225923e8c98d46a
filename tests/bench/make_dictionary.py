#!/usr/bin/env python3
"""Writes a large dictionary for measuring: names made of the project's own lists, the same ones every time.

make_dictionary.py ENTRIES > big.tsv        two thirds people, the others organizations and places, 1 to 4 words each
"""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2] / "dictionaries" / "en"


def forms(path):
    for line in (ROOT / path).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "-")):
            yield line.split("\t")[0].split("|")[0]


def numbers():
    """A pseudo-random sequence that is the same everywhere (Numerical Recipes' generator)."""
    state = 12345
    while True:
        state = (state * 1664525 + 1013904223) % 2**32
        yield state >> 8


def main():
    wanted = int(sys.argv[1])
    given, surnames, cities = (list(forms(path)) for path in ("person/given.tsv", "person/surnames.tsv", "place/cities.tsv"))
    heads = ["Holdings", "Bank", "Institute", "Foundation", "Motors", "Shipping Company", "Energy Group", "Museum of Art"]
    parts = ["Heights", "Valley Road", "Harbour", "Bridge", "Old Town"]
    print("#! columns: form class weight attributes\n#! class: person\n#! source: made for measuring\n#! licence: CC0-1.0")
    seen = set()
    draw = numbers()

    def pick(options):
        return options[next(draw) % len(options)]

    while len(seen) < wanted:
        kind = next(draw) % 6
        if kind < 3:
            form, cls = f"{pick(given)} {pick(surnames)}", "person"
        elif kind == 3:
            form, cls = f"{pick(given)} {chr(65 + next(draw) % 26)}. {pick(surnames)}", "person"
        elif kind == 4:
            form, cls = f"{pick(surnames)} {pick(heads)}", "organization"
        else:
            form, cls = f"{pick(cities)} {pick(parts)}", "place"
        if form in seen:
            form += f" {len(seen)}"
        seen.add(form)
        print(form, cls, next(draw) % 1000, f"id=Q{next(draw) % 10_000_000}", sep="\t")


if __name__ == "__main__":
    main()
