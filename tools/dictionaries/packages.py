"""Fetches the pinned packages of packages.tsv into a cache folder, checks their sha256 and unpacks them there."""

import hashlib
import pathlib
import subprocess
import tarfile
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent


@dataclass(frozen=True)
class Package:
    id: str
    kind: str
    name: str
    version: str
    file: str
    sha256: str
    licence: str


def pinned():
    """All packages of packages.tsv by id."""
    lines = (HERE / "packages.tsv").read_text(encoding="utf-8").splitlines()
    rows = [Package(*line.split("\t")) for line in lines if line and not line.startswith("#")]
    return {package.id: package for package in rows}


def unpacked(identifier, cache):
    """The folder that holds the unpacked package; downloads it first when the cache does not have it."""
    package = pinned()[identifier]
    cache = pathlib.Path(cache)
    cache.mkdir(parents=True, exist_ok=True)
    archive = cache / package.file
    if not archive.exists():
        _download(package, cache)
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package.sha256:
        raise SystemExit(f"{package.file}: sha256 is {found}, expected {package.sha256}")
    folder = cache / "unpacked" / package.id / package.sha256[:12]
    if not folder.exists():
        _unpack(archive, package.kind, folder)
    return folder


def _download(package, cache):
    if package.kind == "deb":
        command = ["apt-get", "download", f"{package.name}={package.version}"]
    else:
        command = ["npm", "pack", f"{package.name}@{package.version}"]
    subprocess.run(command, cwd=cache, check=True, stdout=subprocess.DEVNULL)


def _unpack(archive, kind, folder):
    partial = folder.with_suffix(".partial")
    partial.mkdir(parents=True, exist_ok=True)
    if kind == "deb":
        subprocess.run(["dpkg-deb", "-x", archive, partial], check=True)
    else:
        with tarfile.open(archive) as tar:
            tar.extractall(partial)
    partial.rename(folder)
