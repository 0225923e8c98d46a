#!/usr/bin/env python3
"""Texts for graphs of many documents: make_documents.py DOCUMENTS [FIRST] > texts.jsonl

Made at random, but document n is always the same. All names are invented, as frequent as names are in news: a few people stand
everywhere, most in one or two documents; some surnames have thousands of bearers; many are also written with an initial, a middle
initial or a nickname, or by the surname alone. Join shards with dossier graph --partial and dossier merge.
"""
import json
import random
import sys

GIVEN = ("Jonas Marta Olof Karin William Robert James Thomas Anna Maria Peter Paul David Susan Helen Ivan Olga Sergei Elena Hassan Fatima "
         "Samuel Daniel Michael Edward Richard Charles Margaret Elizabeth Katherine Alice Henry George Walter Martin Victor Laura Julia "
         "Nina Simon").split()
NICKNAMES = {"William": "Bill", "Robert": "Bob", "James": "Jim", "Thomas": "Tom", "Edward": "Ted", "Michael": "Mike"}
STARTS = "Br K Kv L M N Sk St T V Dr Gr H R Fl".split()
MIDDLES = "and ell orm und ist olm ask ern ild ang ott ung".split()
ENDS = "berg son ov ova ey sen mora by lund wick stad er".split()
HEADS = ("Council", "Bank", "Institute", "Foundation", "Ministry", "University", "Agency", "Association")
VERBS = ("met", "praised", "criticized", "wrote to", "spoke with", "accused")
ROLES = ("spokesman", "director", "president", "adviser", "chairman", "secretary")
PEOPLE, SURNAMES, BODIES, PLACES = 400_000, 30_000, 40_000, 8_000


def invented(number):
    out = STARTS[number % 15] + MIDDLES[number // 15 % 12]
    out += (MIDDLES[number // 2160 % 12] if number >= 2160 else "") + ENDS[number // 180 % 12]
    return out


def rank(chance, size):
    """The n-th with a share of about 1/n."""
    return min(int((size + 1) ** chance.random()) - 1, size - 1)


def person(chance):
    own = random.Random(rank(chance, PEOPLE))  # who it is decides what he is called
    given, surname = own.choice(GIVEN), invented(rank(own, SURNAMES))
    middle = own.choice("ABCDEFGHJKLMNPRST") if own.random() < 0.2 else ""
    form = chance.random()
    if form < 0.05:
        return f"{given[0]}. {surname}", surname
    if form < 0.1:
        return f"{NICKNAMES.get(given, given)} {surname}", surname
    return f"{given} {middle + '. ' if middle and form < 0.5 else ''}{surname}", surname


def sentence(chance):
    one, surname = person(chance)
    other, _ = person(chance)
    body = f"{invented(rank(chance, BODIES) * 7)} {chance.choice(HEADS)}"
    place = invented(rank(chance, PLACES) * 3 + 1)
    kind = chance.randrange(5)
    if kind == 0:
        return f"{one}, {chance.choice(ROLES)} of the {body}, {chance.choice(VERBS)} {other}."
    if kind == 1:
        return f"{one} and {other} met in the town of {place} on {chance.randrange(1, 28)} May."
    if kind == 2:
        return f"The {body} named {one} its {chance.choice(ROLES)}. {surname} thanked {other}."
    if kind == 3:
        return f"{one} {chance.choice(VERBS)} {other}, the {chance.choice(ROLES)} of the {body}, and left for the village of {place}."
    return f"In the town of {place} {one} {chance.choice(VERBS)} {other}, and {surname} stayed."


def document(number):
    chance = random.Random(f"document {number}")
    lines = [sentence(chance) for _ in range(chance.randrange(2, 7))]
    text = "".join(line + ("\n\n" if chance.random() < 0.3 else " ") for line in lines).strip()
    date = f"20{chance.randrange(10, 25)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    return {"id": f"d{number:07}", "date": date, "text": text}


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    first = int(sys.argv[2]) if len(sys.argv) == 3 else 0
    for number in range(first, first + int(sys.argv[1])):
        sys.stdout.write(json.dumps(document(number)) + "\n")


if __name__ == "__main__":
    main()
