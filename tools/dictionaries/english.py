"""English words and how common they are, from SCOWL."""

import functools

import packages

SIZES = (10, 20, 35, 40, 50)
VARIETIES = ("english", "american", "british")


@functools.lru_cache(maxsize=None)
def word_sizes(cache):
    """Lower-case word -> the smallest SCOWL size that has it (10: the most common words, 50: the rarest here)."""
    folder = packages.unpacked("scowl", cache) / "usr/share/dict/scowl"
    sizes = {}
    for size in SIZES:
        for variety in VARIETIES:
            file = folder / f"{variety}-words.{size}"
            if file.exists():
                for word in file.read_text(encoding="iso-8859-1").split():
                    sizes.setdefault(word, size)
    return {word: size for word, size in sizes.items() if word.islower()}
