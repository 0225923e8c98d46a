"""What is read and written: files, folders, standard input, what cannot be read, where output goes."""
import json
import os

from tool import SENTENCE, CliTest


class Inputs(CliTest):
    def ids(self, *arguments, **more):
        return [record["id"] for record in self.good("extract", *arguments, **more).lines()]

    def test_standard_input_is_the_default_and_has_a_name(self):
        self.assertEqual(self.ids(stdin=SENTENCE), ["stdin"])
        self.assertEqual(self.ids("-", stdin=SENTENCE), ["stdin"])
        self.assertEqual(self.good("-", stdin=SENTENCE).out, self.good("graph", stdin=SENTENCE).out)

    def test_folders_are_read_sorted_without_hidden_files_and_unknown_kinds(self):
        for name in ("d/b.txt", "d/a.md", "d/sub/c.html", "d/Z.TXT", "d/.hidden.txt", "d/.git/e.txt", "d/f.png", "d/noext", "d/g.csv"):
            self.write(name, SENTENCE)
        self.write("d/h.jsonl", json.dumps({"id": "h1", "text": "x"}) + "\n" + json.dumps({"id": "h2", "text": "x"}) + "\n")
        self.assertEqual(self.ids("d"), ["d/Z.TXT", "d/a.md", "d/b.txt", "h1", "h2", "d/sub/c.html"])

    def test_files_folders_and_standard_input_mix_in_the_order_of_their_names(self):
        self.write("z.txt", SENTENCE)
        self.write("d/a.txt", SENTENCE)
        self.write("noext", SENTENCE)
        self.assertEqual(self.ids("z.txt", "-", "d", "noext", stdin=SENTENCE), ["z.txt", "stdin", "d/a.txt", "noext"])

    def test_names_with_dashes_spaces_and_strange_bytes_are_names(self):
        self.write("-x.txt", SENTENCE)
        self.write("a b\n.txt", SENTENCE)
        self.assertEqual(self.ids("--", "-x.txt", "a b\n.txt"), ["-x.txt", "a b\n.txt"])
        self.assertIn("digraph", self.good("--", "-x.txt").text)
        with open(os.path.join(os.fsencode(self.folder), b"\xff.txt"), "wb") as file:
            file.write(SENTENCE.encode())
        self.assertEqual(self.ids(b"\xff.txt"), ["\ufffd.txt"])
        self.good("graph", "--format", "json", b"\xff.txt").text.encode("utf-8")

    def test_an_empty_file_is_an_empty_text(self):
        self.write("a.txt", "")
        record, = self.good("extract", "a.txt").lines()
        self.assertEqual((record["mentions"], record["errors"]), ([], []))
        self.assertIn("digraph", self.good("a.txt").text)
        self.write("a.jsonl", "")
        self.assertEqual(self.good("extract", "a.jsonl").out, b"")


class Unreadable(CliTest):
    def test_a_missing_file_is_named_and_the_others_are_read(self):
        self.write("a.txt", SENTENCE)
        for command in ("extract", "graph"):
            with self.subTest(command):
                run = self.dossier(command, "none.txt", "a.txt")
                self.assertEqual(run.code, 4)
                self.assertIn("dossier: none.txt: ", run.messages)
                self.assertIn(b"ada lovelace", run.out.lower())

    def test_a_folder_without_texts_is_a_failure(self):
        self.write("d/a.png", "x")
        run = self.dossier("extract", "d")
        self.assertEqual((run.code, run.out), (4, b""))
        self.assertIn("d: no texts in this folder", run.messages)

    def test_a_binary_file_is_refused_unless_its_encoding_is_named(self):
        self.write("a.txt", bytes(range(256)) * 20)
        self.write("b.txt", SENTENCE)
        run = self.dossier("extract", "a.txt", "b.txt")
        self.assertEqual((run.code, [record["id"] for record in run.lines()]), (4, ["b.txt"]))
        self.assertIn("a.txt: looks like a binary file", run.messages)
        self.assertEqual(self.dossier("extract", "--encoding", "windows-1252", "a.txt").code, 0)

    def test_standard_input_that_cannot_be_read_is_a_failure(self):
        for options in ([], ["--input-format", "jsonl"]):
            with self.subTest(options):
                self.assertEqual(self.shell('exec "$0" "$@" < .', "extract", *options), 4)
        self.assertEqual(self.shell('exec "$0" "$@" <&-', "extract"), 4)

    def shell(self, script, *arguments):
        import subprocess
        import tool
        done = subprocess.run(["sh", "-c", script, tool.PROGRAM, *arguments], cwd=self.folder, timeout=tool.TIMEOUT,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        self.assertIn(b"standard input", done.stderr)
        return done.returncode


class Outputs(CliTest):
    def test_a_file_gets_what_standard_output_would(self):
        self.write("out", "old words, longer than what is written now" * 1000)
        self.good("extract", "-o", "out", stdin=SENTENCE)
        with open(self.path("out"), "rb") as file:
            self.assertEqual(file.read(), self.good("extract", stdin=SENTENCE).out)

    def test_a_file_in_a_missing_folder_ends_with_4(self):
        for command in (["extract"], ["graph"], ["explain", "--at", "1:1"]):
            run = self.dossier(*command, "-o", "none/out", stdin=SENTENCE)
            self.assertEqual((run.code, run.out), (4, b""))
            self.assertIn("none/out: No such file or directory", run.messages)

    def test_a_file_is_never_read_and_written_at_once(self):
        self.write("a.txt", SENTENCE)
        for command in (["extract"], ["graph"], ["explain", "--at", "1:1"]):
            with self.subTest(command):
                run = self.dossier(*command, "a.txt", "-o", "./a.txt")
                self.assertEqual(run.code, 2)
                self.assertIn("a.txt: is to be read and to be written", run.messages)
                with open(self.path("a.txt"), encoding="utf-8") as file:
                    self.assertEqual(file.read(), SENTENCE)

    def test_dictionaries_rules_tables_and_gold_are_never_written_either(self):
        self.write("a.txt", SENTENCE)
        self.write("d/own.tsv", "#! class: organization\n#! source: a test\n#! licence: CC0-1.0\nKvistmora\n")
        self.write("own.rules", "stage clauses\n")
        self.write("a.csv", "name\nKvistmora\n")
        self.write("gold.jsonl", '{"id":"1","text":"x"}\n')
        origin = ("--class", "organization", "--form", "name", "--source", "a test", "--licence", "CC0-1.0")
        cases = (["extract", "a.txt", "--dict", "d/own.tsv", "-o", "d/own.tsv"], ["graph", "a.txt", "--dict", "d", "-o", "d/own.tsv"],
                 ["dates", "a.txt", "--dict", "d", "-o", "d/own.tsv"], ["dict", "find", "a.txt", "--dict", "d", "-o", "./d/own.tsv"],
                 ["extract", "a.txt", "--rules", "own.rules", "-o", "own.rules"], ["dict", "build", "d", "-o", "d/own.tsv"],
                 ["dict", "import", "csv", "a.csv", *origin, "-o", "a.csv"], ["dict", "import", "ftm", "gold.jsonl", *origin[4:], "-o", "gold.jsonl"],
                 ["eval", "gold.jsonl", "gold.jsonl", "-o", "gold.jsonl"])
        for command in cases:
            with self.subTest(command):
                with open(self.path(command[-1]), "rb") as file:
                    before = file.read()
                run = self.dossier(*command)
                self.assertEqual((run.code, run.out), (2, b""))
                self.assertIn("is to be read and to be written", run.messages)
                with open(self.path(command[-1]), "rb") as file:
                    self.assertEqual(file.read(), before)

    def test_output_in_the_folder_that_is_read_is_left_out(self):
        self.write("d/a.txt", SENTENCE)
        for _ in range(3):
            self.assertEqual(self.dossier("extract", "d", "-o", "d/out.jsonl").code, 0)
            with open(self.path("d/out.jsonl"), encoding="utf-8") as file:
                self.assertEqual([json.loads(line)["id"] for line in file], ["d/a.txt"])
