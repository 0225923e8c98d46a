"""Commands and their arguments: help, graph, explain, eval, exit codes."""
import json
import os
import shutil
import subprocess
import unittest

import tool
from tool import SENTENCE, CliTest


class Help(CliTest):
    def test_help_teaches_by_example_and_names_the_exit_codes(self):
        run = self.good("--help")
        self.assertIn("Examples:\n  dossier article.txt | dot -Tsvg", run.text)
        self.assertIn("Exit codes: 0", run.text)
        self.assertEqual(run.out, self.good("-h").out)

    def test_every_command_has_examples_of_itself(self):
        for command in ("graph", "merge", "query", "extract", "dates", "explain", "eval", "rules"):
            text = self.good(command, "--help").text
            self.assertIn("Examples:", text)
            self.assertIn("  dossier " + command, text.replace("  dossier article", "  dossier graph article"))

    def test_help_holds_printable_characters_only(self):
        for arguments in (["--help"], ["--help-all"], ["extract", "--help"], ["graph", "--help"]):
            text = self.good(*arguments).text
            self.assertEqual([c for c in text if ord(c) < 32 and c != "\n"], [], arguments)

    def test_version_is_one_line(self):
        self.assertRegex(self.good("--version").text, r"\Adossier \d+\.\d+\.\d+\n\Z")

    def test_licenses_credit_the_data(self):
        self.assertIn("Apache License", self.good("--licenses").text)


class Usage(CliTest):
    def test_wrong_arguments_end_with_2_and_a_message(self):
        self.write("a.txt", SENTENCE)
        cases = (
            ["extract", "--bogus", "a.txt"], ["extract", "--format", "pdf", "a.txt"], ["extract", "--min-score", "2", "a.txt"],
            ["extract", "--min-score", "nan", "a.txt"], ["extract", "-j", "0", "a.txt"], ["extract", "-j", "x", "a.txt"],
            ["extract", "--types", "HERO", "a.txt"], ["extract", "--offsets", "inch", "a.txt"],
            ["extract", "--date", "someday", "a.txt"], ["extract", "--date", "2024-02-30", "a.txt"],
            ["graph", "--top", "-1", "a.txt"], ["graph", "--format", "png", "a.txt"], ["explain", "a.txt"],
            ["explain", "a.txt", "--at", "0:1"], ["explain", "a.txt", "--at", "1:x"], ["explain", "a.txt", "--at", ""],
            ["explain", "a.txt", "--edge", "A", "B"], ["explain", "a.txt", "--edge", "A", "no_such_type", "B"],
            ["explain", "a.txt", "--at", "1:1", "--edge", "A", "met", "B"], ["eval", "a.txt"],
        )
        for arguments in cases:
            with self.subTest(arguments):
                run = self.dossier(*arguments)
                self.assertEqual((run.code, run.out), (2, b""))
                self.assertNotEqual(run.messages, "")

    def test_mistakes_are_said_in_one_line_of_the_program(self):
        cases = ((["dict", "foo"], "dict has no command 'foo'; there are build, check, lookup"),
                 (["dict", "import", "foo"], "import has no command 'foo'; there are csv, ftm"), (["dict"], "dict needs a command: build"),
                 (["extract", "--bogus"], "--bogus"), (["rules", "foo", "x"], "rules has no command 'foo'"),
                 (["dict", "build", "-o", "x"], "dict build needs dictionaries"))
        for arguments, words in cases:
            with self.subTest(arguments):
                run = self.dossier(*arguments)
                self.assertEqual((run.code, run.messages.count("\n")), (2, 1))
                self.assertTrue(run.messages.startswith("dossier: "), run.messages)
                self.assertIn(words, run.messages)

    def test_a_place_outside_of_the_text_is_none(self):
        self.write("a.txt", "Ann Lee met Bob Ray.\nNobody knew.\n")
        for place, words in (("9:1", "the last line is 2"), ("3:1", "the last line is 2"), ("1:99", "the line ends in column 20")):
            self.assertEqual(self.good("explain", "a.txt", "--at", place).text, "a.txt:" + place + "  no such place: " + words + "\n")
        self.assertIn("nothing was proposed here", self.good("explain", "a.txt", "--at", "2:1").text)
        for place in ("0:0", "1:32x"):
            self.assertIn("--at: no such place: '" + place + "'", self.dossier("explain", "a.txt", "--at", place).messages)

    def test_a_wrong_word_is_answered_with_the_right_ones(self):
        self.assertIn("pdf not in {auto,text,jsonl,brat}", self.dossier("extract", "--format", "pdf").messages)

    def test_words_of_options_may_be_in_capitals(self):
        self.assertEqual(self.good("graph", "--format", "JSON", stdin=SENTENCE).out,
                         self.good("graph", "--format", "json", stdin=SENTENCE).out)

    def test_exit_status_is_1_only_when_asked_and_nothing_is_found(self):
        nothing = "the rain fell on the grass all day."
        self.assertEqual(self.dossier("extract", stdin=nothing).code, 0)
        self.assertEqual(self.dossier("extract", "-e", stdin=nothing).code, 1)
        self.assertEqual(self.dossier("extract", "-e", stdin=SENTENCE).code, 0)
        self.assertEqual(self.dossier("extract", "-e", "--types", "MONEY", stdin=SENTENCE).code, 1)
        self.assertEqual(self.dossier("graph", "-e", stdin=nothing).code, 1)
        self.assertEqual(self.dossier("explain", "-e", "--at", "1:1", stdin=nothing).code, 1)

    def test_strict_ends_with_3_when_a_record_is_bad(self):
        lines = json.dumps({"text": SENTENCE}) + "\n{\n"
        for command in ("extract", "graph"):
            with self.subTest(command):
                self.assertEqual(self.dossier(command, "--input-format", "jsonl", stdin=lines).code, 0)
                run = self.dossier(command, "--input-format", "jsonl", "--strict", stdin=lines)
                self.assertEqual(run.code, 3)
                self.assertIn("1 of 2 records could not be read", run.messages)

    def test_quiet_says_nothing_of_bad_records(self):
        run = self.dossier("extract", "--input-format", "jsonl", "--strict", "-q", stdin="{\n")
        self.assertEqual((run.code, run.messages), (3, ""))


class Graph(CliTest):
    def test_a_file_alone_gives_its_graph_in_dot(self):
        self.write("a.txt", SENTENCE)
        run = self.good("a.txt")
        self.assertIn("digraph dossier {", run.text)
        self.assertIn("PERSON/ada lovelace", run.text)
        self.assertEqual(run.out, self.good("graph", "a.txt").out)
        self.assertEqual(run.out, self.good("graph", "--format", "dot", "-o", "-", "a.txt").out)

    @unittest.skipUnless(shutil.which("dot"), "Graphviz is not installed")
    def test_graphviz_draws_it(self):
        harbour = os.path.join(tool.SOURCE, "examples", "texts", "harbour.md")
        dot = self.good("graph", harbour).out
        drawn = subprocess.run(["dot", "-Tsvg"], input=dot, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        self.assertEqual((drawn.returncode, drawn.stderr), (0, b""))
        self.assertIn("Ingrid Solheim".encode(), drawn.stdout)

    def test_node_link_json_names_only_nodes_that_are_there(self):
        harbour = os.path.join(tool.SOURCE, "examples", "texts", "harbour.md")
        graph = json.loads(self.good("graph", "--format", "json", harbour).out)
        self.assertEqual((graph["directed"], graph["multigraph"]), (True, True))
        nodes = {node["id"] for node in graph["nodes"]}
        self.assertEqual(len(nodes), len(graph["nodes"]))
        self.assertTrue(graph["links"])
        for link in graph["links"]:
            self.assertIn(link["source"], nodes)
            self.assertIn(link["target"], nodes)

    def test_top_stated_only_and_isolated_choose_what_is_drawn(self):
        text = SENTENCE + " Grace Hopper wrote."
        count = lambda *options: len(json.loads(self.good("graph", "--format", "json", *options, stdin=text).out)["nodes"])
        self.assertEqual(count("--isolated", "--top", "1"), 1)
        self.assertGreater(count("--isolated", "--top", "0"), count("--top", "0"))
        links = json.loads(self.good("graph", "--format", "json", "--stated-only", stdin=text).out)["links"]
        self.assertTrue(all(link["stated"] for link in links))

    def test_min_weight_leaves_out_what_is_rarely_seen_together(self):
        text = "Ada Lovelace and Grace Hopper smiled. " * 2
        links = lambda weight: json.loads(self.good("graph", "--format", "json", "--min-weight", weight, stdin=text).out)["links"]
        self.assertEqual(len([x for x in links("1") if not x["stated"]]), 1)
        self.assertEqual([x for x in links("9") if not x["stated"]], [])


class Explain(CliTest):
    def setUp(self):
        super().setUp()
        self.harbour = os.path.join(tool.SOURCE, "examples", "texts", "harbour.md")
        with open(self.harbour, encoding="utf-8") as file:
            self.text = file.read()

    def place(self, words):
        before = self.text[:self.text.index(words)]
        return "%d:%d" % (before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)

    def test_a_place_in_the_file_is_explained_with_evidence_and_its_source(self):
        place = self.place("Ingrid Solheim")
        out = self.good("explain", self.harbour, "--at", place).text
        self.assertIn(':%s  "Ingrid Solheim"  PERSON, score' % place, out)
        self.assertRegex(out, r"\n  evidence  \S+  [+-]\d+\.\d\d  \(.*evidence\.tsv:\d+\)\n")

    def test_columns_count_characters_of_the_file_markup_included(self):
        out = self.good("explain", self.harbour, "--at", self.place("Baltic Freight](")).text
        self.assertIn('"Baltic Freight"  ORGANIZATION', out)

    def test_every_edge_that_extract_gives_can_be_explained(self):
        record = self.good("extract", self.harbour).lines()[0]
        names = {entity["id"]: entity["name"] for entity in record["entities"]}
        self.assertTrue(record["relations"])
        for relation in record["relations"]:
            other = "-" if relation["object"] is None else names[relation["object"]]
            edge = [names[relation["subject"]], relation["type"], other]
            with self.subTest(edge):
                out = self.good("explain", "--edge", *edge, self.harbour).text
                self.assertIn("\n  rule   " + relation["rule"], out)
                self.assertIn("\n  says   ", out)

    def test_nothing_to_explain_is_said_and_is_no_failure(self):
        self.assertIn("nothing was proposed here", self.good("explain", "--at", "1:1", stdin="").text)
        self.assertIn("no such place", self.good("explain", "--at", "99:99", stdin=SENTENCE).text)
        self.assertIn("nothing was proposed here", self.good("explain", "--at", "1:14", stdin=SENTENCE).text)
        self.assertIn("states no such edge", self.good("explain", "--edge", "A", "met", "B", stdin=SENTENCE).text)


    def test_a_missing_edge_is_answered_with_the_rules_that_came_nearest(self):
        text = "Ann Lee met supporters of Bob Ray in Oslo."
        out = self.good("explain", "--why-not", "Ann Lee", "met", "Bob Ray", stdin=text).text
        self.assertIn("\n  sentence  " + text + "\n", out)
        self.assertRegex(out, r'\n  near  met\.verb matched "Ann Lee met", then needed .* and found "supporters"  \(en/rules/')
        self.assertIn("the text states this edge",
                      self.good("explain", "--why-not", "Charles Babbage", "met", "Ada Lovelace", stdin=SENTENCE).text)
        self.assertEqual(self.dossier("explain", "--why-not", "A", "mett", "B", stdin=text).code, 2)

    def test_a_type_that_was_expected_is_explained(self):
        out = self.good("explain", "--at", "1:1", "--type", "ORGANIZATION", stdin="Nordhavn Bank fell.").text
        self.assertIn('"Nordhavn Bank"  ORGANIZATION', out)
        self.assertEqual(self.dossier("explain", "--at", "1:1", "--type", "BIRD", stdin=SENTENCE).code, 2)


class Rules(CliTest):
    def setUp(self):
        super().setUp()
        self.sea = os.path.join(tool.SOURCE, "examples", "at_sea")

    def test_the_built_in_rules_and_the_example_pass_their_tests_and_lint(self):
        for arguments in ([], ["--dict", self.sea]):
            self.assertEqual(self.good("rules", "test", *arguments).text, "every example holds\n")
            self.assertEqual(self.good("rules", "lint", *arguments).text, "nothing to say against the rules\n")

    def test_a_folder_brings_types_names_and_rules(self):
        run = self.good("extract", "--format", "jsonl", "--dict", self.sea, stdin="The HMS Gannet carries torpedoes.")
        record = run.lines()[0]
        self.assertEqual([m["type"] for m in record["mentions"]], ["VESSEL", "WEAPON"])
        self.assertEqual([r["type"] for r in record["relations"]], ["carries"])
        graph = self.good("graph", "--dict", self.sea, stdin="The HMS Gannet carries torpedoes.").text
        self.assertIn('"VESSEL/hms gannet" -> "WEAPON/torpedo', graph)

    def test_failing_examples_and_doubts_end_with_2_and_their_places(self):
        rules = "a.b: subject:PERSON waved object:PERSON -> met\n  + [PERSON#1 Ann] hit [PERSON#2 Bo]. => #1 met #2\nlist unused = a b\n"
        run = self.dossier("rules", "test", "--rules", self.write("a.rules", rules))
        self.assertEqual(run.code, 2)
        self.assertIn("a.rules:2:1: error: rule 'a.b': does not give #1 met #2; found: nothing", run.messages)
        run = self.dossier("rules", "lint", "--rules", "a.rules")
        self.assertEqual(run.code, 2)
        self.assertIn("a.rules:3:6: warning: nothing uses this name", run.messages)

    def test_rules_are_listed_and_profiled(self):
        self.assertIn("met.verb  (en/rules/meetings.rules:", self.good("rules", "list").text)
        lines = self.good("rules", "profile", stdin=SENTENCE).text.splitlines()
        self.assertEqual(lines[0], "tries\thits\trule\tsource")
        self.assertTrue(any(line.split("\t")[1:3] == ["1", "met.verb"] for line in lines))


class Eval(CliTest):
    GOLD = [{"id": "a", "text": SENTENCE, "entities": [{"start": 0, "end": 12, "type": "PERSON"},
                                                       {"start": 17, "end": 32, "type": "PERSON"}]}]

    def setUp(self):
        super().setUp()
        self.write("gold.jsonl", "".join(json.dumps(line) + "\n" for line in self.GOLD))

    def test_what_extract_writes_is_measured_against_gold(self):
        self.good("extract", "gold.jsonl", "--types", "PERSON", "-o", "predicted.jsonl")
        result = json.loads(self.good("eval", "gold.jsonl", "predicted.jsonl", "--json").out)
        self.assertIsInstance(result, dict)
        self.assertRegex(self.good("eval", "gold.jsonl", "predicted.jsonl").text, r"PERSON .*100\.0")

    def test_a_missing_file_ends_with_4_and_a_broken_one_with_2(self):
        self.assertEqual(self.dossier("eval", "gold.jsonl", "none.jsonl").code, 4)
        os.mkdir(self.path("folder"))
        run = self.dossier("eval", "gold.jsonl", "folder")
        self.assertEqual((run.code, run.messages), (4, "dossier: folder: cannot be read\n"))
        self.write("broken.jsonl", "{\n")
        run = self.dossier("eval", "gold.jsonl", "broken.jsonl")
        self.assertEqual(run.code, 2)
        self.assertIn("broken.jsonl:1", run.messages)
