"""Folds names as the lexicon compares them: no case, no diacritics."""

import unicodedata

# Letters that Unicode does not decompose.
LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ə": "a",
        "’": "'",
        "ʻ": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "ʹ": "'",
    }
)


def fold(text):
    decomposed = unicodedata.normalize("NFD", text.casefold().translate(LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(LETTERS)


def is_latin(text):
    """True when every letter is of the Latin script."""
    return all(not letter.isalpha() or "LATIN" in unicodedata.name(letter, "") for letter in text)
