"""Made src/test/resources/stt/engine/whisper/word-times.json: where faster-whisper hears each word of bench/speech.

    pip install faster-whisper==1.2.1
    python word_times.py MODEL bench/speech OUT.json

MODEL is the folder with Whisper base's published files (./stt models install base --keep-sources: data/models/.sources/base).
Weights in float32, beam 1, temperature 0, word_timestamps=True; recordings with two channels mixed down, as the engine gets them.
"""

import json
import sys
import wave
from pathlib import Path

import numpy as np
from faster_whisper import WhisperModel


def read(path):
    with wave.open(str(path)) as recording:
        assert recording.getframerate() == 16000 and recording.getsampwidth() == 2, path
        samples = np.frombuffer(recording.readframes(recording.getnframes()), np.int16)
        return samples.reshape(-1, recording.getnchannels()).mean(axis=1).astype(np.float32) / 32768


def main(folder, speech, out):
    model = WhisperModel(folder, device="cpu", compute_type="float32", cpu_threads=1)
    result = {}
    for path in sorted(Path(speech).glob("*.wav")):
        segments, _ = model.transcribe(read(path), beam_size=1, temperature=0, word_timestamps=True)
        result[path.name] = [[w.word.strip(), round(float(w.start), 2), round(float(w.end), 2)] for s in segments for w in s.words]
        print(path.name, len(result[path.name]), "words")
    with open(out, "w", encoding="utf-8") as file:
        lines = [json.dumps(name) + ": " + json.dumps(words, ensure_ascii=False) for name, words in result.items()]
        file.write("{\n" + ",\n".join(lines) + "\n}\n")


main(*sys.argv[1:])
