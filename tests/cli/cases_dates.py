"""dossier dates: rows and JSON lines, options, what is no date."""
from tool import CliTest

TEXT = "Ada left on *Friday*.\n\nShe will be back early in May,\nor on February 30.\n"


class Dates(CliTest):
    def test_a_row_has_place_words_type_value_and_mod(self):
        self.write("a.md", TEXT)
        run = self.good("dates", "--date", "2025-11-26", "a.md")
        self.assertEqual(run.text, "a.md:1:14\tFriday\tDATE\t2025-11-21\t\n"
                                   "a.md:3:18\tearly in May\tDATE\t2026-05\tSTART\n"
                                   "a.md:4:7\tFebruary 30\tINVALID\t\t\n")

    def test_line_ends_and_tabs_inside_words_become_blanks(self):
        run = self.good("dates", stdin="She left two\ndays\tago, in May 1990.")
        self.assertEqual([line.split("\t")[1] for line in run.text.splitlines()], ["two days ago", "May 1990"])

    def test_jsonl_is_what_extract_writes_with_dates_alone(self):
        record = '{"id": "a", "text": "Ada met Bob on Friday.", "date": "2025-11-26"}\n'
        lines = self.good("dates", "--format", "jsonl", "--input-format", "jsonl", stdin=record).lines()
        self.assertEqual([(m["type"], m["subtype"], m["value"]) for m in lines[0]["mentions"]],
                         [("DATE", "DATE", "2025-11-21")])
        self.assertEqual((lines[0]["entities"], lines[0]["relations"]), ([], []))

    def test_options_decide_what_words_leave_open(self):
        cases = (
            (["--date-order", "day-first"], "Dinner 3/4/2026", ["2026-04-03"]),
            (["--date-ranges", "joined"], "Open 10-12 May 2026", ["2026-05-10/2026-05-13"]),
            (["--date-scope", "calendar"], "Now three days, daily, until Friday", ["2025-11-28"]),
            (["--date-values", "as-said"], "Dinner on Friday", ["2025-11-28-WXX-5"]),
            (["--prefer-dates", "past"], "Dinner on Friday", ["2025-11-21"]),
        )
        for options, text, values in cases:
            with self.subTest(options):
                run = self.good("dates", "--date", "2025-11-26", *options, stdin=text)
                self.assertEqual([line.split("\t")[3] for line in run.text.splitlines()], values)
                run = self.good("extract", "--format", "jsonl", "--date", "2025-11-26", *options, stdin=text)
                self.assertEqual([m["value"] for m in run.lines()[0]["mentions"] if m["type"] == "DATE"], values)

    def test_output_is_the_same_for_any_number_of_threads(self):
        for number in range(30):
            self.write(f"t/{number:02}.txt", TEXT * (number + 1))
        one = self.good("dates", "--date", "2025-11-26", "t")
        self.assertEqual(one.out, self.good("dates", "--date", "2025-11-26", "-j", "4", "t").out)

    def test_own_holidays_come_from_a_dictionary(self):
        self.write("mine/feasts.tsv", "#! class: holiday\n#! columns: form attributes\n#! source: own\n#! licence: CC0-1.0\n"
                                      "Harbour Day\trule=06-09\n")
        run = self.good("dates", "--dict", "mine", stdin="It was Harbour Day 2024.")
        self.assertEqual(run.text.split("\t")[1:4], ["Harbour Day 2024", "DATE", "2024-06-09"])

    def test_wrong_arguments_end_with_2(self):
        for arguments in (["--date", "someday"], ["--format", "pdf"], ["--date-order", "odd"], ["--dict", "nowhere"]):
            with self.subTest(arguments):
                run = self.dossier("dates", *arguments, stdin="x")
                self.assertEqual((run.code, run.out), (2, b""))
                self.assertNotEqual(run.messages, "")
