#!/usr/bin/env python3
"""What others take for the same dictionary and texts: FlashText, spaCy's PhraseMatcher, ahocorasick_rs (pip packages).

peers_dictionary.py big.tsv FILE.jsonl ...      FILE: JSON objects with a member "text"
"""
import json
import os
import resource
import sys
import time


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report(name, build, seconds, size, found, before):
    print(f"{name:24} build {build:7.1f} s, {peak() - before:7.0f} MB; find {size / seconds / 1e6:7.2f} MB/s, {found} matches", flush=True)


def flashtext(forms, texts):
    from flashtext import KeywordProcessor
    processor = KeywordProcessor(case_sensitive=True)
    for form in forms:
        processor.add_keyword(form)
    yield
    yield sum(len(processor.extract_keywords(text)) for text in texts)


def spacy_matcher(forms, texts):
    import spacy
    from spacy.matcher import PhraseMatcher
    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab)
    for begin in range(0, len(forms), 10000):
        matcher.add("name", [nlp.make_doc(form) for form in forms[begin:begin + 10000]])
    yield
    yield sum(len(matcher(doc)) for doc in nlp.tokenizer.pipe(texts))


def aho_corasick(forms, texts):
    import ahocorasick_rs
    automaton = ahocorasick_rs.AhoCorasick(forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    yield
    yield sum(len(automaton.find_matches_as_indexes(text)) for text in texts)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        forms = [line.split("\t")[0] for line in file if not line.startswith("#")]
    texts = []
    for name in sys.argv[2:]:
        with open(name, encoding="utf-8") as file:
            texts += [json.loads(line)["text"] for line in file]
    size = sum(len(text.encode()) for text in texts)
    for name, work in (("FlashText", flashtext), ("spaCy PhraseMatcher", spacy_matcher), ("ahocorasick_rs", aho_corasick)):
        if os.fork():  # each in a process of its own, for its memory
            os.wait()
            continue
        before = peak()
        steps = work(forms, texts)
        start = time.process_time()
        next(steps)
        build = time.process_time() - start
        start = time.process_time()
        found = next(steps)
        report(name, build, time.process_time() - start, size, found, before)
        os._exit(0)


if __name__ == "__main__":
    main()
