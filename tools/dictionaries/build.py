"""Runs all generators, or those named, in the order in which they need each other's output."""

import argparse
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
GENERATORS = (
    "numbers_and_time",
    "currencies",
    "words",
    "given",
    "surnames",
    "cities",
    "regions",
    "wordnet_places",
    "wordnet_roles",
)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", required=True, help="folder for downloaded packages")
    parser.add_argument("names", nargs="*", choices=[[], *GENERATORS], help="generators to run; all by default")
    arguments = parser.parse_args()
    for name in GENERATORS:
        if not arguments.names or name in arguments.names:
            subprocess.run([sys.executable, HERE / f"{name}.py", "--cache", arguments.cache], check=True)
    subprocess.run([sys.executable, HERE / "provenance.py"], check=True)


if __name__ == "__main__":
    main()
