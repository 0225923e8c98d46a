"""Offsets: they cut the mention out of the file's own characters, in each unit, whatever the markup and the encoding."""
import re

from tool import SENTENCE, CliTest, mentions

# Emoji (two UTF-16 units, one of them joined from several), combining marks, a bidirectional mark, composed letters.
TRICKY = ("😀 Ada Lovelace 👩‍🚀 met Charles Babbage.\r\nCafe\u0301 talk: Zoë Müller met Grace Hopper in London. 𝔘\u200f\n"
          "e\u0301\u0302 The envoy left on 3 May 2024.\n")


def units_of(text, unit):
    """The text as a sequence that offsets of the unit index."""
    if unit == "codepoint":
        return text, lambda piece: piece
    if unit == "utf8":
        return text.encode("utf-8"), lambda piece: piece.decode("utf-8")
    whole = text.encode("utf-16-le")
    pairs = [whole[i:i + 2] for i in range(0, len(whole), 2)]
    return pairs, lambda piece: b"".join(piece).decode("utf-16-le")


class Units(CliTest):
    def test_each_unit_cuts_out_the_same_words(self):
        seen = []
        for unit in ("codepoint", "utf8", "utf16"):
            record, = self.records({"text": TRICKY}, options=["--offsets", unit])
            self.assertEqual(record["offset_unit"], unit)
            sequence, join = units_of(TRICKY, unit)
            seen.append([join(sequence[m["start"]:m["end"]]) for m in record["mentions"]])
        self.assertEqual(seen[0], seen[1])
        self.assertEqual(seen[0], seen[2])
        for words in ("Ada Lovelace", "Charles Babbage", "Zoë Müller", "Grace Hopper", "London", "3 May 2024"):
            self.assertIn(words, seen[0])

    def test_code_points_are_the_default_and_relations_use_the_same_unit(self):
        record, = self.records({"text": "😀 " + SENTENCE})
        self.assertEqual(record["offset_unit"], "codepoint")
        for relation in record["relations"]:
            evidence = ("😀 " + SENTENCE)[relation["start"]:relation["end"]]
            self.assertTrue(evidence.startswith("Ada Lovelace"), evidence)


class Files(CliTest):
    def extract(self, name, content, *options):
        self.write(name, content)
        return self.good("extract", name, *options).lines()[0]

    def test_plain_files_are_indexed_as_they_stand(self):
        for text in (TRICKY, SENTENCE.replace(" ", "\r\n", 1), "\n\n" + SENTENCE):
            record = self.extract("a.txt", text)
            self.assertIn("Charles Babbage", mentions(record, text))

    def test_markdown_is_indexed_with_its_marks(self):
        text = "# News\n\n**Ada Lovelace** met [Charles Babbage](https://x.example/a_b) in *London*.\n\n> Grace Hopper wrote a letter &amp; left.\n"
        record = self.extract("a.md", text)
        found = mentions(record, text)
        for words in ("Ada Lovelace", "Charles Babbage", "London", "Grace Hopper"):
            self.assertIn(words, found)

    def test_html_is_indexed_with_its_tags_and_entities(self):
        text = ("<html><head><title>Nobody Here</title><style>p { color: red }</style></head><body>"
                "<p>Zo&euml; M&uuml;ller &amp; Ada <b>Love</b>lace met <i>Charles\nBabbage</i> in London.</p></body></html>")
        record = self.extract("a.html", text)
        found = [re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", words)) for words in mentions(record, text)]
        for words in ("Zo&euml; M&uuml;ller", "Ada Lovelace", "Charles Babbage", "London"):
            self.assertIn(words, found)

    def test_the_format_can_be_named_where_the_extension_does_not_tell(self):
        text = "<p>Ada <b>Love</b>lace met Charles Babbage.</p>"
        self.assertIn("Ada <b>Love</b>lace", mentions(self.extract("a.txt", text, "--input-format", "html"), text))
        plain = self.extract("a.html", SENTENCE, "--input-format", "plain")
        self.assertEqual(mentions(plain, SENTENCE, "LOCATION"), ["London"])

    def test_files_in_utf16_are_indexed_by_their_characters(self):
        text = "😀 " + SENTENCE
        for encoding, mark in (("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")):
            record = self.extract("a.txt", mark + text.encode(encoding))
            self.assertIn("Ada Lovelace", mentions(record, text))
            told = self.extract("b.txt", text.encode(encoding), "--encoding", encoding.replace("16-", "16"))
            self.assertIn("Ada Lovelace", mentions(told, text))

    def test_a_byte_order_mark_is_not_counted(self):
        record = self.extract("a.txt", b"\xef\xbb\xbf" + SENTENCE.encode())
        self.assertIn("Ada Lovelace", mentions(record, SENTENCE))
        self.assertEqual(record["errors"], [])

    def test_windows_1252_is_read_when_named(self):
        text = "Zoë Müller met Ada Lovelace – in “London” for €5."
        record = self.extract("a.txt", text.encode("cp1252"), "--encoding", "windows-1252")
        for words in ("Zoë Müller", "Ada Lovelace", "London"):
            self.assertIn(words, mentions(record, text))
        self.assertEqual(record["errors"], [])


class Damage(CliTest):
    def test_ill_formed_bytes_are_replaced_and_reported_with_their_place(self):
        for name in ("a.txt", "a.md"):
            with self.subTest(name):
                self.write(name, b"**Zo\xff** and \xc3 then Ada Lovelace met Charles Babbage.")
                record = self.good("extract", name).lines()[0]
                error, = record["errors"]
                self.assertEqual(error["code"], "text.ill-formed")
                self.assertEqual((error["start"], error["end"]), (4, 5))
                text = "**Zo\ufffd** and \ufffd then Ada Lovelace met Charles Babbage."
                self.assertIn("Ada Lovelace", mentions(record, text))

    def test_truncated_characters_at_the_end_do_no_harm(self):
        for tail in (b"\xc3", b"\xe2\x82", b"\xf0\x9f\x98", b"\xed\xa0\x80"):
            self.write("a.txt", SENTENCE.encode() + tail)
            record = self.good("extract", "a.txt").lines()[0]
            self.assertEqual([error["code"] for error in record["errors"]], ["text.ill-formed"])

    def test_nul_bytes_in_a_text_are_characters(self):
        text = "\0 " + SENTENCE + " \0"
        self.write("a.txt", text)
        self.assertIn("Ada Lovelace", mentions(self.good("extract", "a.txt").lines()[0], text))
        self.assertIn("Ada Lovelace", mentions(self.records({"text": text})[0], text))
        self.good("graph", "a.txt")
        self.good("extract", "--format", "text", "a.txt")
