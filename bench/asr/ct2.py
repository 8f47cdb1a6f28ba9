"""Reads CTranslate2's model.bin (binary version 6) into numpy arrays, and writes whisper.cpp's ggml format from it."""

import struct
from pathlib import Path

import numpy as np

DTYPES = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.float16}


def read_variables(path):
    """Name -> array for every variable of a CTranslate2 model file."""
    data = Path(path).read_bytes()
    position = 0

    def scalar(kind):
        nonlocal position
        size = struct.calcsize("<" + kind)
        (value,) = struct.unpack_from("<" + kind, data, position)
        position += size
        return value

    def string():
        nonlocal position
        length = scalar("H")
        value = data[position : position + length - 1].decode()
        position += length
        return value

    scalar("I"), string(), scalar("I")  # format version, model name, revision
    variables = {}
    for _ in range(scalar("I")):
        name = string()
        shape = [scalar("I") for _ in range(scalar("B"))]
        dtype = np.dtype(DTYPES[scalar("B")])
        size = scalar("I")
        variables[name] = np.frombuffer(data, dtype, size // dtype.itemsize, position).reshape(shape)
        position += size
    return variables


def _byte_of_char():
    """GPT-2's reversible mapping of printable characters to bytes."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [b for b in range(256) if b not in plain]
    return {chr(b): b for b in plain} | {chr(256 + i): b for i, b in enumerate(others)}


def write_ggml(source, target, mel_filters):
    """Converts the CTranslate2 Whisper model in folder `source` to an f16 ggml file for whisper.cpp."""
    v = read_variables(Path(source) / "model.bin")

    def layers(side):
        numbers = {k.split("/")[1] for k in v if k.startswith(side + "/layer_")}
        return len(numbers - {"layer_norm"})

    width = v["encoder/layer_norm/gamma"].shape[0]
    vocabulary = v["decoder/embeddings/weight"].shape[0]
    mels = v["encoder/conv1/weight"].shape[1]
    heads = [int(v[side + "/num_heads"]) for side in ("encoder", "decoder")]
    with open(target, "wb") as out:
        out.write(struct.pack("<12i", 0x67676D6C, vocabulary, 1500, width, heads[0], layers("encoder"),
                              448, width, heads[1], layers("decoder"), mels, 1))
        out.write(struct.pack("<2i", *mel_filters.shape))
        out.write(mel_filters.astype(np.float32).tobytes())

        to_byte = _byte_of_char()
        tokens = (Path(source) / "vocabulary.txt").read_text("utf-8").split("\n")
        plain = 50257 if vocabulary >= 51865 else 50256  # multilingual, English-only
        out.write(struct.pack("<i", plain))
        for token in tokens[:plain]:
            raw = bytes(to_byte[c] for c in token)
            out.write(struct.pack("<I", len(raw)) + raw)

        def put(name, array):
            half = array.ndim > 1 and "positional" not in name
            if name.startswith("encoder.conv") and name.endswith("bias"):
                array = array.reshape(-1, 1)
                half = False
            array = np.ascontiguousarray(array.astype(np.float16 if half else np.float32))
            raw = name.encode()
            out.write(struct.pack("<3i", array.ndim, len(raw), int(half)))
            out.write(struct.pack("<%di" % array.ndim, *array.shape[::-1]))
            out.write(raw + array.tobytes())

        def linear(name, variable):
            put(name + ".weight", v[variable + "/weight"])
            put(name + ".bias", v[variable + "/bias"])

        def norm(name, variable):
            put(name + ".weight", v[variable + "/gamma"])
            put(name + ".bias", v[variable + "/beta"])

        def fused(names, variable):
            weights = np.split(v[variable + "/weight"], len(names))
            biases = np.split(v[variable + "/bias"], len(names))
            for name, weight, bias in zip(names, weights, biases):
                put(name + ".weight", weight)
                if not name.endswith("key"):  # Whisper's keys have no bias
                    put(name + ".bias", bias)

        put("encoder.positional_embedding", v["encoder/position_encodings/encodings"])
        linear("encoder.conv1", "encoder/conv1")
        linear("encoder.conv2", "encoder/conv2")
        for side in ("encoder", "decoder"):
            for i in range(layers(side)):
                s, t = f"{side}/layer_{i}", f"{side}.blocks.{i}"
                norm(t + ".attn_ln", s + "/self_attention/layer_norm")
                fused([t + ".attn." + p for p in ("query", "key", "value")], s + "/self_attention/linear_0")
                linear(t + ".attn.out", s + "/self_attention/linear_1")
                if side == "decoder":
                    norm(t + ".cross_attn_ln", s + "/attention/layer_norm")
                    linear(t + ".cross_attn.query", s + "/attention/linear_0")
                    fused([t + ".cross_attn." + p for p in ("key", "value")], s + "/attention/linear_1")
                    linear(t + ".cross_attn.out", s + "/attention/linear_2")
                norm(t + ".mlp_ln", s + "/ffn/layer_norm")
                linear(t + ".mlp.0", s + "/ffn/linear_0")
                linear(t + ".mlp.2", s + "/ffn/linear_1")
        norm("encoder.ln_post", "encoder/layer_norm")
        put("decoder.positional_embedding", v["decoder/position_encodings/encodings"])
        put("decoder.token_embedding.weight", v["decoder/embeddings/weight"])
        norm("decoder.ln", "decoder/layer_norm")
