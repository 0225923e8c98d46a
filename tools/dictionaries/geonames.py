"""Reads the GeoNames tables of the Debian package libtimezonemap-data."""

import functools
from dataclasses import dataclass

import packages


@dataclass(frozen=True)
class City:
    name: str
    ascii: str
    alternates: tuple
    feature: str  # PPL, PPLC (capital), PPLA (seat of a region), PPLX (part of a city) ...
    country: str
    population: int


@dataclass(frozen=True)
class Region:
    code: str  # "US.CA"
    name: str
    ascii: str


def _rows(cache, file):
    folder = packages.unpacked("geonames", cache) / "usr/share/libtimezonemap/ui"
    with open(folder / file, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


@functools.lru_cache(maxsize=None)
def cities(cache):
    return tuple(
        City(row[1], row[2], tuple(row[3].split(",")), row[7], row[8], int(row[14]))
        for row in _rows(cache, "cities15000.txt")
    )


@functools.lru_cache(maxsize=None)
def regions(cache):
    return tuple(Region(row[0], row[1], row[2]) for row in _rows(cache, "admin1Codes.txt"))


@functools.lru_cache(maxsize=None)
def countries(cache):
    """ISO code -> English name."""
    return {row[0]: row[4] for row in _rows(cache, "countryInfo.txt")}
