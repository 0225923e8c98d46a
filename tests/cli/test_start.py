"""What makes the program start soon stays so: test_start.py READELF PROGRAM [SECTION OF LARGE DATA]"""
import re
import subprocess
import sys
import unittest

READELF, PROGRAM = sys.argv[1:3]
LARGE = sys.argv[3] if len(sys.argv) > 3 else ""


def readelf(option):
    return subprocess.run([READELF, option, "-W", PROGRAM], check=True, stdout=subprocess.PIPE, text=True).stdout


class Start(unittest.TestCase):
    def test_the_loader_opens_no_library_of_icu(self):
        needed = re.findall(r"NEEDED.*\[(.*)\]", readelf("-d"))
        self.assertIn("libc.so.6", needed)
        self.assertEqual([name for name in needed if name.startswith("libicu")], [])

    def test_large_data_lies_behind_everything_else(self):
        sections = re.findall(r"^\s*\[\s*\d+\] (\S+)\s+(PROGBITS)\s+\S+ (\S+) \S+ \S+ +[WXlI]*A", readelf("-S"), re.MULTILINE)
        offsets = {name: int(offset, 16) for name, _, offset in sections}
        self.assertIn(".text", offsets)
        if LARGE not in offsets:
            self.skipTest("no large data")
        self.assertEqual(max(offsets, key=offsets.get), LARGE)


unittest.main(argv=sys.argv[:1])
