"""Transcribes the files named on stdin with faster-whisper. Arguments: model folder, beam size, batch size (0: no batching)."""

import json
import sys

from faster_whisper import BatchedInferencePipeline, WhisperModel

folder, beam, batch = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
words = len(sys.argv) > 4 and sys.argv[4] == "words"
model = WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=2)
pipeline = BatchedInferencePipeline(model) if batch else None
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    path = line.strip()
    options = dict(language="en", beam_size=beam, word_timestamps=words)
    segments, _ = pipeline.transcribe(path, batch_size=batch, **options) if pipeline else model.transcribe(path, **options)
    print(json.dumps({"text": " ".join(s.text.strip() for s in segments)}), flush=True)
