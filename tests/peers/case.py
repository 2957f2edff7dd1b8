"""What an independent reader reads of a file, to be set beside what ours reads of it."""
import glob
import os
import shutil
import subprocess
from dataclasses import dataclass, field

PER_MILLIVOLT = {"V": 0.001, "mV": 1.0, "uV": 1000.0, "nV": 1e6}


def in_millivolts(samples, unit):
    """Samples in another unit than one of voltage stay as they are."""
    return samples / PER_MILLIVOLT.get(unit, 1)


@dataclass
class Case:
    """`leads` is [(name, samples in mV)] in the file's order; a name is "" where the reader has
    none. `rate` in Hz is None where the file does not say it. `options` are print_recording's."""

    files: list
    leads: list
    rate: float = None
    options: dict = field(default_factory=dict)
    what: str = ""

    def __post_init__(self):
        self.what = self.what or os.path.basename(self.files[0])

    def arguments(self):
        return [f"{name}={value}" for name, value in self.options.items()] + self.files


@dataclass
class Folders:
    """Where a reader finds files: those of write_recordings, the corpus (None where it is absent),
    and an empty folder for files that it makes itself."""

    own: str
    corpus: str
    made: str

    def find(self, *patterns):
        """Files of the first two folders by the ends of their names, in order."""
        roots = [root for root in (self.own, self.corpus) if root]
        return sorted(
            path
            for root in roots
            for path in glob.glob(os.path.join(root, "**", "*"), recursive=True)
            if path.lower().endswith(patterns)
        )


def package_version(package):
    """Of a Debian package, for a library that does not say its own; "" elsewhere."""
    if not shutil.which("dpkg-query"):
        return ""
    query = ["dpkg-query", "--show", "--showformat=${Version}", package]
    return subprocess.run(query, capture_output=True, text=True).stdout.split("-")[0]
