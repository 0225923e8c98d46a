"""How some annotation schemes mark names otherwise than dossier does, and how to score them fairly all the same.

Each corpus that differs has a profile; its parts change predictions or gold before they are compared, never the program:

titles      the title belongs to the person ("President Vik"): it is added to dossier's name. A role, or a word such as "Mr"
modifiers   so does a nationality or a place before the title ("Tolmian captain Vik")
places      "Tolm, Norland" is one place: dossier's two are joined
acting      a country that acts is an organization there. Where gold calls the same words a place elsewhere in the corpus, and
            dossier calls them one here, which of the two they are is not counted
possessive  "'s" belongs to the name: it is cut off both sides
phrases     a person's name is the whole phrase ("Vik of the Harbour Party", "the party's Anna Vik"): gold is cut to the name
"""
import re

PROFILES = {
    "newshour": {"titles", "acting"},
    "re3d": {"titles", "acting"},
    "litbank": {"titles"},
    "gum": {"titles", "modifiers", "places", "acting", "possessive", "phrases"},
}

# Options of the program that bring its dates closer to the scheme of a set of temporal cases.
DATE_OPTIONS = {
    "gum": ["--date-scope", "calendar"],
    "tweets": ["--date-values", "as-said"],
}

HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lady|Lord|Madame|Monsieur|Sheikh|St|Saint|Rev|Father|Sister|Aunt|Uncle|Judge)\.? $")


def profile_of(corpus):
    return PROFILES.get(corpus, set())


def acting_places(documents, mapping, profile):
    """Texts that gold calls a place somewhere; empty when the profile does not ask."""
    if "acting" not in profile:
        return set()
    kinds = mapping["gold"]
    return {bare(document["text"][e["start"]:e["end"]]) for document in documents for e in document["entities"]
            if kinds.get(e["type"]) == "LOC" and e.get("kind") in (None, "name")}


def bare(name):
    return re.sub(r"^[Tt]he |['\u2019]s$", "", name)


def adapt_gold(document, mapping, places, predicted, profile):
    """Gold as dossier would mark it; `predicted` are the spans where dossier has a place."""
    kinds = mapping["gold"]
    place = next((kind for kind, target in kinds.items() if target == "LOC"), None)
    text = document["text"]
    for e in document["entities"]:
        if kinds.get(e["type"]) == "ORG" and bare(text[e["start"]:e["end"]]) in places:
            if any(e["start"] <= start and e["end"] - 2 <= end <= e["end"] for start, end in predicted):
                e["type"] = place
        if "phrases" in profile and kinds.get(e["type"]) == "PER" and e.get("kind") in (None, "name"):
            e["start"], e["end"] = name_in(text, e["start"], e["end"])
    return document


def name_in(text, start, end):
    """The name within a phrase: without an owner before it, and without what is joined to it by a preposition."""
    behind = re.search(r" (?:of|from|at|in) ", text[start:end])
    if behind and re.search(r"[A-Z]", text[start:start + behind.start()]):
        end = start + behind.start()
    before = [m.end() for m in re.finditer(r"['\u2019]s ", text[start:end])]
    if before and re.search(r"[A-Z]", text[start + before[-1]:end]):
        start += before[-1]
    return start, end


def adapt_map(mapping, profile):
    if "possessive" in profile:
        return {**mapping, "trim_trailing": ["'s", "\u2019s"]}
    return mapping


def adapt_names(document, text, profile):
    """Entities of a predicted document; `document` is dossier's own line. Spans in code points."""
    mentions = [m for m in document["mentions"] if m.get("kind", "name") == "name"]
    roles = {m["end"]: m["start"] for m in document["mentions"] if m["type"] == "ROLE"}
    owners = {m["end"]: m["start"] for m in mentions if m["type"] in ("GROUP", "LOCATION")}
    out = []
    for m in mentions:
        start, end = m["start"], m["end"]
        if m["type"] == "PERSON" and "titles" in profile:
            start = with_title(text, start, roles, owners if "modifiers" in profile else {})
        if m["type"] == "LOCATION" and "places" in profile and out and out[-1]["type"] == "LOCATION" \
                and text[out[-1]["end"]:start] == ", ":
            out[-1]["end"] = end
            continue
        out.append({"start": start, "end": end, "type": m["type"]})
    return [m for m in out if m["type"] == "PERSON" or not covered(m, out)]


def with_title(text, start, roles, owners):
    if start - 1 in roles and text[start - 1] == " ":
        start = roles[start - 1]
        if start - 1 in owners and text[start - 1] == " ":
            start = owners[start - 1]
    found = HONORIFIC.search(text[max(0, start - 12):start])
    return start - len(found.group(0)) if found else start


def covered(mention, others):
    return any(o["type"] == "PERSON" and o["start"] <= mention["start"] and mention["end"] <= o["end"] for o in others)


def fold(text, case):
    """The text in one case, as long as before: letters whose other case is longer stay as they are."""
    return "".join(changed if len(changed) == 1 else letter
                   for letter in text for changed in [letter.lower() if case == "lower" else letter.upper()])


def selftest():
    text = "Mr Vik met Tolmian captain Anna Lie of Harvenna in Tolm, Norland."
    at = lambda words: {"start": text.index(words), "end": text.index(words) + len(words)}
    line = {"mentions": [{**at("Vik"), "type": "PERSON"}, {**at("Tolmian"), "type": "GROUP"}, {**at("captain"), "type": "ROLE"},
                         {**at("Anna Lie"), "type": "PERSON"}, {**at("Tolm,"), "end": text.index(", N"), "type": "LOCATION"},
                         {**at("Norland"), "type": "LOCATION"}]}
    names = lambda profile: [text[m["start"]:m["end"]] for m in adapt_names(line, text, profile)]
    assert names(set())[0] == "Vik"
    assert names({"titles"})[0] == "Mr Vik" and "captain Anna Lie" in names({"titles"})
    assert names({"titles", "modifiers", "places"}) == ["Mr Vik", "Tolmian captain Anna Lie", "Tolm, Norland"]
    mapping = {"gold": {"org": "ORG", "place": "LOC", "person": "PER"}}
    gold = {"text": text, "entities": [{**at("Norland"), "type": "org"}, {**at("Anna Lie of Harvenna"), "type": "person"}]}
    adapted = adapt_gold(gold, mapping, {"Norland"}, [(at("Norland")["start"], at("Norland")["end"])], {"acting", "phrases"})
    assert adapted["entities"][0]["type"] == "place"
    assert text[adapted["entities"][1]["start"]:adapted["entities"][1]["end"]] == "Anna Lie"
    assert fold("Straße 1", "upper") == "STRAßE 1" and fold("Tolm", "lower") == "tolm"


if __name__ == "__main__":
    selftest()
    print("guidelines: all checks hold")
