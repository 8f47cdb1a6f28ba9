"""Builds a long recording with a known text from the real utterances in bench/speech."""

import random
from pathlib import Path

import av
import numpy as np
import soundfile

RATE = 16_000
SPEECH = Path(__file__).resolve().parent.parent / "speech"
JFK = "And so, my fellow Americans, ask not what your country can do for you, ask what you can do for your country."


def utterances():
    """(file, text) of every utterance with a reference."""
    rows = (SPEECH / "librivox.tsv").read_text("utf-8").strip().split("\n")
    return [(SPEECH / name, text) for name, text in (row.split("\t") for row in rows)] + [(SPEECH / "jfk.wav", JFK)]


def at_tempo(path, tempo):
    """The recording as 16 kHz mono floats, spoken `tempo` times as fast at the same pitch."""
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        graph = av.filter.Graph()
        source = graph.add_abuffer(template=stream)
        atempo = graph.add("atempo", str(tempo))
        form = graph.add("aformat", f"sample_fmts=flt:sample_rates={RATE}:channel_layouts=mono")
        sink = graph.add("abuffersink")
        source.link_to(atempo), atempo.link_to(form), form.link_to(sink)
        graph.configure()
        parts = []

        def drain():
            while True:
                try:
                    parts.append(graph.pull().to_ndarray()[0])
                except (av.BlockingIOError, av.EOFError):
                    return

        for frame in container.decode(stream):
            graph.push(frame)
            drain()
        graph.push(None)
        drain()
    return np.concatenate(parts)


def build(target, seconds, seed=7):
    """Writes `target`.wav of at least `seconds` and returns its text. Same seed, same file."""
    choose, noise = random.Random(seed), np.random.default_rng(seed)
    audio, text, samples = [], [], 0
    while samples < seconds * RATE:
        order = utterances()
        choose.shuffle(order)
        for path, words in order:
            piece = at_tempo(path, choose.choice([0.9, 0.95, 1.0, 1.05, 1.1])) * choose.uniform(0.6, 1.0)
            pause = np.zeros(int(RATE * choose.uniform(0.2, 1.2)), np.float32)
            audio += [piece, pause]
            text.append(words)
            samples += len(piece) + len(pause)
            if samples >= seconds * RATE:
                break
    mixed = np.concatenate(audio)
    mixed = mixed + noise.normal(0, 5e-4, len(mixed)).astype(np.float32)
    soundfile.write(target, mixed, RATE, subtype="PCM_16")
    return " ".join(text)
