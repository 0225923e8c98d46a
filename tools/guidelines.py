"""How some annotation schemes mark names otherwise than dossier does, and how to score them fairly all the same.

Each corpus that differs has a profile; its parts change predictions or gold before they are compared, never the program. What gold
has no counterpart for in a flat list of names is taken out of gold; what dossier found is never taken out.

titles      the title belongs to the person ("President Vik"): it is added to dossier's name. A role, or a word such as "Mr"
modifiers   so does what stands before the title ("Tolmian captain Vik", "Acme director Vik") and what belongs to it ("envoy
            to Norland Anna Lie")
apposed     but a title with an article or owner is a phrase of its own ("the mayor | Vik", "his father | Vik")
places      "Tolm, Norland" is one place: dossier's two are joined
nested      names are marked inside of names, too: the Tolm in "University of Tolm", the Norland in "Tolm, Norland". Where dossier
            has the longer name only, the inner one is not counted
acting      a country that acts is an organization there. Where gold calls the same words a place elsewhere in the corpus, or they
            are a country's name, and dossier calls them a place here, which of the two they are is not counted
peoples     a people is persons there: dossier's groups in the plural ("Norlanders") are
possessive  "'s" belongs to the name: it is cut off both sides
phrases     a name is the whole phrase ("Vik of the Harbour Party", "the party's Anna Vik", "Tolm Museum in Tolm"): gold is cut to
            the name. A phrase whose head is no name, and a role alone, is taken out of gold
"""
import pathlib
import re

PROFILES = {
    "newshour": {"titles", "acting"},
    "re3d": {"titles", "acting"},
    "litbank": {"titles"},
    "gum": {"titles", "modifiers", "apposed", "places", "nested", "acting", "peoples", "possessive", "phrases"},
}

# Options of the program that bring its dates closer to the scheme of a set of temporal cases.
DATE_OPTIONS = {
    "gum": ["--date-scope", "calendar"],
    "tweets": ["--date-values", "as-said"],
}

# Options that bring its names closer to the scheme of a corpus, which is then scored as it stands.
NAME_OPTIONS = {
    "gum": ["--extents", "--dict", "examples/sports"],
}

KINDS = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "GROUP": "NORP"}
HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lady|Lord|Madame|Monsieur|Sheikh|St|Saint|Rev|Father|Sister|Aunt|Uncle|Judge)\.? $")
OWNED = re.compile(r"(?:\b(?:the|an?|his|her|its|their|our|my|your)|['\u2019]s?) $", re.IGNORECASE)
COMPLEMENT = re.compile(r" (?:of|to|for|at|in) (?:the )?$")
# What is joined to a name and no part of it; "of" only of people, because bodies and places are called so.
BEHIND = re.compile(r"(?:,| \() ?\w| (?:from|at|in|near|on|who|which|that|where|like|[a-z]+ing|[a-z]+ed) ")
BEHIND_PERSON = re.compile(BEHIND.pattern + "| of ")


def profile_of(corpus):
    return PROFILES.get(corpus, set())


def with_extents(line):
    """A document line whose mentions have their extents for spans."""
    return {**line, "mentions": [{**m, **m["extent"]} if "extent" in m else m for m in line["mentions"]]}


def countries():
    """The names of countries in the project's own list."""
    path = pathlib.Path(__file__).resolve().parent.parent / "dictionaries" / "en" / "place" / "countries.tsv"
    rows = [line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] not in "#-"]
    return {form for row in rows for form in row.split("|")}


def acting_places(documents, mapping, profile):
    """Texts that gold calls a place somewhere, and countries; empty when the profile does not ask."""
    if "acting" not in profile:
        return set()
    kinds = mapping["gold"]
    return countries() | {bare(document["text"][e["start"]:e["end"]]) for document in documents for e in document["entities"]
                          if kinds.get(e["type"]) == "LOC" and e.get("kind") in (None, "name")}


def bare(name):
    return re.sub(r"^[Tt]he |['\u2019]s$", "", name)


def adapt_gold(document, mapping, places, line, profile):
    """Gold as dossier would mark it; `line` is dossier's own of the same document."""
    kinds = mapping["gold"]
    place = next((kind for kind, target in kinds.items() if target == "LOC"), None)
    text = document["text"]
    predicted = [(m["start"], m["end"]) for m in line["mentions"] if m["type"] == "LOCATION"]
    for e in document["entities"]:
        kind = kinds.get(e["type"])
        if kind == "ORG" and bare(text[e["start"]:e["end"]]) in places:
            if any(e["start"] <= start and e["end"] - 2 <= end <= e["end"] for start, end in predicted):
                e["type"] = place
        if "phrases" in profile and kind in ("PER", "ORG", "LOC") and e.get("kind") in (None, "name"):
            e["start"], e["end"] = name_in(text, e["start"], e["end"], kind, line)
    if "phrases" in profile:
        take_out(document, lambda e: kinds.get(e["type"]) in ("PER", "ORG", "LOC") and no_name(text, e, line))
    if "nested" in profile:
        names = [m for m in line["mentions"] if m.get("kind", "name") == "name" and m["type"] not in ("DATE", "TIME")]
        take_out(document, lambda e: kinds.get(e["type"]) in ("PER", "ORG", "LOC") and hidden(e, document["entities"], names))
    return document


def take_out(document, test):
    """Gold without the names that fit the test; they keep their place in the list, for what refers to it."""
    for e in [e for e in document["entities"] if e.get("kind") in (None, "name") and test(e)]:
        e["type"] = "-"


def name_in(text, start, end, kind, line):
    """The name within a phrase: without an owner before it, and without what is joined to it behind."""
    behind = (BEHIND_PERSON if kind == "PER" else BEHIND).search(text, start, end)
    titled = kind == "PER" and any(m["type"] == "PERSON" and m["end"] == end for m in line["mentions"])
    joined = kind == "LOC" and behind and text[behind.start()] == ","
    if behind and not titled and not joined and re.search(r"[A-Z]", text[start:behind.start()]):
        end = behind.start()
    before = [m.end() for m in re.finditer(r"['\u2019]s ", text[start:end])] if kind == "PER" else []
    if before and re.search(r"[A-Z]", text[start + before[-1]:end]):
        start += before[-1]
    return start, end


def no_name(text, e, line):
    """A phrase whose head has no capital letter, or a role and nothing else."""
    words = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", text[e["start"]:e["end"]])
    head = re.split(r"(?<=[a-z]) (?:of|for|from|at|in|like|who|which|that|[a-z]+ing|[a-z]+ed) ", words)[0].split(" ")[-1]
    roles = [m for m in line["mentions"] if m["type"] == "ROLE"]
    return not re.search(r"[A-Z]", head) and "." not in head or any(e["end"] == m["end"] and m["start"] - 4 <= e["start"] for m in roles)


def hidden(e, gold, names):
    """Inside of a longer gold name, and of a longer name that dossier has."""
    def inside(o):
        return o["start"] <= e["start"] and e["end"] <= o["end"] and o["end"] - o["start"] > e["end"] - e["start"]
    return any(inside(o) and o.get("kind") in (None, "name") for o in gold) and any(inside(m) for m in names)


def adapt_map(mapping, profile):
    if "possessive" in profile:
        return {**mapping, "trim_trailing": ["'s", "\u2019s"]}
    return mapping


def adapt_names(document, text, profile):
    """Entities of a predicted document, typed as the scorer's maps want them; `document` is dossier's own line. Spans in code points."""
    mentions = [m for m in document["mentions"] if m.get("kind", "name") == "name"]
    roles = {m["end"]: m["start"] for m in document["mentions"] if m["type"] == "ROLE"}
    owners = {m["end"]: m["start"] for m in mentions if m["type"] in ("GROUP", "LOCATION", "ORGANIZATION")}
    out = []
    for m in mentions:
        start, kind = m["start"], KINDS.get(m["type"], m["type"])
        if kind == "PER" and "titles" in profile:
            start = with_title(text, start, roles, owners, profile)
        if kind == "NORP" and "peoples" in profile and text[:m["end"]].endswith("s"):
            kind = "PER"
        out.append({"start": start, "end": m["end"], "type": kind})
    if "places" in profile:
        out = joined_places(out, text, "nested" in profile)
    return out if "nested" in profile else [m for m in out if m["type"] == "PER" or not covered(m, out)]


def joined_places(names, text, nested):
    """Each place with the larger one behind its comma; lists of countries are none. The larger one stays when names nest."""
    out, states = [], countries()
    for m in reversed(names):
        if m["type"] == "LOC" and text[m["start"]:m["end"]] not in states:
            larger = next((o for o in out if o["type"] == "LOC" and text[m["end"]:o["start"]] == ", "), None)
            if larger:
                m = {**m, "end": larger["end"]}
                if not nested:
                    out.remove(larger)
        out.insert(0, m)
    return out


def with_title(text, start, roles, owners, profile):
    found = HONORIFIC.search(text[max(0, start - 12):start])
    if found:
        start -= len(found.group(0))
    title = start
    if "modifiers" in profile and title - 1 in owners:
        complement = COMPLEMENT.search(text[:owners[title - 1]])
        if complement and complement.start() in roles:
            title = roles[complement.start()]
    elif title - 1 in roles and text[title - 1] == " ":
        title = roles[title - 1]
    if title < start and "modifiers" in profile and title - 1 in owners and text[title - 1] == " ":
        title = owners[title - 1]
    return start if "apposed" in profile and OWNED.search(text[:title]) else title


def covered(mention, others):
    return any(o["type"] == "PER" and o["start"] <= mention["start"] and mention["end"] <= o["end"] for o in others)


def fold(text, case):
    """The text in one case, as long as before: letters whose other case is longer stay as they are."""
    return "".join(changed if len(changed) == 1 else letter
                   for letter in text for changed in [letter.lower() if case == "lower" else letter.upper()])


def selftest():
    text = "Mr Vik met Tolmian captain Anna Lie of Harvenna in Tolm, Norland. The envoy to Norland Bo Ek, his aide Ulf Ask and Norlanders."
    at = lambda words: {"start": text.index(words), "end": text.index(words) + len(words)}
    norland = text.index("Norland")
    found = [(at("Vik"), "PERSON"), (at("Tolmian"), "GROUP"), (at("captain"), "ROLE"), (at("Anna Lie"), "PERSON"),
             ({**at("Tolm,"), "end": text.index(", N")}, "LOCATION"), (at("Norland"), "LOCATION"), (at("envoy"), "ROLE"),
             ({"start": text.index("Norland Bo"), "end": text.index(" Bo")}, "LOCATION"), (at("Bo Ek"), "PERSON"),
             (at("aide"), "ROLE"), (at("Ulf Ask"), "PERSON"), (at("Norlanders"), "GROUP")]
    line = {"mentions": [{**span, "type": kind} for span, kind in found]}
    names = lambda *profile: [text[m["start"]:m["end"]] for m in adapt_names(line, text, set(profile))]
    assert names()[0] == "Vik"
    assert names("titles")[0] == "Mr Vik" and "captain Anna Lie" in names("titles") and "aide Ulf Ask" in names("titles")
    assert names("titles", "modifiers", "places")[:3] == ["Mr Vik", "Tolmian captain Anna Lie", "Tolm, Norland"]
    assert names("places", "nested").count("Norland") == 2
    assert "envoy to Norland Bo Ek" in names("titles", "modifiers")
    assert {"Ulf Ask", "Bo Ek", "Tolmian captain Anna Lie"} <= set(names("titles", "modifiers", "apposed"))
    assert [m["type"] for m in adapt_names(line, text, {"peoples"})][-1] == "PER"
    mapping = {"gold": {"org": "ORG", "place": "LOC", "person": "PER", "*": None}}
    gold = {"text": text, "entities": [{"start": norland, "end": norland + 7, "type": "org"}, {**at("Anna Lie of Harvenna"), "type": "person"},
                                       {**at("The envoy"), "type": "person"}, {**at("captain Anna Lie"), "type": "person"}]}
    adapted = adapt_gold(gold, mapping, {"Norland"}, line, {"acting", "phrases"})["entities"]
    assert [e["type"] for e in adapted] == ["place", "person", "-", "person"]
    assert text[adapted[1]["start"]:adapted[1]["end"]] == "Anna Lie"
    inner = {"text": text, "entities": [{**at("Tolm, Norland"), "type": "place"}, {"start": norland, "end": norland + 7, "type": "place"}]}
    whole = {"mentions": [{**at("Tolm, Norland"), "type": "LOCATION"}]}
    assert [e["type"] for e in adapt_gold(inner, mapping, set(), whole, {"nested"})["entities"]] == ["place", "-"]
    assert "Norway" in countries() and joined_places([{"start": 0, "end": 6, "type": "LOC"}, {"start": 8, "end": 14, "type": "LOC"}],
                                                     "Norway, Sweden", True)[0]["end"] == 6
    assert fold("Straße 1", "upper") == "STRAßE 1" and fold("Tolm", "lower") == "tolm"


if __name__ == "__main__":
    selftest()
    print("guidelines: all checks hold")
