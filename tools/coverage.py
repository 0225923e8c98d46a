#!/usr/bin/env python3
"""What the dictionaries cover of gold texts, and how far a match alone can be trusted.

coverage.py [--dossier DOSSIER] [--dict PATH ...] GOLD.jsonl MAP.json [GOLD.jsonl MAP.json ...]

GOLD: JSON lines with id, text and entities (start, end, type; code points); MAP: {"gold": {"SOURCE TYPE": "PER" ...}}.
cover      share of gold mentions that an entry covers whole, in percent
precision  share of the longest matches, where they begin with a capital letter, that are a gold mention of the type
"""
import argparse
import collections
import json
import subprocess
import sys

LISTS = [("PER", "person"), ("LOC", "country,city,region,place"), ("ORG", "organization"), ("NORP", "nationality,group")]


def read_gold(path, map_path):
    with open(map_path, encoding="utf-8") as file:
        rules = json.load(file)["gold"]
    documents = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            document = json.loads(line)
            mentions = {}
            for entity in document["entities"]:
                name = entity["type"].split("|")[0]
                kind = rules.get(entity["type"], rules.get(name, rules.get("*")))
                mentions[entity["start"], entity["end"]] = name if kind == "=" else kind
            documents[document["id"]] = (document["text"], mentions)
    return documents


def matches(options, documents, classes):
    """Spans of the longest matches, by document."""
    lines = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, (text, _) in documents.items())
    command = [options.dossier, "dict", "find", "--input-format", "jsonl", "--class", classes]
    for path in options.dict:
        command += ["--dict", path]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    found = collections.defaultdict(set)
    for line in done.stdout.splitlines()[1:]:
        name, start, end = line.split("\t")[:3]
        found[name].add((int(start), int(end)))
    return found


def share(part, whole):
    return f"{100 * part / whole:5.1f}" if whole else "    -"


def table(options, path, map_path):
    documents = read_gold(path, map_path)
    gold_types = {kind for _, mentions in documents.values() for kind in mentions.values()}
    for kind, classes in LISTS:
        if kind not in gold_types:
            continue
        found = matches(options, documents, classes)
        gold = covered = spans = right = 0
        for name, (text, mentions) in documents.items():
            wanted = {span for span, type_ in mentions.items() if type_ == kind}
            gold += len(wanted)
            covered += len(wanted & found[name])
            capital = {span for span in found[name] if text[span[0]].isupper()}
            spans += len(capital)
            right += len(capital & wanted)
        print(f"| {path.split('corpora/')[-1]} | {kind} | {gold} | {share(covered, gold)} | {share(right, spans)} |")
    names(options, path, documents)


def names(options, path, documents):
    """People's names by their parts: the first word a given name, the last a surname."""
    parts = [matches(options, documents, cls) for cls in ("given_name", "surname")]
    total = first = last = either = 0
    for name, (text, mentions) in documents.items():
        for (start, end), kind in mentions.items():
            words = text[start:end].split()
            if kind != "PER" or len(words) < 2:
                continue
            total += 1
            is_given = (start, start + len(words[0])) in parts[0][name]
            is_surname = (end - len(words[-1]), end) in parts[1][name]
            first += is_given
            last += is_surname
            either += is_given or is_surname
    print(f"| {path.split('corpora/')[-1]} | PER, first word given name | {total} | {share(first, total)} | |")
    print(f"| {path.split('corpora/')[-1]} | PER, last word surname | {total} | {share(last, total)} | |")
    print(f"| {path.split('corpora/')[-1]} | PER, one of both | {total} | {share(either, total)} | |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dossier", default="dossier")
    parser.add_argument("--dict", action="append", default=[])
    parser.add_argument("gold", nargs="+")
    options = parser.parse_args()
    if len(options.gold) % 2:
        sys.exit("each gold file needs its map")
    print("| texts | list | mentions | cover | precision |\n| --- | --- | ---: | ---: | ---: |")
    for i in range(0, len(options.gold), 2):
        table(options, options.gold[i], options.gold[i + 1])


if __name__ == "__main__":
    main()
