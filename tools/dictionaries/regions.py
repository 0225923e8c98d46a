"""Generates place/regions.tsv: states and provinces from GeoNames."""

import argparse
import pathlib
import re

import ambiguity
import geonames
from folding import fold
from tables import Table

REVIEW = pathlib.Path(__file__).parent / "review"

# Generic words before and after a region's own name, in the languages of the table.
BEFORE = re.compile(r"""^(Autonomous\ (Republic|City|Region|Province)\ of|Republic\ of|Province\ (of|de|du|d')|Departamento
    \ (de\ la|del|de)?|Provincia\ (de|del|di)|Provincie|R[ée]gion\ (de\ la|de\ l'|du|des|de)?|Estado\ (de|del)?|Distrito\ de|Comarca
    |State\ of|Region|County\ of|Municipality\ of|Municipio\ (de|del)?|Mu[ḩh][āa]faz̧?(at|ah)|Wilayat|Imārat|City\ of|Parish\ of
    |Gouvernorat\ (de|du)|Wilaya\ (de|d')|Opština|Obshtina|Občina|Judeţul|Kanton|Ostān-e|Velāyat-e|Emirate\ of|Canton\ de
    |Gorod|Tỉnh|Thành\ Phố|Khétt|Changwat|Khwaeng|Viloyati|Minţaqat|Mesto|Raionul|Municipiul|Departement|Département)(\s+|(?<=')|$)""", re.VERBOSE)
AFTER = re.compile(r"""\s+(Province|State|Region|District|County|Governorate|Department|Oblast'?|Oblast[’']?|Krai|Kray|Rayon
    |[Rr]ayonu|Voblasc'?|Voblasts'?|Voblast[’']?|Prefecture|Municipality|Parish|Division|Emirate|Canton|Federal\ District|Republic|Wilayat
    |Viloyati|Governate|Muhafazah|Zone|[Nn]ovads|[Ss]hahri|[Aa]pskritis|Township|Constituency|Island\ Council|Atoll|Aimag|Shahri
    |Ken|-ken|-to|-fu|-do|Sheng|Shi|Zizhiqu|Województwo|ili|[Kk]raj|megye|[Žž]upanija|Maakond|Regency|Welaýaty|Oblısı|Oblysy|Obl|Fylke
    |[Ll]än|apskritis|Quarter|Area|Territory(?<!Northern\ Territory)(?<!Capital\ Territory))$""", re.VERBOSE)
KEEP_WHOLE = {"Free State", "Northern Territory", "Federal District", "Western Province", "Eastern Province",
              "Northern Province", "Southern Province", "Central Province", "North-West", "West Bank"}

# Countries whose first level are towns, parishes or islets.
TOWNS = {"AD", "AG", "AZ", "BB", "BM", "BS", "CK", "CV", "DM", "EE", "FM", "FO", "GD", "GG", "GI", "GL", "IS", "JE", "KI", "KM", "KN",
         "KY", "LC", "LI", "LU", "LV", "MC", "MH", "MK", "MO", "MT", "MU", "MV", "NR", "PF", "PW", "SB", "SC", "SI", "SM", "ST", "TO",
         "TT", "TV", "VC", "VI", "VU", "WF", "WS", "YT", "PM", "SH", "MP", "AS", "GU", "PR", "HK", "SG", "GP", "MQ", "RE", "GF", "CW",
         "JM", "IM", "MS", "TK", "UM", "TF", "BH", "LB", "QA", "KW", "TC", "ME", "RW", "MD", "BG", "AL"}

# Words that a region's name may not consist of alone.
GENERIC = {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "centre", "center", "northeast",
           "northwest", "southeast", "southwest", "north-west", "north-east", "south-east", "south-west", "central region",
           "capital", "littoral", "litoral", "nord", "sud", "est", "ouest", "norte", "sur", "sul", "maritime", "savanes", "plateaux",
           "plateau", "lacs", "lagunes", "montagnes", "valley", "midlands", "highlands", "lakes", "coast", "upper river", "lower river", "islands",
           "south east", "north east", "other", "outer islands", "central equatoria", "port", "bar", "rum", "northern region", "southern region", "western region",
           "eastern region", "upper east", "upper west", "west coast", "east coast", "north bank", "centre-est", "centre-nord",
           "centre-ouest", "centre-sud", "nord-est", "nord-ouest", "sud-est", "sud-ouest", "center district", "haifa district",
           "northern district", "southern district", "collines", "cuvette", "bouches du rhone", "savanne", "nan", "mon", "mary", "tak", "lac", "kep", "kef", "vas", "oriental", "unity", "cascades", "diana", "mara", "kara", "mila",
           "lorri", "balkan", "mascara", "centrale", "santiago metropolitan", "rural", "the valley", "flying fish cove"}


def clean(name):
    name = re.sub(r"\s*\(.*?\)|\s*\[.*?\]", "", name)
    name = re.split(r"\s*/\s*|, ", name)[0].replace("’", "'").replace("‘", "'").replace("ʼ", "'")
    if name not in KEEP_WHOLE:
        name = BEFORE.sub("", name)
        name = AFTER.sub("", name)
    return name.strip(" '-")


def reviewed():
    """GeoNames code -> forms; "-" leaves the region out."""
    lines = (REVIEW / "region_names.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


def flags(cache, name, is_reviewed):
    """The flags of a region, or None to leave it out."""
    births = ambiguity.given_births(cache).get(fold(name), 0)
    rank = ambiguity.surname_ranks(cache).get(fold(name), 10**6)
    word = ambiguity.is_word(cache, name, 50)
    if is_reviewed:
        return ["person"] if births >= 20000 or rank <= 1500 and name not in COUNTRIES else []
    person = births >= 5000 or rank <= 4000
    if fold(name) in GENERIC or name.lower() in ambiguity.FUNCTION_WORDS or len(name) <= 2 or word and len(name) <= 4:
        return None
    found = [flag for flag, holds in (("word", word), ("person", person)) if holds]
    return found + ["ctx"] if found or len(name) <= 3 else found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", required=True, help="folder for downloaded packages")
    cache = parser.parse_args().cache
    names, by_name = reviewed(), {}
    reviewed_codes = set(names)
    for region in geonames.regions(cache):
        forms = names.get(region.code, clean(region.name) if region.code[:2] not in TOWNS else "-")
        names[region.code] = forms or "-"
    rows = sorted((code, forms.split("|")) for code, forms in names.items() if forms != "-")
    for code, forms in rows:
        country = code.split(".")[0]
        kept = by_name.setdefault(fold(forms[0]), (forms, []))
        kept[1].append((country, code))
    table = Table("en/place/regions.tsv", cls="region", match="name",
                  source="GeoNames admin1 (Debian libtimezonemap-data 0.4.6-3), generic words removed, names reviewed",
                  licence="CC-BY-4.0", edit="generated by tools/dictionaries/regions.py",
                  notes=["country: missing when several countries have a region of that name. code: postal code of US and Canadian ones."])
    seen = set()
    for forms, where in by_name.values():
        country, code = where[0]
        american = country == "US" and re.fullmatch(r"US\.[A-Z]{2}", code)
        found = [] if american else flags(cache, forms[0], code in reviewed_codes)
        forms = [form for form in forms if fold(form) not in seen]
        if found is None or not forms:
            continue
        if american and forms[0] in AMERICAN_PEOPLE:
            found = ["person"]
        seen.update(fold(form) for form in forms)
        alone = len({country for country, _ in where}) == 1
        table.add("|".join(forms), flags=found, country=country if alone or american else "",
                  code=code[3:] if american else CANADIAN.get(forms[0], ""))
    table.write()


COUNTRIES = {"England", "Scotland", "Wales", "Flanders", "Brittany"}
AMERICAN_PEOPLE = {"Virginia", "Georgia", "Washington", "Carolina", "Dakota"}
CANADIAN = {"Alberta": "AB", "British Columbia": "BC", "Manitoba": "MB", "New Brunswick": "NB", "Newfoundland and Labrador": "NL",
            "Nova Scotia": "NS", "Northwest Territories": "NT", "Nunavut": "NU", "Ontario": "ON", "Prince Edward Island": "PE",
            "Quebec": "QC", "Saskatchewan": "SK", "Yukon": "YT"}

if __name__ == "__main__":
    main()
