"""Tells which names are also ordinary words, people's names, countries or large cities, for the flags of the lists."""

import functools

import english
import geonames
import person_names
from folding import fold

# Function words: never entries of a generated list.
FUNCTION_WORDS = frozenset("""
a about above across after again against al all along also am an and any are as at away back be been before being
below between both but by can come could did do does done down each else ever every few for from further get go had
has have he her here hers him his how i if in into is it its just la last le les let like los made make many may me
more most much must my near never next no none nor not now of off often on once one only onto or other our out over
own per same she should since so some such than that the their them then there these they this those through thus
till to too two under until up upon us use very was way we were what when where which while who whom whose why will
with within without would yes yet you your der die das del den des di du el en et il mi na ne non oh ok
""".split())


@functools.lru_cache(maxsize=None)
def given_births(cache):
    """Folded given name -> births in the US."""
    return {fold(name): sum(pair) for name, pair in person_names.births(cache).items()}


@functools.lru_cache(maxsize=None)
def given_locales(cache):
    """Folded given name -> number of locales that have it."""
    found = {}
    for name, _, locale in person_names.foreign(cache, "first_name"):
        found.setdefault(fold(name), set()).add(locale)
    return {name: len(locales) for name, locales in found.items()}


@functools.lru_cache(maxsize=None)
def surname_ranks(cache):
    """Folded surname -> rank in the US, 1 is the most frequent."""
    return {fold(name): rank for rank, name in reversed(list(enumerate(person_names.census(cache)["last"], 1)))}


@functools.lru_cache(maxsize=None)
def large_places(cache):
    """Folded names of countries, US states and cities of 300,000 inhabitants or more -> inhabitants."""
    found = {}
    for city in sorted(geonames.cities(cache), key=lambda city: city.population):
        if city.population >= 300000 and city.feature != "PPLX":
            found[fold(city.name)] = found[fold(city.ascii)] = city.population
    for name in geonames.countries(cache).values():
        found[fold(name)] = 10**9
    for region in geonames.regions(cache):
        if region.code.startswith("US."):
            found[fold(region.name)] = 10**8
    return found


def is_word(cache, name, size=35):
    """True for a word of SCOWL up to that size, in lower case."""
    return english.word_sizes(cache).get(name.lower(), 99) <= size
