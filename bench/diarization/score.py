"""Diarization error rate by pyannote.metrics, overlaps counted, and the speaker error of recognized words."""

from dataclasses import dataclass

import numpy as np
from pyannote.core import Annotation, Segment, Timeline
from pyannote.metrics.diarization import DiarizationErrorRate
from scipy.optimize import linear_sum_assignment

COLLARS = (0.0, 0.25)  # on each side of a boundary; pyannote.metrics is given twice that, which it halves


@dataclass
class Errors:
    """Seconds; rates are parts of the speech of the reference."""

    missed: float = 0
    alarm: float = 0
    confusion: float = 0
    speech: float = 0

    def __add__(self, other):
        return Errors(self.missed + other.missed, self.alarm + other.alarm, self.confusion + other.confusion,
                      self.speech + other.speech)

    def percent(self, seconds):
        return 100 * seconds / self.speech if self.speech else 0.0

    def rate(self):
        return self.percent(self.missed + self.alarm + self.confusion)


def annotation(turns):
    result = Annotation()
    for number, (start, end, speaker) in enumerate(turns):
        result[Segment(start, end), number] = speaker
    return result


def errors(reference, found, seconds, collar):
    """Of the turns `found` in a recording of `seconds`, which is scored whole."""
    metric = DiarizationErrorRate(collar=2 * collar)
    parts = metric(annotation(reference), annotation(found), uem=Timeline([Segment(0, seconds)]), detailed=True)
    return Errors(parts["missed detection"], parts["false alarm"], parts["confusion"], parts["total"])


def speakers(turns):
    return len({speaker for _, _, speaker in turns})


def word_errors(reference, words):
    """(wrong, all) words (start, end, speaker). A word is spoken by whoever speaks most of it, anybody of several who speak as
    much of it; the nearest turn's speaker where nobody does. Speakers are mapped so that most words are right."""
    known, used = sorted({s for _, _, s in reference}), sorted({s for _, _, s in words} - {"0"})
    if not used:
        return len(words), len(words)
    right = np.array([spoken_by(reference, known, start, end) for start, end, _ in words])
    table = np.array([[sum(right[i, k] for i, word in enumerate(words) if word[2] == s) for k in range(len(known))]
                      for s in used])
    return len(words) - int(table[linear_sum_assignment(-table)].sum()), len(words)


def spoken_by(reference, known, start, end):
    """Whether each of the known speakers may be said to speak this word."""
    parts = np.array([sum(max(0.0, min(end, b) - max(start, a)) for a, b, s in reference if s == name) for name in known])
    if parts.max() <= 0:
        parts = -np.array([min(max(a - end, start - b) for a, b, s in reference if s == name) for name in known])
    return parts >= parts.max() - 0.01
