"""Writes dictionary files: header, then sorted, unique, tab-separated rows."""

import functools
import pathlib
import re

from folding import fold

ROOT = pathlib.Path(__file__).resolve().parents[2] / "dictionaries"
FLAGS = ("word", "ctx", "person", "place", "org", "weak")
# Classes whose generated files leave out what a hand-written one has. Given names and surnames stay complete.
HAND_WRITTEN_FIRST = ("role", "city", "country", "region", "place")
# Of these the rows stay that have the canonical form of the hand-written one: they come before it and add to it.
MERGED = ("city", "region")
COLUMNS = ("form", "class", "weight", "flags", "attributes")


class Table:
    """Rows of one dictionary file. Adding a form twice is an error: merge before adding."""

    def __init__(self, path, *, cls, match, source, licence, edit, notes=()):
        self.path = ROOT / path
        self.header = {"class": cls, "match": match, "source": source, "licence": licence, "edit": edit}
        self.notes = notes
        self.rows = {}

    def add(self, form, *, cls="", weight=0, flags=(), **attributes):
        """`form` may hold aliases separated by "|", the canonical one first."""
        check_form(form)
        unknown = set(flags) - set(FLAGS)
        if unknown:
            raise ValueError(f"{form}: unknown flags {unknown}")
        key = (form, cls)
        if key in self.rows:
            raise ValueError(f"{self.path.name}: {form} twice")
        written_flags = ",".join(flag for flag in FLAGS if flag in flags)
        written = ";".join(f"{name}={value}" for name, value in attributes.items() if value != "")
        self.rows[key] = {
            "form": form,
            "class": cls,
            "weight": str(weight or ""),
            "flags": written_flags,
            "attributes": written,
        }

    def write(self):
        self.leave_out_hand_written()
        used = [name for name in COLUMNS if name == "form" or any(row[name] for row in self.rows.values())]
        lines = [f"#! {name}: {value}" for name, value in self.header.items() if value]
        lines.insert(1 if self.header["class"] else 0, "#! columns: " + " ".join(used))
        lines += [f"# {note}" if note else "#" for note in self.notes]
        rows = ["\t".join(row[name] for name in used).rstrip("\t") for row in self.rows.values()]
        lines += sorted(rows, key=lambda row: row.encode())
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_bytes(("\n".join(lines) + "\n").encode())
        print(f"{self.path.relative_to(ROOT)}: {len(rows)} rows, {self.path.stat().st_size // 1024} KiB")

    def leave_out_hand_written(self):
        """Drops the forms that a hand-written file has in the same class: those must not be replaced."""
        known = hand_written()
        for key, row in list(self.rows.items()):
            cls = row["class"] or self.header["class"]
            taken = known.get(cls, {}) if cls in HAND_WRITTEN_FIRST else {}
            own = row["form"].split("|")
            merges = cls in MERGED and taken and taken.get(fold(own[0])) == fold(own[0])
            forms = [
                form
                for form in own
                if merges and taken.get(fold(form), fold(own[0])) == fold(own[0]) or fold(form) not in taken
            ]
            if forms:
                row["form"] = "|".join(forms)
            else:
                del self.rows[key]


@functools.lru_cache(maxsize=None)
def hand_written():
    """class -> folded form -> folded canonical form, of all hand-written dictionaries."""
    found = {}
    for file in sorted((ROOT / "en").rglob("*.tsv")):
        lines = file.read_text(encoding="utf-8").splitlines()
        header = dict(line[3:].split(": ", 1) for line in lines if line.startswith("#! ") and ": " in line)
        if header.get("edit", "").startswith("generated") or header.get("raw") == "yes":
            continue
        columns = header.get("columns", "form").split()
        for line in lines:
            if line and line[0] not in "#-":
                cells = dict(zip(columns, (cell.strip() for cell in line.split("\t"))))
                known = found.setdefault(cells.get("class") or header.get("class", ""), {})
                forms = [fold(form.strip()) for form in cells["form"].split("|")]
                known.update((form, forms[0]) for form in forms)
    return found


def check_form(form):
    """Refuses what the format cannot hold."""
    if not form or form != form.strip() or re.search(r"[\t\n#]|\s\s|\|\||^\||\|$", form):
        raise ValueError(f"bad form {form!r}")
