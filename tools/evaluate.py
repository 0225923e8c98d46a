#!/usr/bin/env python3
"""Measures dossier on gold texts that are not part of the project, and prints one table.

    tools/evaluate.py [--dossier PROGRAM] [--gold FOLDER] [--keep FOLDER] [--only WORD ...]

FOLDER (default ../shared beside the project) holds corpora/, temporal/, relations/ and seed/, each with its scorer; the texts
belong to others and stay where they are. When the folder is absent the program says so and ends with 0.
--keep writes the inputs and predictions there for reading errors; --only measures the parts whose name contains a word.
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

ROOT = pathlib.Path(__file__).resolve().parent.parent


def run(command, stdin=None):
    done = subprocess.run(command, input=stdin, capture_output=True, text=True)
    return done.stdout, done.stderr, done.returncode


class Bench:
    """One run over one set of gold folders."""

    def __init__(self, dossier, gold, keep, only):
        self.dossier, self.gold, self.keep, self.only = dossier, gold, keep, only
        self.rows = []

    def wanted(self, name):
        return not self.only or any(word in name for word in self.only)

    def extract(self, name, input_text):
        """dossier's JSON lines for JSON-lines input, kept as files."""
        source = self.keep / (name.replace("/", "_") + ".in.jsonl")
        target = self.keep / (name.replace("/", "_") + ".out.jsonl")
        source.write_text(input_text, encoding="utf-8")
        start = time.monotonic()
        with open(target, "w", encoding="utf-8") as out:
            subprocess.run([self.dossier, "extract", "--input-format", "jsonl", "--format", "jsonl", str(source)],
                           stdout=out, check=True)
        return target, time.monotonic() - start

    def corpora(self):
        base = self.gold / "corpora"
        for folder in sorted(path for path in base.iterdir() if path.is_dir()):
            for gold in sorted(folder.glob("*.jsonl")):
                name = f"{folder.name}/{gold.stem}"
                if not self.wanted(name):
                    continue
                text, _, _ = run([sys.executable, str(self.gold / "to_score.py"), "input"], gold.read_text(encoding="utf-8"))
                predicted, seconds = self.extract(name, text)
                scored, _, _ = run([sys.executable, str(self.gold / "to_score.py"), "ner"],
                                   predicted.read_text(encoding="utf-8"))
                pred_file = self.keep / (name.replace("/", "_") + ".pred.jsonl")
                pred_file.write_text(scored, encoding="utf-8")
                report, error, code = run([sys.executable, str(base / "score.py"), str(gold), str(pred_file), "--map",
                                           str(folder / "map.json")])
                line = corpus_line(report) if code == 0 else "not scored: " + (error.strip().splitlines() or ["?"])[-1]
                self.rows.append((name, line, seconds))

    def temporal(self):
        base = self.gold / "temporal"
        for gold in sorted((base / "cases").glob("*.jsonl")):
            name = f"temporal/{gold.stem}"
            if not self.wanted(name):
                continue
            text, _, _ = run([sys.executable, str(self.gold / "to_score.py"), "input"], gold.read_text(encoding="utf-8"))
            predicted, seconds = self.extract(name, text)
            scored, _, _ = run([sys.executable, str(self.gold / "to_score.py"), "time"], predicted.read_text(encoding="utf-8"))
            pred_file = self.keep / (name.replace("/", "_") + ".pred.jsonl")
            pred_file.write_text(scored, encoding="utf-8")
            report, error, _ = run([sys.executable, str(base / "score_temporal.py"), str(gold), str(pred_file), "--json"])
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


def corpus_line(report):
    """F1 of exact spans in all and by type, and of relations where the corpus has them, from the scorer's table."""
    parts = []
    for line in report.splitlines():
        found = re.match(r"(\S.*?)\s+(?:\d+\s+\d+\s+)?\|\s+P\s+([\d.]+)\s+R\s+([\d.]+)\s+F1\s+([\d.]+)", line)
        if found:
            parts.append(f"{found[1]} {found[4]}")
    return "  ".join(parts) or "no figures"


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
    args = parser.parse_args()
    gold = pathlib.Path(args.gold)
    if not gold.is_dir():
        print(f"evaluate: no gold texts at {gold}; nothing measured")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        keep = pathlib.Path(args.keep or scratch)
        keep.mkdir(parents=True, exist_ok=True)
        bench = Bench(args.dossier, gold, keep, args.only)
        for part in (bench.seed, bench.corpora, bench.temporal, bench.relations):
            part()
        for name, line, seconds in bench.rows:
            print(f"{name:28} {'' if seconds is None else f'{seconds:6.2f} s'}  {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
