"""Time grows with the size of a text, not with its square: test_speed.py PROGRAM SOURCE_DIR MEGABYTES

Each kind of text is read at two sizes, one four times the other. Processor time is compared, so that other work on the machine does
not matter. The bounds are wide: four times the text may take eight times as long; a square would take sixteen times."""
import os
import resource
import subprocess
import sys
import unittest

import tool
from tool import CliTest

MEGABYTES = 4.0
LONGEST = 60  # seconds of processor time for the larger text
GROWTH = 8.0
SHORTEST = 0.5  # seconds below which nothing can be told
TRIES = 3  # a busy machine may disturb one of them

KINDS = {
    "one line of sentences.txt": "Ada Lovelace met Charles Babbage in London on Monday and she spoke to the minister ",
    "sentences.txt": "Ada Lovelace, the mayor of London, met Charles Babbage on Monday. She spoke to the minister. ",
    "quotes.txt": '"', "curly quotes.txt": "“", "capital letters.txt": "A", "capitalised words.txt": "Alan Ada ",
    "brackets.md": "[", "images.md": "![](", "stars.md": "*a ", "ticks.md": "`a``", "quotations.md": "> ",
    "dots.txt": ".", "digits.txt": "1", "hyphens.txt": "A-", "addresses.txt": "a@", "newlines.txt": "\n", "marks.txt": "\u0301",
    "open tags.html": "<div>", "angles.html": "<", "entities.html": "&amp",
}


class Speed(CliTest):
    def seconds(self, name, content):
        self.write(name, content)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        limit = lambda: resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
        done = subprocess.run([tool.PROGRAM, "extract", name, "-o", "/dev/null"], cwd=self.folder, stderr=subprocess.PIPE,
                              preexec_fn=limit, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.assertEqual(done.returncode, 0, "%s: %s (longer than %d s?)" % (name, done.stderr[-200:], LONGEST))
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def compare(self, name, content, larger):
        short = long = LONGEST
        for _ in range(TRIES):
            short = min(short, self.seconds(name, content))
            long = min(long, self.seconds(name, larger))
            if long <= SHORTEST or long / max(short, 0.01) < GROWTH:
                return
        self.fail("%s: %.2f s, four times as much: %.2f s" % (name, short, long))

    def test_time_is_linear_in_the_size_of_hostile_texts(self):
        for name, unit in KINDS.items():
            with self.subTest(name):
                size = int(MEGABYTES * 2**20) // len(unit.encode())
                self.compare(name, unit * size, unit * (4 * size))

    def test_time_is_linear_in_the_depth_of_tags(self):
        for tag in ("div", "b", "table", "ul><li"):
            with self.subTest(tag):
                nest = lambda depth: "<%s>" % tag * depth + "Ada Lovelace" + "</%s>" % tag.split(">", maxsplit=1)[0] * depth
                self.compare("deep.html", nest(10000), nest(40000))


if __name__ == "__main__":
    if len(sys.argv) > 3:
        MEGABYTES = float(sys.argv.pop(3))
    tool.main([sys.modules["__main__"]])
