"""Runs the program under test in a folder of its own; what all tests of the command line share."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

SENTENCE = "Ada Lovelace met Charles Babbage in London."
PROGRAM = ""
SOURCE = ""
TIMEOUT = 120


class Run:
    """One finished run: exit code, standard output and standard error as bytes."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def messages(self):
        return self.err.decode("utf-8", "replace")

    @property
    def text(self):
        return self.out.decode("utf-8")

    def lines(self):
        """The JSON objects of the output, one a line, nothing else between them."""
        parts = self.out.split(b"\n")
        assert parts.pop() == b"", "output does not end in a newline"
        return [json.loads(part) for part in parts]


class CliTest(unittest.TestCase):
    """A test with an empty working folder and an environment without NO_COLOR."""

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="dossier-cli-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        """Writes a file below the working folder; text becomes UTF-8."""
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
        return name

    def environment(self, extra=None):
        environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
        environment.update(extra or {})
        return environment

    def dossier(self, *arguments, stdin=b"", environment=None):
        if isinstance(stdin, str):
            stdin = stdin.encode("utf-8")
        done = subprocess.run([PROGRAM, *arguments], input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              cwd=self.folder, timeout=TIMEOUT, env=self.environment(environment), check=False)
        return Run(done.returncode, done.stdout, done.stderr)

    def good(self, *arguments, **more):
        """A run that must succeed without a word on standard error."""
        run = self.dossier(*arguments, **more)
        self.assertEqual((run.code, run.messages), (0, ""), arguments)
        return run

    def records(self, *lines, options=()):
        """The answers to lines of JSON; strings stand as they are, other values are dumped."""
        text = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
        run = self.dossier("extract", "--input-format", "jsonl", *options, stdin=text)
        self.assertEqual(run.code, 0, run.messages)
        return run.lines()


def mentions(record, text, type_name=None):
    """The words of the mentions, cut out of `text` by code points."""
    return [text[m["start"]:m["end"]] for m in record["mentions"] if type_name in (None, m["type"])]


def main(modules):
    """Entry of a test program: PROGRAM SOURCE_DIR [unittest arguments]."""
    global PROGRAM, SOURCE
    if len(sys.argv) < 3:
        sys.exit("usage: " + sys.argv[0] + " PROGRAM SOURCE_DIR")
    PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    suite = unittest.TestSuite()
    names = sys.argv[3:]
    for module in modules:
        for test in unittest.defaultTestLoader.loadTestsFromModule(module):
            for case in test:
                if not names or any(name in case.id() for name in names):
                    suite.addTest(case)
    result = unittest.TextTestRunner(verbosity=1).run(suite)
    sys.exit(0 if result.wasSuccessful() and result.testsRun else 1)
