"""dossier dict: images, look-ups, doubts, and dictionaries made of tables and entities."""
import json
import os
import stat
import subprocess

import tool
from tool import CliTest, mentions

HEADER = "#! class: organization\n#! columns: form weight flags attributes\n#! source: a test\n#! licence: CC0-1.0\n"
TEXT = "They wrote to Kvistmora about it."


class Images(CliTest):
    def test_an_image_gives_what_its_sources_give(self):
        self.write("own.tsv", HEADER + "Kvistmora\t900\n")
        run = self.dossier("dict", "build", "own.tsv", "-o", "own.image")
        self.assertEqual((run.code, run.out), (0, b""), run.messages)
        plain = self.good("extract", "--dict", "own.tsv", stdin=TEXT)
        image = self.good("extract", "--dict", "own.image", stdin=TEXT)
        self.assertEqual(plain.out, image.out)
        self.assertEqual(mentions(image.lines()[0], TEXT, "ORGANIZATION"), ["Kvistmora"])

    def test_the_size_of_an_image_is_said(self):
        self.write("own.tsv", HEADER + "Kvistmora\n")
        self.assertRegex(self.dossier("dict", "build", "own.tsv", "--no-english", "-o", "own.image").messages, r"own\.image: [1-9]\d* (bytes|kB)\n")
        self.assertNotIn("sources TEXT ... REQUIRED", self.good("dict", "build", "--help").text)

    def test_building_twice_gives_the_same_bytes_and_leaves_nothing_beside(self):
        self.write("own.tsv", HEADER + "Kvistmora\t900\n")
        for name in ("a.image", "b.image"):
            self.assertEqual(self.dossier("dict", "build", "own.tsv", "--no-english", "-o", name).code, 0)
        with open(self.path("a.image"), "rb") as a, open(self.path("b.image"), "rb") as b:
            self.assertEqual(a.read(), b.read())
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.image", "b.image", "own.tsv"])

    def test_faults_leave_no_image(self):
        self.write("own.tsv", HEADER + "Kvistmora\tmany\n")
        run = self.dossier("dict", "build", "own.tsv", "-o", "own.image")
        self.assertEqual(run.code, 2)
        self.assertIn("own.tsv:5:11", run.messages)
        self.assertFalse(os.path.exists(self.path("own.image")))
        self.assertEqual(self.dossier("dict", "build", "own.tsv", "-o", "no/such/folder/own.image").code, 2)

    def test_a_link_is_followed_and_the_mode_is_kept(self):
        self.write("own.tsv", HEADER + "Kvistmora\t900\n")
        self.write("real.image", "old")
        os.chmod(self.path("real.image"), 0o600)
        os.symlink("real.image", self.path("link.image"))
        os.symlink("later.image", self.path("dangling.image"))
        for name in ("link.image", "dangling.image"):
            self.assertEqual(self.dossier("dict", "build", "own.tsv", "--no-english", "-o", name).code, 0)
            self.assertTrue(os.path.islink(self.path(name)))
            self.good("dict", "stats", "--no-english", name)
        self.assertEqual(os.stat(self.path("real.image")).st_mode & 0o7777, 0o600)
        self.assertEqual(sorted(os.listdir(self.folder)),
                         ["dangling.image", "later.image", "link.image", "own.tsv", "real.image"])

    def test_a_pipe_is_written_in_place_and_a_dash_is_standard_output(self):
        self.write("own.tsv", HEADER + "Kvistmora\t900\n")
        out = self.dossier("dict", "build", "own.tsv", "--no-english", "-o", "-").out
        self.assertTrue(out)
        self.assertEqual(os.listdir(self.folder), ["own.tsv"])
        os.mkfifo(self.path("pipe"))
        reader = subprocess.Popen(["cat", self.path("pipe")], stdout=subprocess.PIPE)
        self.assertEqual(self.dossier("dict", "build", "own.tsv", "--no-english", "-o", "pipe").code, 0)
        self.assertEqual(reader.communicate(timeout=tool.TIMEOUT)[0], out)
        self.assertTrue(stat.S_ISFIFO(os.stat(self.path("pipe")).st_mode))

    def test_a_target_that_cannot_be_written_is_named_with_the_reason(self):
        self.write("own.tsv", HEADER + "Kvistmora\t900\n")
        os.mkdir(self.path("folder"))
        os.symlink("circle", self.path("circle"))
        for target, why in (("folder", "Is a directory"), ("circle", "Too many levels of symbolic links"), ("none/own.image", "No such file or directory")):
            run = self.dossier("dict", "build", "own.tsv", "--no-english", "-o", target)
            self.assertEqual(run.code, 4)
            self.assertIn("dossier: " + target + ": " + why, run.messages)

    def test_a_damaged_image_is_refused_with_the_reason(self):
        self.write("own.tsv", HEADER + "Kvistmora\t900\n")
        self.dossier("dict", "build", "own.tsv", "-o", "own.image")
        with open(self.path("own.image"), "rb") as file:
            whole = file.read()
        self.write("cut.image", whole[:1000])
        self.assertIn("image.truncated", self.dossier("extract", "--dict", "cut.image", stdin=TEXT).messages)
        middle = len(whole) // 2
        self.write("bad.image", whole[:middle] + bytes([whole[middle] ^ 255]) + whole[middle + 1:])
        run = self.dossier("dict", "check", "bad.image")
        self.assertEqual(run.code, 2)
        self.assertIn("image.damaged", run.messages)


class Questions(CliTest):
    def test_lookup_shows_the_line_of_an_entry(self):
        self.write("own.tsv", HEADER + "Kvistmora|Kvist\t900\tctx\tid=Q7\n")
        run = self.good("dict", "lookup", "--no-english", "--dict", "own.tsv", "near Kvist")
        rows = [line.split("\t") for line in run.text.splitlines()]
        self.assertEqual(rows[0][0], "words")
        self.assertEqual(rows[1:], [["Kvist", "Kvist", "Kvistmora", "organization", "900", "ctx", "id=Q7", "name", "own.tsv:5"]])
        self.assertEqual(self.dossier("dict", "lookup", "--no-english", "--dict", "own.tsv", "nothing").code, 1)

    def test_check_tells_of_doubts(self):
        self.write("own.tsv", HEADER + "Open\n")
        run = self.dossier("dict", "check", "own.tsv")
        self.assertEqual(run.code, 2)
        self.assertIn("own.tsv:5:1: warning", run.messages)
        self.assertIn("dict.common-word", run.messages)
        self.write("own.tsv", HEADER + "Kvistmora\n")
        self.good("dict", "check", "own.tsv")

    def test_stats_count_classes_and_name_sources(self):
        self.write("own.tsv", HEADER + "Kvistmora\nNordkvist\n")
        text = self.good("dict", "stats", "--no-english", "own.tsv").text
        self.assertIn("entries\t2\n", text)
        self.assertIn("organization\t2\n", text)
        self.assertIn("own.tsv\t2\tCC0-1.0\ta test\n", text)


    def test_find_gives_a_table_of_places(self):
        self.write("own.tsv", HEADER + "Kvistmora\nKvistmora Harbour\n")
        self.write("a.txt", "Über Kvistmora\nHarbour wurde geschrieben, und über Kvistmora auch.")
        run = self.good("dict", "find", "--no-english", "--dict", "own.tsv", "a.txt", "--class", "organization,city")
        rows = [line.split("\t") for line in run.text.splitlines()][1:]
        self.assertEqual([row[1:6] for row in rows][-1], ["51", "60", "Kvistmora", "Kvistmora", "organization"])
        self.assertEqual(self.good("dict", "find", "--no-english", "--dict", "own.tsv", "a.txt", "--class", "city").text.count("\n"), 1)


    def test_a_class_that_is_not_there_is_a_mistake(self):
        run = self.dossier("dict", "find", "--class", "citty,place", stdin=TEXT)
        self.assertEqual((run.code, run.out), (2, b""))
        self.assertIn("--class: there is no class 'citty'; did you mean 'city'?", run.messages)

    def test_a_file_of_no_known_kind_is_a_mistake(self):
        self.write("own.txt", HEADER + "Kvistmora\n")
        for command in (["check", "own.txt"], ["build", "own.txt", "-o", "own.image"], ["stats", "own.txt"], ["lookup", "x", "--dict", "own.txt"]):
            run = self.dossier("dict", *command)
            self.assertEqual(run.code, 2)
            self.assertIn("file.unknown-kind", run.messages)
        self.assertEqual(os.listdir(self.folder), ["own.txt"])

    def test_no_english_and_an_image_with_english_do_not_go_together(self):
        self.write("own.tsv", HEADER + "Kvistmora\n")
        self.dossier("dict", "build", "own.tsv", "-o", "own.image")
        run = self.dossier("extract", "--no-english", "--dict", "own.image", stdin=TEXT)
        self.assertEqual(run.code, 2)
        self.assertIn("config.image-with-english", run.messages)

    def test_utf_16_is_said_once(self):
        self.write("own.tsv", (HEADER + "Kvistmora\n").encode("utf-16"))
        run = self.dossier("dict", "check", "own.tsv")
        self.assertEqual(run.code, 2)
        self.assertEqual(run.messages, "dossier: own.tsv:1: error: this file is UTF-16; save it as UTF-8 [dict.bad-utf8]\n")


class Imports(CliTest):
    ORIGIN = ("--source", "a register", "--licence", "CC0-1.0")

    def imported(self, *arguments):
        run = self.dossier("dict", "import", *arguments, *self.ORIGIN)
        self.assertEqual(run.code, 0, run.messages)
        self.write("made.tsv", run.out)
        return run

    def test_csv_with_quotes_aliases_and_line_ends(self):
        self.write("in.csv", 'id,name,other,size\r\n7,"Kvistmora, Ltd.","Kvist\nmora",5\r\n8,"Nord ""N"" kvist",,\r\n9,,,1\r\n')
        run = self.imported("csv", "in.csv", "--class", "organization", "--form", "name", "--form", "other", "--weight", "size",
                            "--attribute", "id")
        rows = [line for line in run.text.splitlines() if not line.startswith("#")]
        self.assertEqual(rows, ["Kvistmora, Ltd.|Kvist mora\torganization\t5\t\tid=7", 'Nord "N" kvist\torganization\t\t\tid=8'])
        self.assertEqual(run.messages, "dossier: in.csv:5: left out: there is no name\ndossier: 2 names; 1 rows left out\n")
        record, = self.good("extract", "--dict", "made.tsv", stdin="They joined Kvist Mora in May.").lines()
        self.assertEqual(len([m for m in record["mentions"] if m["type"] == "ORGANIZATION"]), 1)

    def test_a_column_that_is_not_there_is_named(self):
        self.write("in.csv", "id,name\n1,Kvistmora\n")
        run = self.dossier("dict", "import", "csv", "in.csv", "--class", "organization", "--form", "nmae", *self.ORIGIN)
        self.assertEqual(run.code, 2)
        self.assertIn("no column is called 'nmae'; there are id, name", run.messages)

    def test_names_that_the_format_cannot_hold_are_counted_and_named(self):
        self.write("in.csv", 'name;kind;alias\n#1 Kvistmora;a\n\n-Kvist;a\nA|B;a;Aby\nKvistmora;"x;y";#Kvist|mora\n')
        run = self.imported("csv", "in.csv", "--class", "organization", "--form", "name", "--form", "alias", "--attribute", "k=kind",
                            "--delimiter", ";")
        for words in ("in.csv:2: left out '#1 Kvistmora': begins with", "in.csv:4: left out '-Kvist': begins with",
                      "in.csv:5: left out 'A|B': has '|'", "in.csv:6: left out '#Kvist|mora': has '|'", "in.csv:6: left out 'k=x;y'",
                      "1 names; 3 rows left out; 1 aliases left out; 1 values left out"):
            self.assertIn(words, run.messages)
        self.assertNotIn("Aby", run.text)

    def test_what_would_not_load_is_left_out_with_the_reason(self):
        many = " ".join("abcdefghijklmn")
        self.write("in.csv", ("name,alias,size\nNordby,Nord,NO\nVestby," + many + ",3\nØstby,Öst,1500\n").encode() +
                   "Sørby,,1\n".encode("latin-1") + b"Sydby,,2\n")
        run = self.imported("csv", "in.csv", "--class", "city", "--form", "name", "--form", "alias", "--weight", "size")
        rows = [line for line in run.text.splitlines() if not line.startswith("#")]
        self.assertEqual(rows, ["Vestby\tcity\t3\t\t", "Sydby\tcity\t2\t\t"])
        for words in ("in.csv:2: left out 'Nordby': a weight is a whole number from 0 to 1000 ('NO')", "in.csv:3: left out '" + many,
                      "in.csv:4: left out 'Østby'", "in.csv:5: left out: the line is not valid UTF-8",
                      "2 names; 3 rows left out; 1 aliases left out"):
            self.assertIn(words, run.messages)
        self.good("dict", "lookup", "--dict", "made.tsv", "Vestby")

    def test_many_bad_rows_are_all_left_out(self):
        self.write("in.csv", "name,size\n" + "".join("Nordby %d,%s\n" % (i, "x" if i % 2 else "7") for i in range(5000)))
        run = self.imported("csv", "in.csv", "--class", "city", "--form", "name", "--weight", "size")
        self.assertIn("2500 names; 2500 rows left out", run.messages)
        self.assertEqual(run.messages.count("left out 'Nordby"), 5)

    def test_arguments_that_make_no_dictionary_are_mistakes(self):
        self.write("in.csv", "name,ID\nNordby,7\n")
        cases = ((["--class", "company"], "did you mean 'organization'?"), (["--declare", "--class", "Foo Bar"], "a new class is named with"),
                 (["--class", "city", "--attribute", "ID"], "a key has small letters"),
                 (["--class", "city", "--attribute", "id=ID", "--attribute", "id=name"], "'id' is given twice"),
                 (["--class", "city", "--variants", "umlauts"], "write 'hyphen', 'dots' or both"))
        for arguments, words in cases:
            with self.subTest(arguments):
                run = self.dossier("dict", "import", "csv", "in.csv", "--form", "name", *arguments, *self.ORIGIN, "-o", "made.tsv")
                self.assertEqual(run.code, 2)
                self.assertIn(words, run.messages)
                self.assertFalse(os.path.exists(self.path("made.tsv")))
        run = self.dossier("dict", "import", "csv", "in.csv", "--form", "name", "--class", "city", "--source", "", "--licence", "CC0-1.0")
        self.assertEqual(run.code, 2)
        self.assertIn("--source: must not be empty", run.messages)

    def test_tables_that_cannot_be_read_are_named_with_a_hint(self):
        arguments = ("--form", "name", "--class", "city", *self.ORIGIN)
        for content, words in ((b'name\n"Nord"by\n', "line 2: a quote stands inside of a cell"), ("name\nNordby\n".encode("utf-16"), "UTF-16"),
                               (b"", "the file is empty")):
            run = self.dossier("dict", "import", "csv", "-", *arguments, stdin=content)
            self.assertEqual(run.code, 2)
            self.assertIn("standard input: ", run.messages)
            self.assertIn(words, run.messages)
        os.mkdir(self.path("folder"))
        run = self.dossier("dict", "import", "csv", "folder", *arguments)
        self.assertEqual(run.code, 4)
        self.assertIn("folder: is a folder", run.messages)

    def test_cells_are_split_and_variants_asked_for(self):
        run = self.dossier("dict", "import", "csv", "-", "--form", "name", "--form", "also", "--split", ";", "--variants", "hyphen,dots",
                           "--class", "organization", *self.ORIGIN, stdin="name,also\nColdharbour Ltd,Coldharbour; Cold Harbour\n")
        self.assertEqual(run.code, 0)
        self.assertIn("#! variants: hyphen dots\n", run.text)
        self.assertIn("\nColdharbour Ltd|Coldharbour|Cold Harbour\torganization\t", run.text)

    def test_entities_of_followthemoney(self):
        entities = [
            {"id": "p1", "schema": "Person", "caption": "Mirela Kvist",
             "properties": {"name": ["Mirela Kvist", "Мирела Квист"], "weakAlias": ["Mira"], "country": ["no", "se"]}},
            {"id": "c1", "schema": "Company", "properties": {"name": ["Kvistmora AS"], "alias": ["Kvistmora"]}},
            {"id": "v1", "schema": "Vessel", "properties": {"name": ["MV Kvist"]}}]
        self.write("in.jsonl", "\n".join(json.dumps(entity) for entity in entities) + "\n\n")
        run = self.imported("ftm", "in.jsonl")
        rows = [line for line in run.text.splitlines() if not line.startswith("#")]
        self.assertEqual(rows, ["Mirela Kvist|Мирела Квист\tperson\t\t\tid=p1;country=no",
                                "Mirela Kvist|Mira\tperson\t\tctx\tid=p1;country=no",
                                "Kvistmora AS|Kvistmora\torganization\t\t\tid=c1"])
        self.assertIn("1 entities are neither people nor organizations", run.messages)
        self.assertIn(self.dossier("dict", "check", "made.tsv").code, (0, 2))
        self.write("in.jsonl", "{\n")
        run = self.dossier("dict", "import", "ftm", "in.jsonl", *self.ORIGIN)
        self.assertEqual(run.code, 0)
        self.assertIn("in.jsonl:1: not an entity", run.messages)
        self.assertEqual(self.dossier("dict", "import", "ftm", "in.jsonl", "--strict", *self.ORIGIN).code, 3)

    def test_a_person_may_have_the_parts_of_a_name_alone(self):
        person = {"id": "p1", "schema": "Person", "properties": {"firstName": ["Mirela"], "lastName": ["Kvist"]}}
        run = self.dossier("dict", "import", "ftm", "-", *self.ORIGIN, stdin=json.dumps(person))
        self.assertIn("\nMirela Kvist\tperson\t", run.text)
