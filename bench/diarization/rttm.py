"""RTTM files: who speaks when, a line for each turn."""

from pathlib import Path


def read(*paths):
    """Turns (start, end, speaker), in seconds, by the name of the recording."""
    found = {}
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            fields = line.split()
            if fields:
                start = float(fields[3])
                found.setdefault(fields[1], []).append((start, start + float(fields[4]), fields[7]))
    return found


def write(path, name, turns):
    lines = [f"SPEAKER {name} 1 {start:.3f} {end - start:.3f} <NA> <NA> {speaker} <NA> <NA>\n" for start, end, speaker in turns]
    Path(path).write_text("".join(lines), encoding="utf-8")
