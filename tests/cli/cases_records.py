"""The contract of lines of JSON: one object a line in, exactly one a line out, in order."""
import json
import random

from tool import SENTENCE, CliTest, mentions

DOCUMENT = ["schema", "id", "offset_unit", "date", "date_source", "mentions", "entities", "relations", "errors"]
MENTION = ["start", "end", "type", "subtype", "kind", "value", "entity", "score", "rule"]
ENTITY = ["id", "type", "name", "aliases", "roles"]
ROLE = ["label", "object", "flags", "since", "until"]
RELATION = ["type", "subject", "object", "subject_mention", "object_mention", "label_mention", "label", "place", "date", "flags",
            "start", "end", "rule"]


class Contract(CliTest):
    def test_all_members_are_there_in_their_order(self):
        text = "Envoy Ada Lovelace of the City Bank met Charles Babbage in London on Monday."
        record, = self.records({"id": "x", "text": text})
        self.assertEqual(list(record), DOCUMENT)
        self.assertEqual((record["schema"], record["id"], record["offset_unit"]), ("dossier.document/1", "x", "codepoint"))
        for members, items in ((MENTION, "mentions"), (ENTITY, "entities"), (RELATION, "relations")):
            self.assertTrue(record[items], items)
            for item in record[items]:
                self.assertEqual([key for key in item if key in members], members)
        for entity in record["entities"]:
            for role in entity["roles"]:
                self.assertEqual(list(role), ROLE)
        self.assertEqual(record["errors"], [])

    def test_references_lead_to_what_is_there(self):
        record, = self.records({"text": SENTENCE + " She is its mayor."})
        ids = {entity["id"] for entity in record["entities"]} | {None}
        places = set(range(len(record["mentions"]))) | {None}
        for mention in record["mentions"]:
            self.assertIn(mention["entity"], ids)
            self.assertTrue(0.0 <= mention["score"] <= 1.0)
        for relation in record["relations"]:
            self.assertTrue({relation["subject"], relation["object"], relation["place"]} <= ids)
            self.assertTrue({relation["subject_mention"], relation["object_mention"], relation["date"]} <= places)

    def test_an_empty_text_is_a_text(self):
        record, = self.records({"id": "e", "text": ""})
        self.assertEqual([record[key] for key in DOCUMENT[5:]], [[], [], [], []])

    def test_answers_stand_in_the_order_of_the_lines_bad_ones_included(self):
        lines, ids = [], []
        for i in range(100):
            good = i % 7 != 3
            lines.append({"id": "n%d" % i, "text": SENTENCE} if good else "{broken")
            ids.append("n%d" % i if good else "line-%d" % (i + 1))
        for threads in ("1", "4"):
            answers = self.records(*lines, options=["-j", threads])
            self.assertEqual([answer["id"] for answer in answers], ids)

    def test_blank_lines_are_passed_over_but_counted(self):
        answers = self.records("", {"text": "a"}, "  \t ", {"text": "b"}, "")
        self.assertEqual([answer["id"] for answer in answers], ["line-2", "line-4"])

    def test_line_ends_of_windows_and_a_missing_last_one_are_taken(self):
        line = json.dumps({"id": "a", "text": SENTENCE})
        plain = self.good("extract", "--input-format", "jsonl", stdin=line + "\n")
        self.assertEqual(self.good("extract", "--input-format", "jsonl", stdin=line + "\r\n").out, plain.out)
        self.assertEqual(self.good("extract", "--input-format", "jsonl", stdin="\ufeff" + line).out, plain.out)

    def test_the_extension_says_that_lines_are_json(self):
        for name in ("a.jsonl", "a.NDJSON"):
            self.write(name, json.dumps({"id": "a", "text": SENTENCE}) + "\n")
            self.assertEqual(self.good("extract", name).lines()[0]["id"], "a")


class BadLines(CliTest):
    def test_a_record_of_errors_stands_in_the_place_of_a_bad_line(self):
        cases = (
            ('{"id":"a","text":"x"', "json.invalid", "line-2"), ("[1]", "json.not-an-object", "line-2"),
            ('"text"', "json.not-an-object", "line-2"), ('{"id":"a"}', "json.no-text", "a"),
            ('{"id":"a","text":null}', "json.no-text", "a"), ('{"id":"a","text":5}', "json.bad-type", "a"),
            ('{"id":"a","text":["x"]}', "json.bad-type", "a"), ('{"id":{},"text":"x"}', "json.bad-type", "line-2"),
            ('{"id":"a","text":"x","date":20240503}', "json.bad-type", "a"), ('{"text":"x"}}', "json.invalid", "line-2"),
            ('{"text":"x"} {"text":"y"}', "json.invalid", "line-2"), ('{"text":"\\x"}', "json.invalid", "line-2"),
        )
        for line, code, name in cases:
            with self.subTest(line):
                before, bad, after = self.records({"id": "b", "text": "x"}, line, {"id": "c", "text": "y"})
                self.assertEqual((before["id"], bad["id"], after["id"]), ("b", name, "c"))
                self.assertEqual(list(bad), DOCUMENT)
                self.assertEqual([bad[key] for key in ("offset_unit", "date", "mentions", "entities", "relations")],
                                 [None, None, [], [], []])
                error, = bad["errors"]
                self.assertEqual((error["code"], error["start"], error["end"]), (code, None, None))
                self.assertTrue(error["message"])

    def test_bytes_that_are_not_utf8_make_a_bad_line(self):
        run = self.dossier("extract", "--input-format", "jsonl", stdin=b'{"text":"Zo\xff"}\n')
        self.assertEqual(run.lines()[0]["errors"][0]["code"], "json.invalid")

    def test_deep_nesting_does_no_harm(self):
        for depth in (1000, 200000):
            record, = self.records('{"id":"a","x":' + "[" * depth + "]" * depth + ',"text":"' + SENTENCE + '"}')
            self.assertLessEqual(len(record["errors"]), 1)


class Fields(CliTest):
    def test_a_number_serves_as_id(self):
        self.assertEqual(self.records({"id": 7, "text": "x"})[0]["id"], "7")

    def test_dates_anchor_what_is_said_of_days(self):
        cases = ((None, None, None), ("2024-05-03", "2024-05-03", "caller"), ("2024-05-03T10:00:00Z", "2024-05-03", "caller"))
        for given, date, source in cases:
            with self.subTest(given):
                record, = self.records({"text": "They left on Monday.", "date": given})
                self.assertEqual((record["date"], record["date_source"]), (date, source))
                day, = [m for m in record["mentions"] if m["type"] == "DATE"]
                self.assertEqual(day["value"] == "2024-04-29", date is not None)
        self.assertIsNone(self.records({"text": "They left on Monday."})[0]["date"])

    def test_a_date_that_is_none_is_reported_in_the_record(self):
        record, = self.records({"text": SENTENCE, "date": "garbage"})
        self.assertEqual([error["code"] for error in record["errors"]], ["date.invalid"])
        self.assertTrue(record["mentions"])

    def test_the_date_option_serves_texts_that_bring_none(self):
        own, other = self.records({"text": "on Monday", "date": "2020-01-01"}, {"text": "on Monday"}, options=["--date", "2024-05-03"])
        self.assertEqual((own["date"], other["date"]), ("2020-01-01", "2024-05-03"))

    def test_fields_are_reached_through_objects_with_dots(self):
        line = {"doc": {"key": "k", "body": {"content": SENTENCE}, "when": "2024-05-03"}}
        record, = self.records(line, options=["--text-field", "doc.body.content", "--id-field", "doc.key", "--date-field", "doc.when"])
        self.assertEqual((record["id"], record["date"]), ("k", "2024-05-03"))
        self.assertIn("Ada Lovelace", mentions(record, SENTENCE))

    def test_a_member_whose_name_has_a_dot_comes_first(self):
        record, = self.records({"a.b": SENTENCE, "a": {"b": ""}}, options=["--text-field", "a.b"])
        self.assertTrue(record["mentions"])

    def test_passthrough_copies_the_other_members_as_they_were_written(self):
        line = '{"id":"a","text":"x","n":1.50,"s":"\\u00e9\\n","deep":{"k":[null,true]},"schema":"mine","mentions":3}'
        run = self.good("extract", "--input-format", "jsonl", "--passthrough", stdin=line)
        self.assertTrue(run.out.endswith(b',"n":1.50,"s":"\\u00e9\\n","deep":{"k":[null,true]}}\n'))
        record, = run.lines()
        self.assertEqual((record["schema"], record["mentions"]), ("dossier.document/1", []))
        self.assertEqual(list(self.records(line)[0]), DOCUMENT)


class Choice(CliTest):
    def test_types_keep_only_what_is_asked_for(self):
        record, = self.records({"text": SENTENCE}, options=["--types", "LOCATION"])
        self.assertEqual({m["type"] for m in record["mentions"]}, {"LOCATION"})
        self.assertEqual({e["type"] for e in record["entities"]}, {"LOCATION"})
        self.assertEqual(record["relations"], [])
        both, = self.records({"text": SENTENCE}, options=["--types", "LOCATION,PERSON"])
        self.assertEqual({m["type"] for m in both["mentions"]}, {"LOCATION", "PERSON"})

    def test_min_score_leaves_out_what_is_less_sure(self):
        text = SENTENCE + " The minister of trade and Solheim spoke to the Halden mayor."
        low = self.records({"text": text}, options=["--min-score", "0"])[0]["mentions"]
        high = self.records({"text": text}, options=["--min-score", "0.95"])[0]["mentions"]
        self.assertLess(len(high), len(low))
        self.assertTrue(high)
        self.assertTrue(all(m["score"] >= 0.95 for m in high))

    def test_nested_mentions_come_only_when_asked_for(self):
        text = "Officials of the Bank of England met Ada Lovelace."
        flat, = self.records({"text": text})
        nested, = self.records({"text": text}, options=["--nested"])
        self.assertFalse(any("nested" in m for m in flat["mentions"]))
        inner = [text[m["start"]:m["end"]] for m in nested["mentions"] if m.get("nested")]
        self.assertIn("England", inner)


    def test_extents_are_phrases_around_names(self):
        text = "Naïve: Norwegian envoy Lars Vik met students of the University of Oslo."
        flat, = self.records({"text": text})
        self.assertFalse(any("extent" in m for m in flat["mentions"]))
        phrases, = self.records({"text": text}, options=["--extents"])
        extents = {text[m["start"]:m["end"]]: text[m["extent"]["start"]:m["extent"]["end"]] for m in phrases["mentions"]}
        self.assertEqual(extents["Lars Vik"], "Norwegian envoy Lars Vik")
        self.assertEqual(extents["Oslo"], "Oslo")


class Threads(CliTest):
    def test_any_number_of_threads_gives_the_same_bytes(self):
        seed = 20250312
        dice = random.Random(seed)
        people = ["Ada Lovelace", "Charles Babbage", "Grace Hopper", "Zoë Müller", "Lovelace", "She", "The minister"]
        verbs = ["met", "advised", "is the mayor of", "left", "criticised", "was appointed by"]
        places = ["London", "Zürich", "the Bank of England", "on Monday", "in May 2024 😀", "U.N. officials"]
        lines = []
        for i in range(300):
            words = [" ".join(map(dice.choice, (people, verbs, people, places))) for _ in range(dice.randint(0, 40))]
            lines.append("{bad" if i % 50 == 49 else json.dumps({"id": i, "text": ". ".join(words), "date": "2024-05-03"}))
        self.write("all.jsonl", "\n".join(lines))
        for command in (["extract", "--format", "jsonl"], ["extract", "--format", "text"], ["graph", "--top", "0"],
                        ["graph", "--format", "json"]):
            with self.subTest(command, seed=seed):
                one = self.dossier(*command, "-j", "1", "all.jsonl")
                self.assertEqual(one.code, 0)
                self.assertEqual(one.out, self.dossier(*command, "-j", "8", "all.jsonl").out)
                self.assertEqual(one.out, self.dossier(*command, "-j", "3", "--input-format", "jsonl", stdin="\n".join(lines)).out)
