"""Made src/test/resources/stt/models/whisper/reference-*.json: what other graphs of the same weights compute in float32.

The graphs came from a Python exporter that shares no code with the importer (plain MatMul, LayerNormalization and Add,
weights transposed into the graph, keys and values in GroupQueryAttention, a decoder of its own for the alignment).

    pip install numpy onnxruntime
    python reference_logits.py GRAPHS jfk.wav OUT.json TOKEN[,TOKEN...] TOKEN ...

GRAPHS holds encoder.onnx and decoder_align.onnx. The first list of tokens is the prompt, each further one a step.
The input is the log-mel spectrogram of the recording, two seconds of zeros after it.
"""

import json
import sys
import wave

import numpy as np
import onnxruntime

POSITIONS = 64


def filters(bins, size=400, rate=16000):
    """Slaney's mel filters, as librosa.filters.mel computes them."""
    linear, first_log, log_step = 200 / 3, 1000.0, np.log(6.4) / 27
    first_log_mel = first_log / linear
    highest = first_log_mel + np.log(rate / 2 / first_log) / log_step
    mels = np.linspace(0, highest, bins + 2)
    hertz = np.where(mels < first_log_mel, linear * mels, first_log * np.exp(log_step * (mels - first_log_mel)))
    ramps = hertz[:, None] - np.fft.rfftfreq(size, 1 / rate)[None]
    width = np.diff(hertz)[:, None]
    rising, falling = -ramps[:-2] / width[:-1], ramps[2:] / width[1:]
    return np.maximum(0, np.minimum(rising, falling)) * (2 / (hertz[2:] - hertz[:-2]))[:, None]


def log_mel(samples, bins):
    samples = np.concatenate([samples, np.zeros(160)])
    padded = np.pad(samples, 200, mode="reflect")
    window = np.hanning(401)[:-1]
    frames = np.stack([padded[i * 160 : i * 160 + 400] * window for i in range(len(samples) // 160)])
    power = np.abs(np.fft.rfft(frames, axis=1)) ** 2
    logs = np.log10(np.maximum(filters(bins) @ power.T, 1e-10))
    logs = (np.maximum(logs, logs.max() - 8) + 4) / 4
    even = logs.shape[1] // 2 * 2
    return np.concatenate([logs[:, :even], np.zeros((bins, 200))], axis=1).astype(np.float32)[None]


def read(path):
    with wave.open(path) as recording:
        return np.frombuffer(recording.readframes(recording.getnframes()), np.int16) / 32768


def main(graphs, recording, out, *steps):
    encoder = onnxruntime.InferenceSession(graphs + "/encoder.onnx", providers=["CPUExecutionProvider"])
    decoder = onnxruntime.InferenceSession(graphs + "/decoder_align.onnx", providers=["CPUExecutionProvider"])
    mel = log_mel(read(recording), encoder.get_inputs()[0].shape[1])
    encoded = dict(zip([o.name for o in encoder.get_outputs()], encoder.run(None, {"mel": mel})))
    feeds = {n: v for n, v in encoded.items() if n != "hidden"}
    for i in decoder.get_inputs():
        if i.name.startswith("p"):
            feeds[i.name] = np.zeros((1, i.shape[1], POSITIONS, i.shape[3]), np.float32)
    past, result = 0, []
    for step in steps:
        ids = [int(t) for t in step.split(",")]
        feeds["ids"] = np.array([ids], np.int64)
        feeds["seqlens"] = np.array([past + len(ids) - 1], np.int32)
        feeds["total"] = np.array(past + len(ids), np.int32)
        given = dict(zip([o.name for o in decoder.get_outputs()], decoder.run(None, feeds)))
        feeds.update({"p" + n: given[n] for n in given if n[0] in "kv"})
        past += len(ids)
        logits = given["logits"][0, -1]
        sample = sorted(set(np.argsort(logits)[-20:].tolist()) | set(range(0, len(logits), 499)))
        attention = given["xattn"][0]
        result.append({
            "ids": ids,
            "tokens": sample,
            "logits": [round(float(logits[t]), 5) for t in sample],
            "attended": attention.argmax(-1).tolist(),
            "attention": np.round(attention.max(-1).astype(float), 6).tolist(),
        })
        print(ids, "->", int(logits.argmax()))
    with open(out, "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(step, separators=(",", ":")) for step in result) + "\n]\n")


main(*sys.argv[1:])
