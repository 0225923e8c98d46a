"""Reads the nouns of WordNet 3.0."""

import functools
from dataclasses import dataclass, field

import packages


@dataclass(frozen=True)
class Synset:
    offset: str
    file: int  # lexicographer file: 15 is noun.location, 18 noun.person
    words: tuple  # as written, "_" for blanks
    hypernyms: tuple  # offsets
    classes: tuple  # offsets of what it is an instance of
    usage: tuple  # offsets of usage domains: slang, ethnic slur ...
    gloss: str


@dataclass
class Nouns:
    synsets: dict = field(default_factory=dict)  # offset -> Synset
    senses: dict = field(default_factory=dict)  # lower-case word -> offsets, the most frequent sense first
    hyponyms: dict = field(default_factory=dict)  # offset -> offsets
    instances: dict = field(default_factory=dict)  # offset -> offsets
    counts: dict = field(default_factory=dict)  # (lower-case word, sense number from 1) -> frequency in texts

    def find(self, word, number=1):
        """The synset of that sense of the word."""
        return self.synsets[self.senses[word][number - 1]]

    def below(self, offset):
        """Offsets of the synset and all its hyponyms."""
        found, rest = set(), [offset]
        while rest:
            one = rest.pop()
            if one not in found:
                found.add(one)
                rest += self.hyponyms.get(one, ())
        return found


@functools.lru_cache(maxsize=None)
def nouns(cache):
    folder = packages.unpacked("wordnet", cache) / "usr/share/wordnet"
    found = Nouns()
    for line in (folder / "data.noun").read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):
            synset = _synset(line)
            found.synsets[synset.offset] = synset
            for parent in synset.hypernyms:
                found.hyponyms.setdefault(parent, []).append(synset.offset)
            for parent in synset.classes:
                found.instances.setdefault(parent, []).append(synset.offset)
    for line in (folder / "index.noun").read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):
            parts = line.split()
            found.senses[parts[0]] = parts[-int(parts[2]) :]
    for line in (folder / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        key, number, count = line.split()
        word, _, kind = key.partition("%")
        if kind.startswith("1"):
            found.counts[word, int(number)] = int(count)
    return found


def _synset(line):
    data, _, gloss = line.partition(" | ")
    parts = data.split()
    size = int(parts[3], 16)
    words = tuple(parts[4 : 4 + 2 * size : 2])
    pointers = parts[5 + 2 * size :]
    links = {}
    for kind, offset, pos in zip(pointers[0::4], pointers[1::4], pointers[2::4]):
        if pos == "n":
            links.setdefault(kind, []).append(offset)
    return Synset(
        parts[0],
        int(parts[1]),
        words,
        tuple(links.get("@", ())),
        tuple(links.get("@i", ())),
        tuple(links.get(";u", ())),
        gloss.strip(),
    )
