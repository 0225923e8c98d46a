#!/usr/bin/env python3
"""Scores identity across documents: of the pairs of named mentions in different documents of one topic that stand in one node of the
graph, how many are the same in the gold text (precision), and of those that are the same, how many stand in one node (recall).

    score_identity.py GOLD.jsonl --dossier PROGRAM [--errors N] [--graph "--apart"]

GOLD has a document a line: id, text, entities with start, end, kind and norm (the same for the same in all documents of a topic), and
meta.topic. Only mentions that both sides have are compared: those of kind "name" that one found mention of kind "name" covers, give or
take an article.
"""
import argparse
import collections
import itertools
import json
import subprocess
import tempfile
import unicodedata


def folded(name):
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(bare.casefold().replace("’", "'").replace(".", "").split())


def run(program, command, path, *arguments):
    output = subprocess.run([program, command, "--input-format", "jsonl", *arguments, path], check=True, capture_output=True).stdout
    return output.decode("utf-8")


def nodes_of(program, path, arguments):
    """From every key, also those that were joined, to the key of its node."""
    graph = json.loads(run(program, "graph", path, "--format", "json", "--top", "0", "--isolated", *arguments))
    node_of = {}
    for node in graph["nodes"]:
        node_of[node["id"]] = node["id"]
        for member in node.get("members", []):
            node_of[member["key"]] = node["id"]
    return node_of


def key_of(doc, entity):
    name = entity["name"]
    if entity["type"] == "PERSON" and len(name.split()) == 1:
        for alias in entity["aliases"]:
            if len(alias.split()) > len(name.split()):
                name = alias
    key = entity["type"] + "/" + folded(name)
    return key + "@" + doc["id"] if entity["type"] == "PERSON" and len(name.split()) == 1 else key


def covered(gold, mention, text):
    start = gold["start"]
    for article in ("the ", "The ", "a ", "an "):
        if text.startswith(article, start):
            start += len(article)
    return mention["start"] in (start, gold["start"]) and mention["end"] == gold["end"]


def compared_mentions(gold_docs, found_docs, node_of):
    """(topic, document, gold id, node, words) of each mention that both sides have."""
    for gold, doc in zip(gold_docs, found_docs):
        entities = {e["id"]: e for e in doc["entities"]}
        seen = set()
        for entity in gold["entities"]:
            if entity["kind"] != "name" or not entity.get("norm"):
                continue
            for mention in doc["mentions"]:
                if mention["kind"] != "name" or mention["entity"] is None or not covered(entity, mention, gold["text"]):
                    continue
                node = node_of.get(key_of(doc, entities[mention["entity"]]))
                item = (entity["norm"], node)
                if node and item not in seen:
                    seen.add(item)
                    yield gold["meta"]["topic"], gold["id"], entity["norm"], node, gold["text"][entity["start"]:entity["end"]]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("gold")
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--errors", type=int, default=0, help="show so many wrong and missed pairs")
    parser.add_argument("--graph", default="", metavar="ARGUMENTS", help="more arguments for dossier graph")
    options = parser.parse_args()
    gold_docs = [json.loads(line) for line in open(options.gold, encoding="utf-8")]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as texts:
        for doc in gold_docs:
            texts.write(json.dumps({"id": doc["id"], "text": doc["text"]}) + "\n")
        texts.flush()
        found_docs = [json.loads(line) for line in run(options.dossier, "extract", texts.name, "--format", "jsonl").splitlines()]
        node_of = nodes_of(options.dossier, texts.name, options.graph.split())
    by_topic = collections.defaultdict(list)
    for topic, *rest in compared_mentions(gold_docs, found_docs, node_of):
        by_topic[topic].append(rest)
    counts = collections.Counter()
    errors = []
    for topic, mentions in sorted(by_topic.items()):
        for one, other in itertools.combinations(mentions, 2):
            if one[0] == other[0]:
                continue
            verdict = (one[1] == other[1], one[2] == other[2])
            counts[verdict] += 1
            if verdict[0] != verdict[1]:
                errors.append((("missed" if verdict[0] else "wrong"), topic, one, other))
    right, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
    print(f"mentions {sum(map(len, by_topic.values()))}  pairs right {right}  wrong {wrong}  missed {missed}")
    print(f"P {100 * right / max(1, right + wrong):.1f}  R {100 * right / max(1, right + missed):.1f}")
    shown = collections.Counter((kind, topic, one[3], one[2], other[3], other[2]) for kind, topic, one, other in errors)
    for (kind, topic, *pair), count in shown.most_common(options.errors):
        print(f"{kind} {count} topic {topic}: {pair}")


if __name__ == "__main__":
    main()
