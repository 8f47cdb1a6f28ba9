"""Diarizes WAV or FLAC files of 16 kHz with a plain pipeline in Python on the same two models, for comparison.

reference.py PIPELINE.py MODELS FOLDER THRESHOLD FILE...: PIPELINE.py is the reference pipeline, which loads the models from the
current folder; THRESHOLD is the cosine distance of its average linkage. Writes FOLDER/FILE.rttm and prints seconds of audio and
CPU seconds of each file.
"""

import importlib.util
import os
import sys
import time
from pathlib import Path


def main():
    pipeline, models, folder = (Path(argument).resolve() for argument in sys.argv[1:4])
    threshold, files = float(sys.argv[4]), [Path(name).resolve() for name in sys.argv[5:]]
    os.chdir(models)
    spec = importlib.util.spec_from_file_location("pipeline", pipeline)
    diar = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(diar)
    for file in files:
        samples = diar.load(file)
        began = time.process_time()
        starts, active = diar.segment(samples)
        voices, seconds, _ = diar.embeddings(diar.fbank(samples), starts, active)
        speakers, count = diar.cluster(voices, seconds, active, thr=threshold)
        decided, _ = diar.reconstruct(starts, active, len(samples), speakers, count)
        cpu = time.process_time() - began
        lines = [
            f"SPEAKER {file.stem} 1 {start:.3f} {end - start:.3f} <NA> <NA> {speaker} <NA> <NA>\n"
            for start, end, speaker in diar.turns(decided)
        ]
        (folder / f"{file.stem}.rttm").write_text("".join(lines), encoding="utf-8")
        print(f"{file.stem} {len(samples) / 16_000:.2f} {cpu:.2f}", flush=True)


if __name__ == "__main__":
    main()
