"""Made src/test/resources/stt/connector/decoding.json: what faster-whisper decodes with the options that we have too.

    pip install faster-whisper==1.2.1
    python decoding.py MODEL bench/speech OUT.json

MODEL is the folder with Whisper base's published files (./stt models install base --keep-sources: data/models/.sources/base).
Weights in float32, one thread, without voice activity. Recordings of a run are joined with half a second of zeros between them.

faster-whisper computes features over the whole file; here every window's come from the window alone, as in our engine, which reads
its audio once. Otherwise frames at a window's edges and the floor of quiet ones differ a little, and of the long texts most differ in
some word: `--whole` shows them.
"""

import json
import sys
import wave
from pathlib import Path

import numpy as np
from faster_whisper import WhisperModel, transcribe

SENTENCES = [f"sense_and_sensibility_01_austen_64kb-{n}.wav" for n in ("0870", "0880", "0890", "0920", "0930")]
LONG = ["jfk.wav", *SENTENCES, "conversation.wav"]
GREEDY = dict(beam_size=1, temperature=0, condition_on_previous_text=False, language="en")
BEAM = dict(GREEDY, beam_size=5)
GERMAN = dict(GREEDY, language="de")

RUNS = {
    **{f"greedy {name}": ([name], GREEDY) for name in ["jfk.wav", *SENTENCES, "conversation.wav", "two-channels.wav"]},
    **{f"beam {name}": ([name], BEAM) for name in ["jfk.wav", *SENTENCES, "conversation.wav", "two-channels.wav"]},
    "greedy long": (LONG, GREEDY),
    "beam long": (LONG, BEAM),
    "beam patience": (LONG, dict(BEAM, beam_size=3, patience=2)),
    "beam short texts": (LONG, dict(BEAM, length_penalty=0.5)),
    "greedy previous text": (LONG, dict(GREEDY, condition_on_previous_text=True)),
    "beam previous text": (LONG, dict(BEAM, condition_on_previous_text=True)),
    "greedy prompt": (["conversation.wav"], dict(GREEDY, initial_prompt="Dyan lives in New Jersey, Sheela in Texas.")),
    "greedy hotwords": (["conversation.wav"], dict(GREEDY, hotwords="Dyanne Sheela")),
    "beam prompt and hotwords": (LONG, dict(BEAM, initial_prompt="The Dashwoods of Norland.", hotwords="Dyanne, Sheela")),
    "greedy translate": (["multilingual.wav"], dict(GERMAN, task="translate")),
    "beam translate": (["multilingual.wav"], dict(GERMAN, task="translate", beam_size=5)),
    "greedy German": (["multilingual.wav"], GERMAN),
}

# No words that begin with t: this tokenizer.json lacks the very first merge, of a space and a t.
TEXTS = [
    " And so, my fellow Americans",
    " naïve café, don't you agree? It's 3.14159!",
    " Привет, мир!  Zwei Leerzeichen\n\nund Zeilen",
    " 我们必须向前走。日本語とカナ",
    " ภาษาไทย",
    " 👩‍👧 emoji",
    " Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    " \t x  ",
    "",
]


def read(path):
    with wave.open(str(path)) as recording:
        assert recording.getframerate() == 16000 and recording.getsampwidth() == 2, path
        samples = np.frombuffer(recording.readframes(recording.getnframes()), np.int16)
        return samples.reshape(-1, recording.getnchannels()).mean(axis=1).astype(np.float32) / 32768


def joined(folder, names):
    parts = [read(Path(folder) / names[0])]
    for name in names[1:]:
        parts += [np.zeros(8000, np.float32), read(Path(folder) / name)]
    return np.concatenate(parts)


def window_by_window(model):
    """Has the model compute the features of every window from the window alone."""
    extractor, pad = model.feature_extractor, transcribe.pad_or_trim
    whole, heard = type(extractor).__call__, {}

    class Extractor(type(extractor)):
        def __call__(self, audio, **options):
            heard["audio"], heard["features"] = audio, whole(self, audio, **options)
            return heard["features"]

    def features(segment):
        seek = (segment.ctypes.data - heard["features"].ctypes.data) // segment.itemsize
        audio = heard["audio"][seek * 160:(seek + 3000) * 160]
        return pad(whole(extractor, audio, padding=400)[:, :(len(audio) + 159) // 160])

    extractor.__class__ = Extractor
    transcribe.pad_or_trim = features


def main(folder, speech, out, *how):
    model = WhisperModel(folder, device="cpu", compute_type="float32", cpu_threads=1)
    if "--whole" not in how:
        window_by_window(model)
    tokenizer = model.hf_tokenizer
    encodings = [[text, tokenizer.encode(text, add_special_tokens=False).ids] for text in TEXTS]
    runs = {}
    for name, (files, options) in RUNS.items():
        segments, _ = model.transcribe(joined(speech, files), **options)
        runs[name] = {"files": files, "options": options, "text": " ".join(s.text.strip() for s in segments)}
        print(name, "|", runs[name]["text"], flush=True)
    with open(out, "w", encoding="utf-8") as file:
        json.dump({"encodings": encodings, "runs": runs}, file, ensure_ascii=False, indent=1)


main(*sys.argv[1:])
