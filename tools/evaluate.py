#!/usr/bin/env python3
"""Measures dossier on gold texts that are not part of the project, and prints one table.

    tools/evaluate.py [--dossier PROGRAM] [--gold FOLDER] [--keep FOLDER] [--only WORD ...] [--fold lower | upper]

FOLDER (default ../shared beside the project) holds corpora/, temporal/, relations/ and seed/, each with its scorer; the texts
belong to others and stay where they are. When the folder is absent the program says so and ends with 0.
--keep writes the inputs and predictions there for reading errors; --only measures the parts whose name contains a word.
--fold measures copies of the corpora that are written in one case. A second line with a star is the same prediction by the
corpus' own guidelines (guidelines.py), where they differ from ours; one with an option is what the program says with it.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import guidelines

ROOT = pathlib.Path(__file__).resolve().parent.parent


def file_name(name):
    """Of what is kept for the row of that name."""
    return name.replace("/", "_").replace(" *", ".own").replace(" --", ".").replace(" ", "_")


def run(command, stdin=None):
    done = subprocess.run(command, input=stdin, capture_output=True, text=True)
    return done.stdout, done.stderr, done.returncode


class Bench:
    """One run over one set of gold folders."""

    def __init__(self, dossier, gold, keep, only, fold):
        self.dossier, self.gold, self.keep, self.only, self.fold = dossier, gold, keep, only, fold
        self.rows = []

    def wanted(self, name):
        return not self.only or any(word in name for word in self.only)

    def extract(self, name, input_text, options=()):
        """dossier's JSON lines for JSON-lines input, kept as files."""
        source = self.keep / (file_name(name) + ".in.jsonl")
        target = self.keep / (file_name(name) + ".out.jsonl")
        source.write_text(input_text, encoding="utf-8")
        start = time.monotonic()
        with open(target, "w", encoding="utf-8") as out:
            subprocess.run([self.dossier, "extract", "--input-format", "jsonl", "--format", "jsonl", *options, str(source)],
                           stdout=out, check=True)
        return target, time.monotonic() - start

    def corpora(self):
        base = self.gold / "corpora"
        for folder in sorted(path for path in base.iterdir() if path.is_dir()):
            for gold in sorted(folder.glob("*.jsonl")):
                name = f"{folder.name}/{gold.stem}"
                if not self.wanted(name):
                    continue
                self.corpus(folder, gold, name)

    def corpus(self, folder, gold, name):
        if self.fold:
            gold = self.folded(gold, name)
        text, _, _ = run([sys.executable, str(self.gold / "to_score.py"), "input"], gold.read_text(encoding="utf-8"))
        predicted, seconds = self.extract(name, text)
        self.rows.append((name, self.score_names(gold, predicted, name, folder), seconds))
        options = guidelines.NAME_OPTIONS.get(folder.name)
        if options:
            phrases = " ".join([name, *(pathlib.Path(option).name for option in options)])
            extended, seconds = self.extract(phrases, text, [str(ROOT / word) if "/" in word else word for word in options])
            write_lines(extended, [guidelines.with_extents(line) for line in read_lines(extended)])
            self.rows.append((phrases, self.score_names(gold, extended, phrases, folder), seconds))
        profile = guidelines.profile_of(folder.name)
        if profile:
            self.rows.append((name + " *", self.score(*self.by_guidelines(folder, gold, predicted, name, profile)), None))

    def score_names(self, gold, predicted, name, folder):
        """The scorer's line of a file of document lines."""
        scored, _, _ = run([sys.executable, str(self.gold / "to_score.py"), "ner"], predicted.read_text(encoding="utf-8"))
        pred_file = self.keep / (file_name(name) + ".pred.jsonl")
        pred_file.write_text(scored, encoding="utf-8")
        return self.score(gold, pred_file, folder / "map.json")

    def score(self, gold, predicted, mapping):
        report, error, code = run([sys.executable, str(self.gold / "corpora" / "score.py"), str(gold), str(predicted), "--map",
                                   str(mapping)])
        return corpus_line(report) if code == 0 else "not scored: " + (error.strip().splitlines() or ["?"])[-1]

    def folded(self, gold, name):
        """A copy of the gold texts in one case."""
        copy = self.keep / (file_name(name) + "." + self.fold + ".gold.jsonl")
        documents = read_lines(gold)
        for document in documents:
            document["text"] = guidelines.fold(document["text"], self.fold)
        write_lines(copy, documents)
        return copy

    def by_guidelines(self, folder, gold, predicted, name, profile):
        """Gold, prediction and map as the corpus' own guidelines want them: files."""
        base = self.keep / name.replace("/", "_")
        mapping = json.loads((folder / "map.json").read_text(encoding="utf-8"))
        documents = read_lines(gold)
        texts = {document["id"]: document["text"] for document in documents}
        places = guidelines.acting_places(documents, mapping, profile)
        files = [base.with_suffix(f".own.{part}.jsonl") for part in ("gold", "pred", "map")]
        lines = {line["id"]: line for line in read_lines(predicted)}
        write_lines(files[0], [guidelines.adapt_gold(document, mapping, places, lines[document["id"]], profile)
                               for document in documents])
        write_lines(files[1], [{"id": name, "entities": guidelines.adapt_names(line, texts[name], profile)}
                               for name, line in lines.items()])
        write_lines(files[2], [guidelines.adapt_map(mapping, profile)])
        return files

    def temporal(self):
        for gold in sorted((self.gold / "temporal" / "cases").glob("*.jsonl")):
            name = f"temporal/{gold.stem}"
            if not self.wanted(name):
                continue
            self.times(gold, name)
            if gold.stem in guidelines.DATE_OPTIONS:
                self.times(gold, name + " *", guidelines.DATE_OPTIONS[gold.stem])

    def times(self, gold, name, options=()):
        """One row of the temporal cases."""
        text, _, _ = run([sys.executable, str(self.gold / "to_score.py"), "input"], gold.read_text(encoding="utf-8"))
        predicted, seconds = self.extract(name, text, options)
        scored, _, _ = run([sys.executable, str(self.gold / "to_score.py"), "time"], predicted.read_text(encoding="utf-8"))
        pred_file = self.keep / (file_name(name) + ".pred.jsonl")
        pred_file.write_text(scored, encoding="utf-8")
        scorer = self.gold / "temporal" / "score_temporal.py"
        report, error, _ = run([sys.executable, str(scorer), str(gold), str(pred_file), "--json"])
        self.rows.append((name, temporal_line(report or error), seconds))

    def relations(self):
        base = self.gold / "relations"
        if not self.wanted("relations"):
            return
        gold = base / "gold.jsonl"
        text, _, _ = run([sys.executable, str(base / "to_score.py"), "input"], gold.read_text(encoding="utf-8"))
        predicted, seconds = self.extract("relations", text)
        report, error, _ = run([sys.executable, str(base / "score_roles.py"), str(gold), str(predicted), "--no-doubt"])
        for line in (report or error).splitlines():
            self.rows.append(("relations", line, seconds))
            seconds = None

    def seed(self):
        base = self.gold / "seed"
        if not self.wanted("seed"):
            return
        start = time.monotonic()
        line, error, _ = run([self.dossier, "extract", "--format", "jsonl", str(base / "article.md")])
        seconds = time.monotonic() - start
        report, error, _ = run([sys.executable, str(base / "score.py"), str(base / "gold.json")], line)
        self.rows.append(("seed", (report or error).strip().splitlines()[-1], seconds))


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def write_lines(path, values):
    path.write_text("".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values), encoding="utf-8")


def corpus_line(report):
    """F1 of exact spans in all and by type, and of relations where the corpus has them, from the scorer's table."""
    parts = []
    for line in report.splitlines():
        found = re.match(r"(\S.*?)\s+(?:\d+\s+\d+\s+)?\|\s+P\s+([\d.]+)\s+R\s+([\d.]+)\s+F1\s+([\d.]+)", line)
        if found:
            parts.append(f"{found[1]} {found[4]}")
    names = names_only(report)
    return "  ".join(([names] if names else []) + parts) or "no figures"


def names_only(report):
    """F1 of people, organizations and places together: of exact spans, with their precision, and of overlapping ones."""
    gold = predicted = 0
    exact = lenient = 0.0
    for line in report.splitlines():
        found = re.match(r"(?:PER|ORG|LOC)\s+(\d+)\s+(\d+)\s+\|\s+P\s+([\d.]+)[^|]*\|\s+P\s+([\d.]+)", line)
        if found:
            gold, predicted = gold + int(found[1]), predicted + int(found[2])
            exact += int(found[2]) * float(found[3]) / 100
            lenient += int(found[2]) * float(found[4]) / 100
    if not predicted or not gold:
        return ""
    both = gold + predicted
    return f"names {200 * exact / both:.1f} (P {100 * exact / predicted:.1f}, lenient {200 * lenient / both:.1f})"


def temporal_line(report):
    """F1 of strict and relaxed spans, type and value, from the scorer's JSON."""
    try:
        figures = json.loads(report)
    except ValueError:
        return "no figures: " + " ".join(report.split())[:100]
    parts = []
    for name in ("strict", "relaxed", "type", "value"):
        value = figures.get(name)
        if isinstance(value, dict):
            value = value.get("f1", value.get("f"))
        elif isinstance(value, (list, tuple)):
            value = value[-1]
        if value is not None:
            parts.append(f"{name} {100 * value if value <= 1 else value:.1f}")
    return "  ".join(parts) or str(list(figures))[:120]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--dossier", default=os.environ.get("DOSSIER", str(ROOT / "build-release" / "cli" / "dossier")))
    parser.add_argument("--gold", default=str(ROOT.parent / "shared"))
    parser.add_argument("--keep")
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--fold", choices=("lower", "upper"), help="measure copies of the corpora in one case")
    args = parser.parse_args()
    gold = pathlib.Path(args.gold)
    if not gold.is_dir():
        print(f"evaluate: no gold texts at {gold}; nothing measured")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        keep = pathlib.Path(args.keep or scratch)
        keep.mkdir(parents=True, exist_ok=True)
        bench = Bench(args.dossier, gold, keep, args.only, args.fold)
        for part in (bench.corpora,) if args.fold else (bench.seed, bench.corpora, bench.temporal, bench.relations):
            part()
        for name, line, seconds in bench.rows:
            print(f"{name:28} {'' if seconds is None else f'{seconds:6.2f} s'}  {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
