"""Diarizes files of 16 kHz with a plain pipeline in Python on the same two models, for comparison.

A window every second, the likeliest class of each frame, a sound for each voice of a window from where it speaks alone, average
linkage, the best assignment of a window's voices to different speakers, and as many speakers in a frame as the windows heard on
average.

reference.py MODELS FOLDER DISTANCE FILE...: DISTANCE is the cosine distance at which linkage ends. Writes FOLDER/FILE.rttm and prints
name, seconds of audio, CPU seconds, speakers and peak memory in MB for each file.
"""

import os
import resource
import sys
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import kaldi_native_fbank  # noqa: E402
import numpy as np  # noqa: E402
import onnxruntime  # noqa: E402
import soundfile  # noqa: E402
from scipy.cluster.hierarchy import fcluster, linkage  # noqa: E402
from scipy.optimize import linear_sum_assignment  # noqa: E402
from scipy.spatial.distance import pdist  # noqa: E402

import rttm  # noqa: E402

RATE = 16_000
WINDOW = 10 * RATE
STEP = RATE
FRAME_STEP, FRAME_FIELD, FRAMES = 270, 991, 589
HOP = 160
VOICES = 3
MEMBERS = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [1, 0, 1], [0, 1, 1]], np.float32)
ENOUGH_ALONE, LEAST = 50, 10  # features of 10 ms
CLUSTERED_SECONDS = 1.0
AT_ONCE = 2


def session(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


class Pipeline:
    def __init__(self, models, distance):
        self.segmentation = session(models / "segmentation-3.0.onnx")
        self.voices = session(models / "campplus-zh-en.onnx")
        self.distance = distance

    def turns(self, samples):
        starts = window_starts(len(samples))
        active = np.stack([self.hear(samples, start) for start in starts])
        sounds, seconds = self.sounds(samples, starts, active)
        speakers, count = self.assign(active, sounds, seconds)
        return turns(decide(starts, active, speakers, count, len(samples)))

    def hear(self, samples, start):
        window = samples[start:start + WINDOW]
        window = np.pad(window, (0, WINDOW - len(window)))[None, None]
        return MEMBERS[self.segmentation.run(None, {"x": window})[0][0].argmax(-1)]

    def sounds(self, samples, starts, active):
        """A vector of unit length for each voice of each window, NaN where there is too little of it; its seconds alone."""
        features = filter_bank(samples)
        sounds = np.full((len(starts), VOICES, 192), np.nan, np.float32)
        seconds = np.zeros((len(starts), VOICES))
        for window, start in enumerate(starts):
            part = features[start // HOP:][:(WINDOW - 400) // HOP + 1]
            frames = np.rint((np.arange(len(part)) * HOP + 200 - FRAME_FIELD // 2) / FRAME_STEP).astype(int)
            heard = active[window][np.clip(frames, 0, FRAMES - 1)]
            for voice in range(VOICES):
                anyhow = heard[:, voice] > 0
                alone = anyhow & (heard.sum(1) == 1)
                seconds[window, voice] = alone.sum() * HOP / RATE
                chosen = part[alone if alone.sum() >= ENOUGH_ALONE else anyhow]
                if len(chosen) >= LEAST:
                    sound = self.voices.run(None, {"fbank": (chosen - chosen.mean(0))[None]})[0][0]
                    sounds[window, voice] = sound / np.linalg.norm(sound)
        return sounds, seconds

    def assign(self, active, sounds, seconds):
        """The speaker of each voice of each window, -1 for none, and how many there are."""
        known = ~np.isnan(sounds[..., 0])
        clustered = known & (seconds >= CLUSTERED_SECONDS)
        clustered = clustered if clustered.sum() >= 2 else known
        speakers = np.full(active.shape[::2], -1)
        if not clustered.any():
            return speakers, 0
        vectors = sounds[clustered]
        labels = np.ones(1, int)
        if len(vectors) > 1:
            labels = fcluster(linkage(pdist(vectors, "cosine"), "average"), self.distance, "distance")
        centres = np.stack([vectors[labels == label].mean(0) for label in np.unique(labels)])
        centres /= np.linalg.norm(centres, axis=1, keepdims=True)
        for window in range(len(active)):
            voices = np.flatnonzero(known[window] & (active[window].sum(0) > 0))
            for row, speaker in zip(*linear_sum_assignment(-(sounds[window, voices] @ centres.T))):
                speakers[window, voices[row]] = speaker
        return speakers, len(centres)


def window_starts(length):
    """The last window ends with the audio."""
    if length <= WINDOW:
        return [0]
    starts = list(range(0, length - WINDOW + 1, STEP))
    return starts + ([length - WINDOW] if starts[-1] + WINDOW < length - RATE // 10 else [])


def filter_bank(samples):
    options = kaldi_native_fbank.FbankOptions()
    options.frame_opts.dither = 0
    options.frame_opts.samp_freq = RATE
    options.mel_opts.num_bins = 80
    bank = kaldi_native_fbank.OnlineFbank(options)
    bank.accept_waveform(RATE, samples.tolist())
    bank.input_finished()
    return np.stack([bank.get_frame(i) for i in range(bank.num_frames_ready)])


def decide(starts, active, speakers, count, length):
    """Who speaks in each frame: those whom most windows heard, as many as they heard on average."""
    frames = max(1, (length - FRAME_FIELD) // FRAME_STEP + 1)
    total = max(frames, round(starts[-1] / FRAME_STEP) + FRAMES)
    votes, spoken, windows = np.zeros((total, max(1, count))), np.zeros(total), np.zeros(total)
    for window, start in enumerate(starts):
        at = slice(round(start / FRAME_STEP), round(start / FRAME_STEP) + FRAMES)
        windows[at] += 1
        spoken[at] += active[window].sum(1)
        for voice in range(VOICES):
            if speakers[window, voice] >= 0:
                votes[at, speakers[window, voice]] += active[window][:, voice]
    most = np.minimum(np.rint(spoken / np.maximum(windows, 1)), AT_ONCE)
    decided = np.zeros(votes.shape, bool)
    order = np.argsort(-votes, 1, kind="stable")
    for place in range(min(AT_ONCE, votes.shape[1])):
        rows = np.flatnonzero((most > place) & (votes[np.arange(total), order[:, place]] > 0))
        decided[rows, order[rows, place]] = True
    return decided[:frames]


def turns(decided):
    found = []
    for speaker in range(decided.shape[1]):
        edges = np.diff(np.r_[0, decided[:, speaker].astype(int), 0])
        for first, end in zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)):
            times = [(FRAME_FIELD // 2 + FRAME_STEP * (frame - 0.5)) / RATE for frame in (first, end)]
            found.append((0.0 if first == 0 else times[0], times[1], speaker + 1))
    return sorted(found)


def main():
    models, folder, distance = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
    pipeline = Pipeline(models, distance)
    for file in map(Path, sys.argv[4:]):
        samples, rate = soundfile.read(file, dtype="float32")
        if rate != RATE or samples.ndim != 1:
            raise SystemExit(f"{file} is not mono at {RATE} Hz")
        began = time.process_time()
        found = pipeline.turns(samples)
        cpu = time.process_time() - began
        rttm.write(folder / f"{file.stem}.rttm", file.stem, found)
        speakers = len({speaker for _, _, speaker in found})
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{file.stem} {len(samples) / RATE:.2f} {cpu:.3f} {speakers} {peak}", flush=True)


if __name__ == "__main__":
    main()
