"""Generates place/cities.tsv from GeoNames' cities of 15,000 inhabitants and more."""

import argparse
import math
import pathlib
import re
from dataclasses import dataclass, field

import ambiguity
import geonames
from folding import fold
from tables import Table

REVIEW = pathlib.Path(__file__).parent / "review"
LARGE, MEDIUM = 500_000, 50_000

# Parts of a name that English texts leave out, by country.
ENDINGS = {
    "JP": r"(-shi| Shi)$",
    "KR": r"(-si|-gun)$",
    "KP": r"(-si|-ŭp)$",
    "PH": r" City$",
    "RU": r"(?<=[iy])y$",
    "CN": r" (City|Chengguanzhen|Shi)$",
    "MY": r" City$",
}
KEEP_CITY = {"Quezon City", "Cebu City", "Angeles City", "Davao City"}


@dataclass
class Place:
    """All cities of the same folded name."""

    forms: list
    country: str
    population: int
    capital: bool = False
    reviewed: bool = False
    others: list = field(default_factory=list)  # (population, country) of smaller namesakes


def reviewed_names():
    """((GeoNames name, country) -> forms or ["-"]), and the additions as (forms, country, population)."""
    renamed, added = {}, []
    for line in (REVIEW / "city_names.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, country, forms, *population = line.split("\t")
            if population:
                added.append((forms.split("|"), country, int(population[0])))
            else:
                renamed[name, country] = forms.split("|")
    return renamed, added


def clean(city):
    """The name as English texts have it, or "" for what is no name."""
    name = re.sub(r"\s*\(.*?\)", "", city.name)
    name = re.split(r"\s*/\s*|, ", name)[0]
    name = re.sub(r"^(City of|Ville de|Thành Phố|Thị Trấn|Kota Administrasi) ", "", name)
    if name not in KEEP_CITY:
        name = re.sub(ENDINGS.get(city.country, r"$^"), "", name)
    if city.country in ("RU", "UA", "BY", "KZ"):
        name = re.sub(r"[’'”ʼ]", "", name)
    name = re.sub(r"[‘’ʻʼ`]", "'" if city.country not in ARABIC else "", name)
    name = name.replace("”", "").strip()
    return "" if re.search(r"[\d.#\"]{2}|\d|kerület|Kreis|Chengguan|Government", name) else name


ARABIC = frozenset("AE AF DZ EG IQ IR JO KW LB LY MA OM PK PS QA SA SD SY TN YE UZ JP IN BD IL".split())


def collect(cache):
    renamed, added = reviewed_names()
    places = {}
    for forms, country, population in added:
        join(places, Place(forms, country, population, reviewed=True))
    for city in sorted(geonames.cities(cache), key=lambda city: -city.population):
        forms = renamed.get((city.name, city.country))
        if forms == ["-"] or (city.feature == "PPLX" and city.population < 10**6 and not forms):
            continue
        name = clean(city)
        if forms or name:
            join(places, Place(forms or [name], city.country, city.population, city.feature == "PPLC", bool(forms)))
    return places


def join(places, place):
    """Adds a place, or joins it to the one of that name."""
    place.forms = list({fold(form): form for form in reversed(place.forms)}.values())[::-1]
    key = fold(place.forms[0])
    if key not in places:
        places[key] = place
        return
    old = places[key]
    known = {fold(form) for form in old.forms}
    if place.country == old.country or place.reviewed:
        old.forms += [form for form in place.forms if fold(form) not in known]
    if place.country != old.country:
        old.others.append((place.population, place.country))
        if place.population > old.population:
            old.country, place.country = place.country, old.country
            old.others[-1] = (old.population, place.country)
    old.population = max(old.population, place.population)
    old.capital |= place.capital
    old.reviewed |= place.reviewed


def flags(cache, place):
    """The flags of a place, or None to leave it out."""
    name, population = place.forms[0], place.population
    births = ambiguity.given_births(cache).get(fold(name), 0)
    rank = ambiguity.surname_ranks(cache).get(fold(name), 10**6)
    shown = place.reviewed or place.capital
    word = ambiguity.is_word(cache, name) or ambiguity.is_word(cache, name, 50) and population < 300_000 and not shown
    person = (
        births >= max(5000, min(population / 20, 60_000))
        or rank <= min(4000, 4000 * 300_000 / max(population, 1))
        or ambiguity.given_locales(cache).get(fold(name), 0) >= 3
        and population < LARGE
        and not shown
    )
    if not shown and (name.lower() in ambiguity.FUNCTION_WORDS or len(name) <= 2):
        return None
    if not shown and (
        population < 100_000 and word or population < MEDIUM and person or population < MEDIUM and len(name) <= 3
    ):
        return None
    found = [flag for flag, holds in (("word", word), ("person", person)) if holds]
    if place.capital or population >= LARGE and not word:
        return found
    if word or population < MEDIUM and not place.reviewed or person and population < 300_000 or len(name) <= 3:
        found.append("ctx")
    if population < MEDIUM and not place.reviewed:
        found.append("weak")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", required=True, help="folder for downloaded packages")
    cache = parser.parse_args().cache
    table = Table(
        "en/place/cities.tsv",
        cls="city",
        match="name",
        source="GeoNames cities15000 (Debian libtimezonemap-data 0.4.6-3), names reviewed",
        licence="CC-BY-4.0",
        edit="generated by tools/dictionaries/cities.py",
        notes=[
            "weight: 100 * log10 of the inhabitants. country: of the largest city of that name, missing when",
            "another country has one at least half as large.",
        ],
    )
    seen = set()
    for place in sorted(collect(cache).values(), key=lambda place: -place.population):
        found = flags(cache, place)
        forms = [form for form in place.forms if fold(form) not in seen]
        if found is None or not forms:
            continue
        seen.update(fold(form) for form in forms)
        rival = max((population for population, country in place.others if country != place.country), default=0)
        country = place.country if rival * 2 < place.population else ""
        table.add(
            "|".join(forms), weight=round(100 * math.log10(place.population or 1000)), flags=found, country=country
        )
    table.write()


if __name__ == "__main__":
    main()
