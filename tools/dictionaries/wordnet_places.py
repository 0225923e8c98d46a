"""Generates place/wordnet.tsv: places that WordNet knows and the other generated lists do not."""

import argparse
import pathlib
import re

import ambiguity
import english
import geonames
import wordnet
from folding import fold
from tables import ROOT, Table

# WordNet classes of instances -> class of the dictionary. Sense numbers where the first is not meant.
CLASSES = {
    "city": """city town port national_capital state_capital port_of_entry provincial_capital capital#2 capital#3 village
        seaport suburb urban_area borough""",
    "country": """country#2 african_country asian_country european_country south_american_country
        central_american_country north_american_country balkan_country scandinavian_country""",
    "region": """state#1 american_state geographical_area french_region italian_region district county colony#5 colony#6
        region region#3 canadian_province australian_state administrative_district principality empire#1 empire#2
        possession#4 possession#6 kingdom#3 city_district residential_district geographic_area domain#2""",
    "place": """river island mountain_peak range#5 archipelago national_park lake sea desert peninsula bay volcano gulf#1
        strait cape waterfall hill continent tableland isthmus promontory aegean_island canal#3 seashore valley channel#3
        channel#4 ocean atoll trench pass#9 inlet firth plain belt forest#2 gorge estuary sound#5 sound#7 brook bight#2 headstream
        waterway swamp loch isle outback mainland park""",
}
NOT_PLACES = re.compile(
    r"""constellation|\bstar\b|planet|satellite|asteroid|zodiac|galaxy|crater|mythical|legendary|fictional
    |imaginary|Bible|biblical|soil|biblical""",
    re.VERBOSE,
)


LONG_NAME = re.compile(
    r"\b(Republic|Kingdom|Commonwealth|Federation|Confederation|Principality|Sultanate|Union|State|Grand Duchy)\b"
)


def class_of(nouns, offset):
    """The dictionary class of the nearest listed ancestor of what the synset is an instance of."""
    level = list(nouns.synsets[offset].classes)
    while level:
        for one in level:
            if one in CLASS_OF:
                return CLASS_OF[one]
        level = [parent for one in level for parent in nouns.synsets[one].hypernyms]
    return ""


CLASS_OF = {}


def prepare(nouns):
    for cls, names in CLASSES.items():
        for name in names.split():
            word, _, number = name.partition("#")
            senses = [offset for offset in nouns.senses.get(word, ()) if nouns.synsets[offset].file in (6, 15, 17)]
            for offset in senses:
                CLASS_OF.setdefault(offset, cls)


def usable(form, nicknames):
    return (
        form[0].isupper()
        and len(form) > 2
        and not (form.isupper() and len(form) <= 4)
        and not re.search(r"^(capital of|Capital of)|[. ]capital$| State$|[0-9]|'s$", form)
        and form not in nicknames
    )


def covered(names):
    """Folded forms of dictionary files."""
    found = {}
    for name in names:
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                for form in line.split("\t")[0].split("|"):
                    found[fold(form)] = name
    return found


def ambiguous(cache, form):
    """True for a bare name that is a word or somebody's name as well."""
    key = fold(form)
    return (
        english.word_sizes(cache).get(form.lower(), 99) <= 50
        or ambiguity.given_births(cache).get(key, 0) >= 2000
        or ambiguity.surname_ranks(cache).get(key, 10**6) <= 8000
    )


def flags(cache, form):
    word = english.word_sizes(cache).get(form.lower(), 99) <= 50
    return [*(["word"] if word else ["person"]), "ctx"] if ambiguous(cache, form) else []


def chosen(cache, cls, synset, known, never, kept):
    """The forms of a synset that go into the list."""
    forms = [word.replace("_", " ") for word in synset.words]
    forms = [form for form in forms if usable(form, never)]
    if cls in ("city", "region") and any(fold(form) in known for form in forms):
        forms = [form for form in forms if form in kept]
    full = [form for form in forms if " " in form]
    forms = [
        form
        for form in forms
        if form in kept or " " in form or not (ambiguous(cache, form) and (full or cls == "place"))
    ]
    return [form for form in forms if fold(form) not in known]


def official_names(cache, nouns):
    """(form, country code) of the long names of countries: "Islamic Republic of Iran"."""
    codes = {fold(name): code for code, name in geonames.countries(cache).items()}
    for synset in nouns.synsets.values():
        if synset.classes and class_of(nouns, synset.offset) in ("country", "region"):
            code = next(
                (codes[fold(word.replace("_", " "))] for word in synset.words if fold(word.replace("_", " ")) in codes),
                "",
            )
            for word in synset.words:
                if code and LONG_NAME.search(word.replace("_", " ")):
                    yield word.replace("_", " "), code


# Names of countries that GeoNames has in another form.
COUNTRY_NAMES = """
    Britain; Great Britain; Korea; Congo; Bosnia; Holland; Ivory Coast; Burma; Russia; America; The Bahamas;
    Macedonia; Vatican; United Kingdom of Great Britain and Northern Ireland; Micronesia; Palestine; Czech Republic;
    East Timor; Swaziland; Cape Verde; St. Lucia; St. Vincent; St. Kitts; Saint Kitts; Saint Vincent; Antigua;
    Republic of China; Sao Tome; North Korea; South Korea; Syria; Vietnam; Iran
"""

# States that are no more, and old names of those that are.
HISTORIC = """
    Abyssinia; Belgian Congo; British Guiana; British Honduras; Byelorussia; Ceylon; Czechoslovakia; Dahomey; Dutch
    East Indies; East Germany; East Pakistan; German Democratic Republic; Kampuchea; Malaya; Moldavia; New Hebrides;
    North Vietnam; Northern Rhodesia; Nyasaland; Persia; Prussia; Rhodesia; Serbia and Montenegro; Siam; South
    Vietnam; South West Africa; Southern Rhodesia; Soviet Union; Tanganyika; Upper Volta; West Germany; Yugoslavia;
    Zaire; Austria-Hungary; Ottoman Empire; Byzantine Empire; Roman Empire; British Empire; Papal States;
    Confederate States of America; Soviet Russia
"""


def names_in(text):
    return [" ".join(name.split()) for name in text.split(";")]


def lines_of(file):
    lines = (pathlib.Path(__file__).parent / "review" / file).read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", required=True, help="folder for downloaded packages")
    cache = parser.parse_args().cache
    nouns = wordnet.nouns(cache)
    prepare(nouns)
    never, kept = lines_of("wordnet_places_never.txt"), lines_of("wordnet_places_kept.txt")
    known = covered(["en/place/cities.tsv", "en/place/regions.tsv"])
    table = Table(
        "en/place/wordnet.tsv",
        cls="",
        match="name",
        source="WordNet 3.0 (Debian wordnet-base 1:3.0-37)",
        licence="LicenseRef-WordNet-3.0",
        edit="generated by tools/dictionaries/wordnet_places.py",
    )
    seen = {fold(name) for name in geonames.countries(cache).values()} | {
        fold(name) for name in names_in(COUNTRY_NAMES)
    }
    for form in names_in(HISTORIC):
        if form.lower().replace(" ", "_") not in nouns.senses:
            raise SystemExit(f"{form} is not in WordNet")
        table.add(form, cls="country")
        seen.add(fold(form))
    for form, code in sorted(official_names(cache, nouns)):
        if fold(form) not in seen and form not in never:
            seen.add(fold(form))
            table.add(form, cls="country", code=code)
    for offset, synset in sorted(nouns.synsets.items()):
        cls = class_of(nouns, offset) if synset.classes else ""
        if cls in ("", "country") or NOT_PLACES.search(synset.gloss):
            continue
        forms = [form for form in chosen(cache, cls, synset, known, never, kept) if fold(form) not in seen]
        if forms:
            seen.update(fold(form) for form in forms)
            found = flags(cache, forms[0]) if forms[0] not in kept else []
            table.add("|".join(forms), cls=cls, flags=found)
    table.write()


if __name__ == "__main__":
    main()
