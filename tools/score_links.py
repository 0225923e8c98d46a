#!/usr/bin/env python3
"""Scores relations and coreference on gold texts whose schemes differ from dossier's, by the maps written down here.

    tools/score_links.py [--dossier PROGRAM] [--gold FOLDER] [--only WORD ...] [--errors N]

FOLDER (default ../shared/corpora beside the project) holds kbp37, conll04, knowledgenet, gap and gum as JSON lines; the
texts belong to others and stay where they are. Parts whose file is absent are left out. docs/eval.md explains the figures.
"""
import argparse
import json
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
SPOUSE = {"wife", "husband", "spouse", "widow", "widower", "married", "ex-wife", "ex-husband"}
CHILD = {"son", "daughter", "child", "stepson", "stepdaughter", "sons", "daughters", "children", "born"}
PARENT = {"father", "mother", "parent", "parents"}
KILL = {"killed", "murdered", "assassinated", "shot", "slew", "assassin", "killer", "assassination", "killing", "murder",
        "murderer", "murdering", "assassinating", "shooting"}
FOUNDER = {"founder", "co-founder", "cofounder", "founders", "co-founders", "cofounders"}


def last_word(relation):
    return (relation["label"] or "").lower().split(" of ")[0].split(" ")[-1]


def is_chief(relation):
    label = (relation["label"] or "").lower()
    return "ceo" in label.split() or "chief executive" in label


def facts_of(relation, subject, tail):
    """What a relation of dossier says, as (kind, head, tail); `subject` and `tail` are mentions, tail may be None."""
    kind, word = relation["type"], last_word(relation)
    object_type = tail["type"] if tail else None
    if kind == "has_role":
        if object_type == "ORGANIZATION":
            yield "employed", subject, tail
            if is_chief(relation):
                yield "chief", tail, subject
            if word in FOUNDER:
                yield "founded", tail, subject
        elif object_type == "PERSON" and word in KILL:
            yield "killed", subject, tail
        elif object_type == "GROUP":
            yield "group", subject, tail
        elif object_type == "LOCATION":
            yield "serves", subject, tail
    elif kind == "member_of":
        yield ("employed" if object_type == "ORGANIZATION" else "group"), subject, tail
        if object_type == "ORGANIZATION" and subject["type"] == "ORGANIZATION":
            yield "part", subject, tail
    elif kind == "based_in":
        yield ("seat" if subject["type"] == "ORGANIZATION" else "home"), subject, tail
    elif kind == "origin":
        raised = word in ("grew", "grows", "raised")
        yield ("group" if object_type == "GROUP" else "raised" if raised else "born"), subject, tail
    elif kind == "founded":
        yield "founded", tail, subject
    elif kind == "part_of":
        yield "part", subject, tail
    elif kind == "owns":
        yield "part", tail, subject
    elif kind == "family" and word in SPOUSE:
        yield "spouse", subject, tail
    elif kind == "family" and word in CHILD | PARENT:
        yield "child", *((subject, tail) if word in CHILD else (tail, subject))
    elif kind == "acted_against" and word in KILL:
        yield "killed", subject, tail


# Gold label -> the kinds that stand for it; "-" before a kind: with head and tail exchanged.
MAPS = {
    "kbp37": {
        "per:title": ["title"], "per:employee_of": ["employed", "serves"], "org:top_members/employees": ["-employed"],
        "per:countries_of_residence": ["home", "serves", "group"], "per:cities_of_residence": ["home", "serves"],
        "per:stateorprovinces_of_residence": ["home", "serves"], "per:country_of_birth": ["born", "group"],
        "per:origin": ["group"], "per:spouse": ["spouse", "-spouse"], "org:founded_by": ["founded"],
        "org:subsidiaries": ["-part"], "org:members": ["-part"], "org:city_of_headquarters": ["seat"],
        "org:country_of_headquarters": ["seat"], "org:stateorprovince_of_headquarters": ["seat"]},
    "conll04": {"Work_For": ["employed"], "Live_In": ["home", "born", "raised", "serves"], "OrgBased_In": ["seat"],
                "Kill": ["killed"]},
    "knowledgenet": {
        "CEO": ["chief"], "EMPLOYEE_OR_MEMBER_OF": ["employed"], "POLITICAL_AFFILIATION": ["group", "employed"],
        "NATIONALITY": ["group", "serves"], "FOUNDED_BY": ["founded"], "SUBSIDIARY_OF": ["part"],
        "SPOUSE": ["spouse", "-spouse"], "CHILD_OF": ["child"], "PLACE_OF_RESIDENCE": ["home", "raised"],
        "PLACE_OF_BIRTH": ["born"], "HEADQUARTERS": ["seat"]},
}
# Arguments that are no names. Where the text is one sentence they mostly have nobody to mean, so that facts between names
# are counted once more by themselves.
PRONOUNS = set("""i me my we us our he him his she her hers it its they them their who whom whose which that this where
you your himself herself itself themselves""".split())
# Kinds that one property shares with another one are wrong only where nothing else explains them.
SHARED = {"kbp37": {}, "conll04": {"serves"}, "knowledgenet": {"serves", "group"}}


def overlap(a, b):
    return a["start"] < b["end"] and b["start"] < a["end"]


def extract(dossier, docs):
    lines = "".join(json.dumps({"id": str(i), "text": doc["text"]}) + "\n" for i, doc in enumerate(docs))
    done = subprocess.run([dossier, "extract", "--input-format", "jsonl", "--format", "jsonl", "-"], input=lines,
                          capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def found_in(answer):
    """All (kind, head, tail) of a document."""
    out = []
    for relation in answer["relations"]:
        mention = lambda key: None if relation[key] is None else answer["mentions"][relation[key]]
        subject, tail, label = mention("subject_mention"), mention("object_mention"), mention("label_mention")
        if subject is None or "negated" in relation["flags"]:
            continue
        if relation["type"] == "has_role" and label is not None:
            out.append(("title", subject, label))
        if tail is not None:
            out += facts_of(relation, subject, tail)
    return out


def states(fact, kinds, head, tail):
    kind, subject, object_ = fact
    return (kind in kinds and overlap(subject, head) and overlap(object_, tail)) or (
        "-" + kind in kinds and overlap(subject, tail) and overlap(object_, head))


class Tally:
    """Right, found and gold of each label."""

    def __init__(self):
        self.rows = {}

    def add(self, label, right=0, found=0, gold=0):
        row = self.rows.setdefault(label, [0, 0, 0])
        for i, count in enumerate((right, found, gold)):
            row[i] += count

    def report(self, name):
        total = [sum(row[i] for label, row in self.rows.items() if label != "(between names)") for i in range(3)]
        for label, (right, found, gold) in [("all", total), *sorted(self.rows.items())]:
            print(f"{name:14} {label:36} gold {gold:5} found {found:5}  P {100 * right / max(found, 1):5.1f}"
                  f"  R {100 * right / max(gold, 1):5.1f}")


def score_kbp37(docs, answers, show):
    """Only two mentions of a sentence are marked: what is said between these two counts, and nothing else."""
    labels, tally = MAPS["kbp37"], Tally()
    for doc, answer in zip(docs, answers):
        gold = [(r["type"], doc["entities"][r["head"]], doc["entities"][r["tail"]]) for r in doc["relations"]]
        facts = found_in(answer)
        a, b = doc["entities"][:2]
        for label, head, tail in gold:
            if label in labels:
                hit = any(states(fact, labels[label], head, tail) for fact in facts)
                tally.add(label, hit, hit, 1)
                if not hit and show.pop("kbp37"):
                    print("missed", label, "|", doc["text"])
        mapped = {kind for label, _, _ in gold for kind in labels.get(label, [])}
        for kind, subject, object_ in facts:
            between = (overlap(subject, a) and overlap(object_, b)) or (overlap(subject, b) and overlap(object_, a))
            if between and kind not in mapped and "-" + kind not in mapped:
                tally.add("(none of these) " + kind, 0, 1, 0)
    tally.report("kbp37")


def score_exhaustive(name, docs, answers, show):
    """All relations of some properties are marked: of a sentence, or the ones that meta.annotated names."""
    labels, tally = MAPS[name], Tally()
    for doc, answer in zip(docs, answers):
        asked = doc.get("meta", {}).get("annotated", labels)
        gold = [(r["type"], doc["entities"][r["head"]], doc["entities"][r["tail"]]) for r in doc["relations"]]
        facts = found_in(answer)
        explained = set()
        for label, head, tail in gold:
            if label not in labels or label not in asked:
                continue
            hits = [i for i, fact in enumerate(facts) if states(fact, labels[label], head, tail)]
            explained.update(hits)
            tally.add(label, bool(hits), bool(hits), 1)
            named = not any(doc["text"][m["start"]:m["end"]].lower() in PRONOUNS for m in (head, tail))
            tally.add("(between names)", bool(hits) and named, bool(hits) and named, named)
            if not hits and named and show.pop(name):
                print("missed", label, [doc["text"][m["start"]:m["end"]] for m in (head, tail)], "|", doc["text"])
        wrong = set()
        for i, (kind, subject, object_) in enumerate(facts):
            owners = [label for label in asked if label in labels and {kind, "-" + kind} & set(labels[label])]
            key = (kind, subject["start"], object_["start"])
            if i in explained or not owners or kind in SHARED[name] or key in wrong:
                continue
            wrong.add(key)
            tally.add(owners[0], 0, 1, 0)
            tally.add("(between names)", 0, 1, 0)
            if show.pop(name):
                print("wrong", kind, [doc["text"][m["start"]:m["end"]] for m in (subject, object_)], "|", doc["text"])
    tally.report(name)


def score_gap(docs, answers, show):
    """One pronoun, two names: right when it is linked to the one it means, or to a third where it means neither."""
    tried = right = 0
    for doc, answer in zip(docs, answers):
        pronoun, a, b = doc["entities"]
        meant = [m["entity"] for m in answer["mentions"] if m["start"] == pronoun["start"] and m["entity"] is not None]
        if not meant:
            continue
        tried += 1
        named = [m for m in answer["mentions"] if m["kind"] == "name" and m["entity"] == meant[0]]
        said = [any(overlap(m, name) for m in named) for name in (a, b)]
        truth = [doc["meta"]["A"], doc["meta"]["B"]]
        ok = not any(said) if not any(truth) else any(s and t for s, t in zip(said, truth))
        right += ok
        if not ok and show.pop("gap"):
            print("wrong", named[0] and doc["text"][named[0]["start"]:named[0]["end"]], "|", doc["text"])
    print(f"{'gap':14} pronouns {len(docs)}  coverage {100 * tried / len(docs):.1f}  accuracy {100 * right / max(tried, 1):.1f}")


def score_gum(docs, answers, _):
    """B-cubed over gold names that dossier found too (its span inside the gold one), and over all gold names."""
    sums = {"found": [0.0, 0.0, 0], "all": [0.0, 0.0, 0]}
    for doc, answer in zip(docs, answers):
        cluster_of = {i: k for k, cluster in enumerate(doc["clusters"]) for i in cluster}
        names = [(i, m) for i, m in enumerate(doc["entities"]) if m.get("kind") == "name"
                 and m["type"] in ("person", "organization", "place")]
        pairs, taken = [], set()
        found = [(j, m) for j, m in enumerate(answer["mentions"]) if m["kind"] == "name" and m["entity"] is not None]
        for i, gold in sorted(names, key=lambda it: it[1]["end"] - it[1]["start"]):
            inside = [(j, m) for j, m in found if j not in taken and gold["start"] <= m["start"] and m["end"] <= gold["end"]]
            best = max(inside, key=lambda it: (it[1]["end"] - it[1]["start"], -it[1]["start"]), default=None)
            gold_cluster = cluster_of.get(i, ("alone", i))
            pairs.append((gold_cluster, best[1]["entity"] if best else ("none", i), best is not None))
            if best:
                taken.add(best[0])
        for name, chosen in (("found", [p for p in pairs if p[2]]), ("all", pairs)):
            for gold_cluster, entity, _ in chosen:
                both = sum(p[0] == gold_cluster and p[1] == entity for p in chosen)
                sums[name][0] += both / sum(p[1] == entity for p in chosen)
                sums[name][1] += both / sum(p[0] == gold_cluster for p in chosen)
                sums[name][2] += 1
    for name, (precision, recall, count) in sums.items():
        print(f"{'gum':14} names ({name}) {count:5}  B-cubed P {100 * precision / max(count, 1):.1f}"
              f"  R {100 * recall / max(count, 1):.1f}")


class Show:
    """How many errors of a part are still to be printed."""

    def __init__(self, count):
        self.count = count

    def pop(self, _):
        self.count -= 1
        return self.count >= 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--dossier", default=str(ROOT / "build-release" / "cli" / "dossier"))
    parser.add_argument("--gold", default=str(ROOT.parent / "shared" / "corpora"))
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    parts = (("kbp37", "dev", score_kbp37),
             ("conll04", "dev", lambda *rest: score_exhaustive("conll04", *rest)),
             ("knowledgenet", "dev", lambda *rest: score_exhaustive("knowledgenet", *rest)),
             ("gap", "dev", score_gap), ("gum", "train", score_gum))
    for name, part, score in parts:
        path = pathlib.Path(args.gold) / name / (part + ".jsonl")
        if path.is_file() and (not args.only or any(word in name for word in args.only)):
            docs = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            score(docs, extract(args.dossier, docs), Show(args.errors))


if __name__ == "__main__":
    main()
