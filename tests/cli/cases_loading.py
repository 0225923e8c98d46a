"""Own dictionaries and rules: what they add, and every fault of them reported with file, line and column."""
import re

from tool import SENTENCE, CliTest, mentions

HEADER = "#! class: organization\n#! columns: form weight flags attributes\n#! source: a test\n#! licence: CC0-1.0\n"


class Dictionaries(CliTest):
    def test_a_dictionary_adds_names(self):
        text = "They wrote to Kvistmora about it."
        self.write("own.tsv", HEADER + "Kvistmora\t900\n")
        record, = self.good("extract", "--dict", "own.tsv", stdin=text).lines()
        self.assertEqual(mentions(record, text, "ORGANIZATION"), ["Kvistmora"])

    def test_without_english_no_places_and_no_relations_are_known(self):
        record, = self.good("extract", "--no-english", stdin=SENTENCE).lines()
        self.assertEqual(mentions(record, SENTENCE, "LOCATION"), [])
        self.assertEqual(record["relations"], [])
        self.assertEqual(mentions(self.good("extract", stdin=SENTENCE).lines()[0], SENTENCE, "LOCATION"), ["London"])

    def test_ten_faults_give_ten_messages_with_their_places(self):
        rows = ["Good One\t5", "Bad Weight\tmany", "Bad Weight\t1001", "Bad Flag\t5\theroic", "Bad Attribute\t5\t\tnovalue",
                "\t5", "Good Two", "A||B\t5", "A B C D E F G H I J K L M N\t5", "x" * 1001, "Many\t1\t\t\tcells", "Bad \x00\xff"]
        faulty = {6: "dict.bad-weight", 7: "dict.bad-weight", 8: "dict.unknown-flag", 9: "dict.bad-attribute", 10: "dict.empty-form",
                  12: "dict.empty-form", 13: "dict.too-many-tokens", 14: "dict.too-long", 15: "dict.too-many-columns",
                  16: "dict.bad-utf8"}
        content = (HEADER + "\n".join(rows) + "\n").encode("latin-1")
        self.write("own.tsv", content)
        run = self.dossier("extract", "--dict", "own.tsv", stdin=SENTENCE)
        self.assertEqual((run.code, run.out), (2, b""))
        places = re.findall(r"own\.tsv:(\d+):(\d+): error: .*\[([a-z0-9.-]+)\]", run.messages)
        self.assertEqual({int(line): code for line, _, code in places}, faulty)
        self.assertTrue(all(int(column) >= 1 for _, column, _ in places))
        self.assertIn("own.tsv:6:12: ", run.messages)

    def test_faults_of_several_files_are_reported_together(self):
        self.write("d/a.tsv", HEADER + "A\tx\n")
        self.write("d/b.tsv", HEADER + "B\ty\n")
        run = self.dossier("extract", "--dict", "d", "--dict", "none.tsv", stdin="")
        self.assertEqual(run.code, 2)
        for name in ("a.tsv:5:3", "b.tsv:5:3", "none.tsv"):
            self.assertIn(name, run.messages)


class Rules(CliTest):
    def test_a_rule_adds_relations(self):
        self.write("own.rules", "list greet = waved\n\nstage clauses\n\nown.wave: subject:$someone label:$greet to object:$someone -> met\n")
        text = "Ada Lovelace waved to Charles Babbage."
        record, = self.good("extract", "--rules", "own.rules", stdin=text).lines()
        self.assertIn("own.wave", [relation["rule"] for relation in record["relations"]])

    def test_faults_of_rules_are_reported_with_their_places(self):
        self.write("own.rules", "stage clauses\n\nown.a: subject:$nobody met object:$person -> met\n\nown.b: ( -> met\n"
                                "\nown.c: subject:$person object:$person -> no_such_relation\n")
        run = self.dossier("extract", "--rules", "own.rules", stdin=SENTENCE)
        self.assertEqual((run.code, run.out), (2, b""))
        lines = {int(line) for line in re.findall(r"own\.rules:(\d+):\d+: error: ", run.messages)}
        self.assertEqual(lines, {3, 5, 7})
