"""Writes names of other scripts the way English newspapers do. A name may give several spellings."""

import re

_SLAVIC = dict(zip("абвгдзиклмнопрстуфц", "a b v g d z i k l m n o p r s t u f ts".split()))
_SLAVIC |= {
    "ж": "zh",
    "х": "kh",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "й": "y",
    "ю": "yu",
    "я": "ya",
    "ь": "",
    "ъ": "",
    "’": "",
    "'": "",
}
_RUSSIAN = _SLAVIC | {"ы": "y", "э": "e"}
_UKRAINIAN = _SLAVIC | {
    "г": "h",
    "ґ": "g",
    "и": "y",
    "і": "i",
    "ї": "i",
    "є": "ie",
    "й": "i",
    "ю": "iu",
    "я": "ia",
    "е": "e",
}
_BULGARIAN = _SLAVIC | {"х": "h", "щ": "sht", "ъ": "a", "ь": "y", "е": "e"}
_MACEDONIAN = _SLAVIC | {
    "ѓ": "gj",
    "ѕ": "dz",
    "ј": "j",
    "љ": "lj",
    "њ": "nj",
    "ќ": "kj",
    "џ": "dzh",
    "х": "h",
    "ц": "c",
    "е": "e",
}
_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh k sh ch ts dz ts ch kh j h".split(),
    )
)
_ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշչպջռսվտրցփքօֆև",
        "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh ch p j r s v t r ts p k o f ev".split(),
    )
)
_GREEK_PAIRS = [
    ("αυ(?=[θκξπσςτφχψ]|$)", "af"),
    ("ευ(?=[θκξπσςτφχψ]|$)", "ef"),
    ("αυ", "av"),
    ("ευ", "ev"),
    ("ου", "ou"),
    ("^μπ", "b"),
    ("^ντ", "d"),
    ("^γκ", "g"),
    ("γγ", "ng"),
    ("γξ", "nx"),
    ("γχ", "nch"),
]
_GREEK = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split()))
_ACCENTS = str.maketrans("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ")


def romanized(name, locale):
    """Spellings of a name in Latin letters; none for other scripts or what is no single word."""
    language = locale[:2]
    if not re.fullmatch(r"\w+", name) or language not in _BY_LANGUAGE:
        return []
    return [
        spelling.capitalize() for spelling in dict.fromkeys(_BY_LANGUAGE[language](name.lower())) if spelling.isalpha()
    ]


def _letters(name, table):
    return "".join(table.get(letter, "?") for letter in name)


def _russian(name):
    """Sergei, Dmitry, Yefimov and Efimov, Solovyov and Soloviev, Gorsky."""
    name = re.sub(r"(ий|ый)$", "й", name)
    iotated = r"(^|[аеёиоуыэюяьъ])"
    first = re.sub(iotated + "е", r"\1ye", name)
    first = re.sub(r"(?<=[жшчщ])ё", "o", first).replace("ё", "yo")
    spellings = [re.sub(r"ей$", "ei", re.sub(r"ай$", "ai", first)), first]
    spellings.append(re.sub("ия$", "ia", name.replace("ье", "ie").replace("ё", "e")))
    return [_mixed(one, _RUSSIAN | {"е": "e"}) for one in spellings]


def _mixed(text, table):
    """Romanizes the letters that are not yet Latin."""
    return "".join(letter if letter.isascii() and letter.isalpha() else table.get(letter, "?") for letter in text)


def _ukrainian(name):
    first = re.sub(r"ський$", "skyi", re.sub(r"цький$", "tskyi", name))
    first = re.sub(r"^є", "ye", re.sub(r"^ї", "yi", re.sub(r"^ю", "yu", re.sub(r"^я", "ya", first)))).replace(
        "зг", "zgh"
    )
    second = re.sub(r"(skyi|ий|ій)$", lambda end: "sky" if end[0] == "skyi" else "y", first)
    return [_mixed(first, _UKRAINIAN), _mixed(second, _UKRAINIAN)]


def _greek(name):
    name = name.translate(_ACCENTS)
    for pattern, letters in _GREEK_PAIRS:
        name = re.sub(pattern, letters, name)
    return [_mixed(name, _GREEK)]


_BY_LANGUAGE = {
    "ru": _russian,
    "uk": _ukrainian,
    "bg": lambda name: [_letters(re.sub("ия$", "иа", name), _BULGARIAN)],
    "mk": lambda name: [_letters(name, _MACEDONIAN)],
    "ka": lambda name: [_letters(name, _GEORGIAN)],
    "hy": lambda name: [
        _letters(re.sub("^ե", "յե", re.sub("^ո", "վո", name)).replace("ու", "ւ"), _ARMENIAN | {"ւ": "u", "ո": "o"})
    ],
    "el": _greek,
}
