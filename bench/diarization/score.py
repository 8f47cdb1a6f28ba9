"""Diarization error rate, by pyannote.metrics, of RTTM files against references, overlaps counted.

score.py REFERENCE.rttm[,MORE.rttm] FOLDER_OF_HYPOTHESES SECONDS [FILE...]: for each file named in the references (or those named),
reads FOLDER/FILE.rttm; SECONDS is the length that is scored. Prints a line for each file and a total, at collars of 0 and 0.25 s
on each side of a boundary.
"""

import sys
from pathlib import Path

from pyannote.core import Annotation, Segment, Timeline
from pyannote.metrics.diarization import DiarizationErrorRate

PARTS = ("missed detection", "false alarm", "confusion")


def read(paths):
    """Annotations by file name."""
    found = {}
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            fields = line.split()
            annotation = found.setdefault(fields[1], Annotation(uri=fields[1]))
            start = float(fields[3])
            annotation[Segment(start, start + float(fields[4])), len(annotation)] = fields[7]
    return found


def main():
    references = read(sys.argv[1].split(","))
    folder, seconds = Path(sys.argv[2]), float(sys.argv[3])
    names = sys.argv[4:] or sorted(references)
    for collar in (0.0, 0.25):
        metric = DiarizationErrorRate(collar=2 * collar)
        rows = []
        for name in names:
            path = folder / f"{name}.rttm"
            hypothesis = read([path]).get(name, Annotation(uri=name))
            scored = Timeline([Segment(0, seconds)])
            rows.append(metric(references[name], hypothesis, uem=scored, detailed=True))
            parts = " ".join(f"{100 * rows[-1][part] / rows[-1]['total']:6.1f}" for part in PARTS)
            rate = 100 * rows[-1]["diarization error rate"]
            found, known = len(hypothesis.labels()), len(references[name].labels())
            print(f"collar {collar:4.2f}  {name:14} {rate:6.1f} = {parts}   speakers {found} of {known}")
        whole = sum(row["total"] for row in rows)
        parts = " ".join(f"{100 * sum(row[part] for row in rows) / whole:6.1f}" for part in PARTS)
        print(f"collar {collar:4.2f}  {'total':14} {100 * abs(metric):6.1f} = {parts}")


if __name__ == "__main__":
    main()
