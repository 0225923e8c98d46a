"""Queries to the graph, and exports that are folders."""
import json
import os

from tool import CliTest

LETTERS = ("Ingrid Solheim met Charles Babbage in London on 3 May 2024. Charles Babbage met Lars Vik in Oslo on 5 June 2023.\n\n"
           "Lars Vik met Ole Vik on 7 July 2022. Ole Vik called Björn Åkesson.")


class Queries(CliTest):
    def setUp(self):
        super().setUp()
        self.write("letters/a.txt", LETTERS)

    def ask(self, *arguments):
        return self.good("query", *arguments, "letters").text

    def answer(self, *arguments):
        answer = json.loads(self.ask(*arguments, "--format", "json"))
        self.assertEqual(answer["schema"], "dossier.answer/1")
        return answer

    def test_a_path_has_the_sentence_of_each_hop(self):
        text = self.ask("path", "ingrid solheim", "LARS VIK")
        self.assertIn("Ingrid Solheim -- Charles Babbage\n", text)
        self.assertIn("Charles Babbage -- Lars Vik\n", text)
        self.assertIn("“Charles Babbage met Lars Vik in Oslo on 5 June 2023.” [letters/a.txt]", text)
        hops = self.answer("path", "Ingrid Solheim", "Lars Vik")["hops"]
        self.assertEqual([hop["to"] for hop in hops], ["PERSON/charles babbage", "PERSON/lars vik"])
        self.assertEqual([hop["edges"][0]["type"] for hop in hops], ["met", "met"])
        self.assertIn("digraph", self.ask("path", "Ingrid Solheim", "Lars Vik", "--format", "dot"))

    def test_without_a_path_nothing_is_written_and_that_is_said(self):
        self.write("letters/b.txt", "Mary Shelley met Percy Stone.")
        run = self.dossier("query", "path", "Mary Shelley", "Lars Vik", "letters")
        self.assertEqual((run.code, run.out), (0, b""))
        self.assertIn("no path", run.messages)
        self.assertEqual(self.dossier("query", "path", "Mary Shelley", "Lars Vik", "letters", "-e", "-q").code, 1)

    def test_accents_do_not_matter_and_misspelt_names_are_helped(self):
        self.assertIn("Björn Åkesson", self.ask("ego", "bjorn akesson"))
        run = self.dossier("query", "ego", "Ingrid Solhiem", "letters")
        self.assertEqual((run.code, run.out), (1, b""))
        self.assertIn("nobody is called 'Ingrid Solhiem'; near: Ingrid Solheim", run.messages)

    def test_a_name_of_several_lists_them(self):
        run = self.dossier("query", "ego", "vik", "letters")
        self.assertEqual((run.code, run.out), (1, b""))
        self.assertIn("PERSON/lars vik", run.messages)
        self.assertIn("PERSON/ole vik", run.messages)
        self.assertTrue(self.ask("ego", "vik", "--first").startswith("0  "))
        self.assertTrue(self.ask("ego", "PERSON/ole vik").startswith("0  Ole Vik  [PERSON/ole vik]"))

    def test_an_ego_network_grows_with_its_depth(self):
        nodes = lambda depth: {node["name"] for node in json.loads(self.ask(
            "ego", "Ingrid Solheim", "--depth", depth, "--stated-only", "--format", "json"))["nodes"]}
        self.assertEqual(nodes("1"), {"Ingrid Solheim", "Charles Babbage"})
        self.assertEqual(nodes("2"), {"Ingrid Solheim", "Charles Babbage", "Lars Vik"})
        self.assertIn("digraph", self.ask("ego", "Ingrid Solheim", "--format", "dot"))

    def test_each_measure_names_who_matters(self):
        for measure in ("mentions", "degree", "betweenness", "pagerank"):
            nodes = self.answer("top", "--by", measure, "--stated-only", "--count", "2")["nodes"]
            self.assertEqual(len(nodes), 2)
            self.assertGreaterEqual(nodes[0]["value"], nodes[1]["value"])
        between = self.answer("top", "--by", "betweenness", "--stated-only")["nodes"]
        self.assertEqual({node["name"] for node in between[:3]}, {"Charles Babbage", "Lars Vik", "Ole Vik"})
        self.assertIn("[PERSON/lars vik]", self.ask("top", "--count", "0"))
        run = self.dossier("query", "top", "--by", "betweenness", "--exact-nodes", "2", "--samples", "2", "letters")
        self.assertIn("estimate from 2 of", run.messages)

    def test_bridges_and_communities(self):
        bridges = self.answer("bridges", "--stated-only")["bridges"]
        self.assertEqual(bridges[0]["nodes_behind"], 2)
        self.assertIn("2 cut off:", self.ask("bridges", "--stated-only", "--count", "2"))
        groups = self.answer("communities", "--stated-only")["communities"]
        self.assertEqual(sum(map(len, groups)), len(json.loads(self.good(
            "graph", "--format", "json", "--top", "0", "--isolated", "letters").text)["nodes"]))
        many = self.answer("communities", "--resolution", "50")["communities"]
        self.assertGreater(len(many), len(groups) - 1)
        self.assertIn("entities: ", self.ask("communities"))

    def test_a_timeline_is_in_the_order_of_dates(self):
        dates = [item["date"] for item in self.answer("timeline", "Lars Vik")["statements"]]
        self.assertEqual(dates, ["2022-07-07", "2023-06-05"])
        both = self.answer("timeline", "Lars Vik", "--with", "Ole Vik")["statements"]
        self.assertEqual([item["date"] for item in both], ["2022-07-07"])
        self.assertIn("2023-06-05  Charles Babbage -[met]- Lars Vik, Oslo\n", self.ask("timeline", "Lars Vik"))

    def test_wrong_questions_end_with_2(self):
        for arguments in (["query"], ["query", "fate", "letters"], ["query", "path", "A"], ["query", "top", "--by", "charm", "letters"],
                          ["query", "communities", "--resolution", "0", "letters"], ["query", "top", "--format", "png", "letters"]):
            with self.subTest(arguments):
                run = self.dossier(*arguments)
                self.assertEqual((run.code, run.out), (2, b""))

    def test_help_has_examples(self):
        self.assertIn("  dossier query path", self.good("query", "--help").text)

    def test_records_answer_as_their_texts_do(self):
        self.good("graph", "--partial", "a.records", "letters")
        self.assertEqual(self.good("query", "top", "--records", "a.records").text, self.ask("top"))
        self.write("b.txt", "Mary Shelley met Ole Vik.")
        both = self.good("query", "path", "Mary Shelley", "Lars Vik", "--records", "a.records", "b.txt").text
        self.assertIn("Mary Shelley -- Ole Vik\n", both)
        self.write("c.records", "no records")
        self.assertEqual(self.dossier("query", "top", "--records", "c.records").code, 3)
        self.assertEqual(self.dossier("query", "top", "--records", "none.records").code, 4)

    def test_the_number_of_threads_changes_nothing(self):
        for i in range(20):
            self.write(f"letters/{i}.txt", LETTERS.replace("Ole", f"Ole{i}"))
        self.assertEqual(self.ask("communities", "-j", "4"), self.ask("communities"))


class Folders(CliTest):
    def setUp(self):
        super().setUp()
        self.write("letters/a.txt", LETTERS)

    def test_csv_is_two_tables_in_a_folder(self):
        self.good("graph", "--format", "csv", "-o", "tables/of/letters", "letters")
        self.assertEqual(sorted(os.listdir(self.path("tables/of/letters"))), ["nodes.csv", "relationships.csv"])
        with open(self.path("tables/of/letters/nodes.csv"), encoding="utf-8") as file:
            self.assertTrue(file.readline().startswith("key:ID,label,"))

    def test_brat_is_a_text_and_its_annotations_for_each_document(self):
        self.write("letters/sub/a.txt", "👩 Mary Shelley met Percy Stone.")
        self.good("extract", "--format", "brat", "-o", "brat", "letters")
        names = sorted(os.listdir(self.path("brat")))
        self.assertEqual(names, ["annotation.conf", "letters_a.txt.ann", "letters_a.txt.txt", "letters_sub_a.txt.ann",
                                 "letters_sub_a.txt.txt"])
        with open(self.path("brat/letters_sub_a.txt.ann"), encoding="utf-8") as file:
            self.assertIn("PERSON 2 14\tMary Shelley\n", file.read())
        lines = '{"id":"../x","text":"Mary Shelley left."}\n{"id":"X","text":"b"}\n{"id":"","text":"c"}\n'
        self.good("extract", "--format", "brat", "-o", "lines", "--input-format", "jsonl", stdin=lines)
        self.assertEqual(sorted(name for name in os.listdir(self.path("lines")) if name.endswith(".txt")), ["X-2.txt", "line-3.txt", "x.txt"])

    def test_a_folder_must_be_named_and_lie_outside_of_what_is_read(self):
        for command in (["graph", "--format", "csv"], ["extract", "--format", "brat"]):
            run = self.dossier(*command, "letters")
            self.assertEqual((run.code, run.out), (2, b""))
            self.assertIn("-o FOLDER", run.messages)
            self.assertEqual(self.dossier(*command, "letters", "-o", "letters/a.txt").code, 2 if "brat" in command else 4)
        for folder in ("letters", "letters/brat", "."):
            run = self.dossier("extract", "--format", "brat", "-o", folder, "letters")
            self.assertEqual(run.code, 2, folder)
            self.assertIn("would be read", run.messages)
        self.assertEqual(os.listdir(self.path("letters")), ["a.txt"])

    def test_all_formats_of_a_graph_are_written(self):
        starts = {"dot": "// ", "json": '{"directed"', "cytoscape": '{"data"', "graphml": "<?xml", "gexf": "<?xml", "ftm": '{"id"'}
        for name, start in starts.items():
            self.assertTrue(self.good("graph", "--format", name, "letters").text.startswith(start), name)
        self.assertIn('version="1.2"', self.good("graph", "--format", "gexf", "--gexf-version", "1.2", "letters").text)
