"""Pipes that close, disks that are full, terminals: where the program's words go."""
import json
import os
import pty
import select
import subprocess
import time
import unittest

import tool
from tool import SENTENCE, CliTest


def read_terminal(end):
    """All that is written to a terminal until its other side is closed."""
    parts = []
    while True:
        try:
            part = os.read(end, 65536)
        except OSError:  # Linux ends a pseudo-terminal this way
            part = b""
        if not part:
            os.close(end)
            return b"".join(parts)
        parts.append(part)


class Pipes(CliTest):
    def test_a_reader_that_goes_away_ends_the_work_without_a_word(self):
        line = json.dumps({"text": SENTENCE * 20}) + "\n"
        self.write("a.jsonl", line * 2000)
        for command in (["extract", "a.jsonl"], ["extract", "-j", "4", "a.jsonl"], ["extract", "--format", "text", "a.jsonl"],
                        ["graph", "a.jsonl"], ["--licenses"], ["--help"]):
            with self.subTest(command):
                run = subprocess.Popen([tool.PROGRAM, *command], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                       restore_signals=False)
                run.stdout.read(1)
                run.stdout.close()
                messages = run.stderr.read()
                run.stderr.close()
                self.assertEqual((run.wait(tool.TIMEOUT), messages), (0, b""))

    def test_input_without_end_stops_when_nobody_reads(self):
        feed = subprocess.Popen(["yes", json.dumps({"text": SENTENCE})], stdout=subprocess.PIPE)
        run = subprocess.Popen([tool.PROGRAM, "extract", "--input-format", "jsonl", "-j", "2"], stdin=feed.stdout,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        feed.stdout.close()
        run.stdout.readline()
        run.stdout.close()
        self.assertEqual(run.wait(tool.TIMEOUT), 0)
        self.assertEqual(run.stderr.read(), b"")
        run.stderr.close()
        feed.wait(tool.TIMEOUT)

    def test_answers_come_as_soon_as_their_questions(self):
        for options in ([], ["-j", "4", "--flush"]):
            with self.subTest(options):
                run = subprocess.Popen([tool.PROGRAM, "extract", "--input-format", "jsonl", *options], stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE)
                for i in range(3):
                    run.stdin.write(json.dumps({"id": i, "text": SENTENCE}).encode() + b"\n")
                    run.stdin.flush()
                    self.assertTrue(select.select([run.stdout], [], [], tool.TIMEOUT)[0], "no answer")
                    self.assertEqual(json.loads(run.stdout.readline())["id"], str(i))
                run.stdin.close()
                self.assertEqual(run.wait(tool.TIMEOUT), 0)
                run.stdout.close()

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_a_full_disk_ends_with_4_and_a_message(self):
        for command in (["extract"], ["graph"], ["explain", "--at", "1:1"], ["--help"], ["--licenses"], ["--version"]):
            with self.subTest(command), open("/dev/full", "wb") as full:
                done = subprocess.run([tool.PROGRAM, *command], input=SENTENCE.encode(), stdout=full, stderr=subprocess.PIPE,
                                      timeout=tool.TIMEOUT, check=False)
                self.assertEqual(done.returncode, 4)
                self.assertIn(b"dossier: cannot write output: No space left on device", done.stderr)
        run = self.dossier("extract", "-o", "/dev/full", stdin=SENTENCE)
        self.assertEqual(run.code, 4)
        self.assertIn("cannot write output", run.messages)


class Terminals(CliTest):
    def on_terminal(self, *arguments, environment=None):
        """What appears on a terminal that is standard output."""
        ours, theirs = pty.openpty()
        run = subprocess.Popen([tool.PROGRAM, *arguments], stdin=subprocess.PIPE, stdout=theirs, stderr=subprocess.DEVNULL,
                               cwd=self.folder, env=self.environment(environment))
        os.close(theirs)
        run.stdin.write(SENTENCE.encode())
        run.stdin.close()
        seen = read_terminal(ours)
        self.assertEqual(run.wait(tool.TIMEOUT), 0)
        return seen

    def test_a_terminal_gets_readable_text_in_colour(self):
        seen = self.on_terminal("extract")
        self.assertIn(b"== stdin", seen)
        self.assertIn(b"\x1b[", seen)
        self.assertNotIn(b'{"schema"', seen)

    def test_a_pipe_gets_json_lines_without_colour(self):
        out = self.good("extract", stdin=SENTENCE).out
        self.assertTrue(out.startswith(b'{"schema"'))
        self.assertNotIn(b"\x1b", self.good("extract", "--format", "text", stdin=SENTENCE).out)

    def test_no_color_and_the_option_decide_on_colour(self):
        self.assertNotIn(b"\x1b", self.on_terminal("extract", environment={"NO_COLOR": "1"}))
        self.assertIn(b"\x1b[", self.on_terminal("extract", environment={"NO_COLOR": ""}))
        self.assertNotIn(b"\x1b", self.on_terminal("extract", "--color", "never"))
        self.assertIn(b"\x1b[", self.on_terminal("extract", "--color", "always", environment={"NO_COLOR": "1"}))
        self.assertIn(b"\x1b[", self.good("extract", "--format", "text", "--color", "always", stdin=SENTENCE).out)

    def test_without_arguments_a_terminal_gets_help(self):
        ours, theirs = pty.openpty()
        run = subprocess.run([tool.PROGRAM], stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=tool.TIMEOUT,
                             check=False)
        os.close(theirs)
        os.close(ours)
        self.assertEqual(run.returncode, 2)
        self.assertIn(b"Examples:", run.stderr)

    def progress(self, *options):
        """What a terminal shows that is standard error, while records come slowly."""
        ours, theirs = pty.openpty()
        run = subprocess.Popen([tool.PROGRAM, "extract", "--input-format", "jsonl", *options], stdin=subprocess.PIPE,
                               stdout=subprocess.DEVNULL, stderr=theirs)
        os.close(theirs)
        for _ in range(4):
            run.stdin.write(json.dumps({"text": SENTENCE}).encode() + b"\n")
            run.stdin.flush()
            time.sleep(0.4)
        run.stdin.close()
        seen = read_terminal(ours)
        self.assertEqual(run.wait(tool.TIMEOUT), 0)
        return seen

    def test_progress_is_shown_on_a_terminal_and_wiped_at_the_end(self):
        seen = self.progress()
        self.assertIn(b" documents, ", seen)
        self.assertTrue(seen.endswith(b"\r\x1b[K"), seen)

    def test_progress_can_be_switched_off_and_never_goes_into_a_pipe(self):
        self.assertEqual(self.progress("--no-progress"), b"")
        run = subprocess.Popen([tool.PROGRAM, "extract", "--input-format", "jsonl"], stdin=subprocess.PIPE,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(3):
            run.stdin.write(json.dumps({"text": SENTENCE}).encode() + b"\n")
            run.stdin.flush()
            time.sleep(0.4)
        run.stdin.close()
        self.assertEqual((run.stderr.read(), run.wait(tool.TIMEOUT)), (b"", 0))
        run.stderr.close()
