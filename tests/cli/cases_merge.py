"""Graphs in parts: records, merging, identity over documents, decisions."""
import json
import random

from tool import CliTest

TEXTS = [
    "Marta Lind, the bank's spokeswoman, met Norwegian envoy Lars Vik in Oslo on Wednesday.",
    "Lars Vik visited Oslo. Marta Lind praised Lars Vik.\n\nOlga Orlova, the mayor of Visby, wrote to Lars Vik on 3 May 2024.",
    "William Ward met Marta Lind in Oslo. Ward is the president of Kommerz AG.",
    "Bill Ward, the president of Kommerz AG, met Olga Orlova.",
    "Nothing to see here.",
    "Olga Orlova met Marta Lind and Lars Vik in Visby in 2023.",
]


class Merging(CliTest):
    def jsonl(self, name, numbers):
        lines = [json.dumps({"id": f"doc-{n}", "text": TEXTS[n % len(TEXTS)], "date": f"2024-01-{1 + n % 28:02d}"}) for n in numbers]
        return self.write(name, "".join(line + "\n" for line in lines))

    def partial(self, name, numbers, *options):
        self.good("graph", "--partial", name, *options, self.jsonl(name + ".jsonl", numbers))
        return name

    def test_merged_records_give_the_bytes_of_one_graph(self):
        numbers = list(range(40))
        whole = self.jsonl("all.jsonl", numbers)
        random.Random(7).shuffle(numbers)
        parts = [self.partial(f"{i}.records", numbers[i::3], "-j", str(i + 1)) for i in range(3)]
        for arguments in (["dot"], ["json", "--top", "0", "--min-weight", "1", "--isolated"], ["json", "--stated-only"], ["json", "--apart"]):
            wanted = self.good("graph", "--format", *arguments, whole).out
            self.assertEqual(self.good("merge", "--format", *arguments, *parts).out, wanted, arguments)
            self.assertEqual(self.good("merge", "--format", *arguments, *reversed(parts)).out, wanted, arguments)
            self.assertEqual(self.good("graph", "-j", "4", "--format", *arguments, whole).out, wanted, arguments)

    def test_merged_tables_are_those_of_one_run(self):
        whole = self.jsonl("all.jsonl", range(20))
        parts = [self.partial("a", range(0, 12)), self.partial("b", range(8, 20))]
        options = ["--format", "csv", "--top", "0", "--min-weight", "1"]
        self.good("graph", *options, "-o", "whole", whole)
        self.assertEqual(self.good("merge", *options, "-o", "merged", *parts).out, b"")
        for name in ("nodes.csv", "relationships.csv"):
            with open(self.path("whole/" + name), "rb") as one, open(self.path("merged/" + name), "rb") as other:
                table = one.read()
                self.assertEqual(other.read(), table, name)
                self.assertGreater(table.count(b"\n"), 5, name)

    def test_tables_need_a_folder_and_are_not_written_over_records(self):
        self.partial("a", range(2))
        self.assertEqual(self.dossier("merge", "--format", "csv", "a").code, 2)
        self.assertEqual(self.dossier("merge", "--format", "csv", "a", "-o", "a").code, 4)
        with open(self.path("a"), "rb") as file:
            records = file.read()
        for name in ("nodes.csv", "relationships.csv"):
            self.write("tables/" + name, records)
            self.assertEqual(self.dossier("merge", "--format", "csv", "tables/" + name, "-o", "tables").code, 2, name)
            with open(self.path("tables/" + name), "rb") as file:
                self.assertEqual(file.read(), records)

    def test_merged_records_are_those_of_one_run(self):
        self.partial("all", range(20))
        self.partial("a", range(0, 12))
        self.partial("b", range(8, 20))
        self.good("merge", "a", "b", "-o", "ab")
        self.assertEqual(self.good("merge", "ab").out, self.good("merge", "b", "a").out)
        with open(self.path("ab"), "rb") as one, open(self.path("all"), "rb") as other:
            self.assertEqual(one.read(), other.read())

    def test_documents_are_replaced_and_removed(self):
        self.partial("old", range(4))
        self.write("new.jsonl", json.dumps({"id": "doc-1", "text": TEXTS[5]}) + "\n")
        self.good("graph", "--partial", "new", "new.jsonl")
        both = self.good("merge", "--newest", "old", "new", "-o", "both")
        self.assertEqual(both.out, b"")
        lines = [{"id": f"doc-{n}", "text": TEXTS[5] if n == 1 else TEXTS[n], **({} if n == 1 else {"date": f"2024-01-{1 + n:02d}"})} for n in range(4)]
        self.write("anew.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
        self.good("graph", "--partial", "anew", "anew.jsonl")
        self.assertEqual(self.good("merge", "both").out, self.good("merge", "anew").out)
        self.partial("three", [0, 1, 3])
        self.assertEqual(self.good("merge", "old", "--remove", "doc-2").out, self.good("merge", "three").out)

    def test_damaged_records_are_refused_with_their_place(self):
        self.partial("good", range(3))
        with open(self.path("good"), "rb") as file:
            data = file.read()
        self.write("cut", data[:-4])
        self.write("changed", data[:200] + bytes([data[200] ^ 1]) + data[201:])
        self.write("text", "no records\n")
        self.write("empty", "")
        for name, words, code in (("cut", "cut: error: the file ends inside a record at byte ", 3), ("changed", "changed: error: ", 3),
                                  ("text", "text: error: not a record file of this version", 3), ("empty", "empty: no records in it", 4),
                                  ("missing", "missing: cannot be read", 4)):
            for arguments in (["merge", "good", name, "-o", "out"], ["merge", name, "--format", "json"]):
                run = self.dossier(*arguments)
                self.assertEqual((run.code, run.out), (code, b""), (name, run.messages))
                self.assertIn(words, run.messages)

    def test_records_are_not_written_over(self):
        self.partial("a", range(2))
        self.assertEqual(self.dossier("merge", "a", "-o", "a").code, 2)
        self.assertEqual(self.dossier("graph", "--partial", "x", "-o", "y", "a.jsonl").code, 2)
        self.assertEqual(self.dossier("graph", "--partial", "a.jsonl", "a.jsonl").code, 2)


class Identity(CliTest):
    def graph(self, *arguments):
        self.write("1.txt", TEXTS[2])
        self.write("2.txt", TEXTS[3])
        run = self.dossier("graph", "--format", "json", "--top", "0", "--isolated", *arguments, "1.txt", "2.txt")
        return run, {node["id"]: node for node in json.loads(run.out)["nodes"]} if run.out else {}

    def test_a_nickname_is_joined_and_explained(self):
        run, nodes = self.graph()
        self.assertEqual(run.messages, "")
        members = nodes["PERSON/william ward"]["members"] if "PERSON/william ward" in nodes else nodes["PERSON/bill ward"]["members"]
        self.assertEqual({m["key"] for m in members}, {"PERSON/bill ward", "PERSON/william ward"})
        self.assertTrue(any(m["reason"] and m["reason"].startswith("nickname") for m in members))
        _, apart = self.graph("--apart")
        self.assertIn("PERSON/bill ward", apart)
        self.assertIn("PERSON/william ward", apart)

    def test_decisions_are_applied_and_named(self):
        self.write("d.tsv", "not-same\tPERSON/Bill Ward\tPERSON/William Ward\nrename\tPERSON/marta lind\tMarta E. Lind\ndrop\tLOCATION/oslo\n")
        run, nodes = self.graph("--decisions", "d.tsv")
        self.assertEqual(run.messages, "")
        self.assertIn("PERSON/bill ward", nodes)
        self.assertIn("PERSON/william ward", nodes)
        self.assertNotIn("LOCATION/oslo", nodes)
        self.assertEqual(nodes["PERSON/marta lind"]["name"], "Marta E. Lind")
        self.assertEqual(nodes["PERSON/marta lind"]["members"][0]["reason"], "decision: rename, d.tsv:2")

    def test_faults_of_decisions_are_all_named_and_nothing_is_written(self):
        self.write("d.tsv", "same\tPERSON/a\nfoo\tPERSON/a\n")
        run, _ = self.graph("--decisions", "d.tsv")
        self.assertEqual((run.code, run.out), (2, b""))
        self.assertIn("d.tsv:1:1: error: ", run.messages)
        self.assertIn("d.tsv:2:1: error: ", run.messages)
        self.write("e.tsv", "drop\tPERSON/nobody known\n")
        run, nodes = self.graph("--decisions", "e.tsv")
        self.assertEqual(run.code, 0)
        self.assertIn("e.tsv:1:1: warning: no document has such an entity", run.messages)
        self.assertTrue(nodes)
