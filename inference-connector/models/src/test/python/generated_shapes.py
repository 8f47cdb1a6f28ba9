"""Models of generated weights in the true shapes of published ones, and what they must compute.

Where real weights cannot be had, this shows that a size is imported rightly: the forward pass below is written from the
paper and OpenAI's published model in plain numpy, and shares nothing with the importer.

    pip install numpy onnxruntime
    python generated_shapes.py write SIZE FOLDER [f32|f16|bf16] [SHARDS]    as Hugging Face lays out a model of this size
    ./stt models install generated --from FOLDER --as whisper --precision fp32
    python generated_shapes.py compare FOLDER data/models/generated         largest differences of logits and attention

SIZE is tiny.en, tiny, base, small, medium, large-v2, large-v3, large-v3-turbo or distil-large-v3.
"""

import json
import os
import sys
import time

import numpy as np
import onnxruntime

#            width heads encoder decoder mel vocabulary
SIZES = {
    "tiny.en": (384, 6, 4, 4, 80, 51864),
    "tiny": (384, 6, 4, 4, 80, 51865),
    "base": (512, 8, 6, 6, 80, 51865),
    "small": (768, 12, 12, 12, 80, 51865),
    "medium": (1024, 16, 24, 24, 80, 51865),
    "large-v2": (1280, 20, 32, 32, 80, 51865),
    "large-v3": (1280, 20, 32, 32, 128, 51866),
    "large-v3-turbo": (1280, 20, 32, 4, 128, 51866),
    "distil-large-v3": (1280, 20, 32, 2, 128, 51866),
}
LANGUAGES = (
    "en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta no th ur hr bg lt la mi ml cy sk te "
    "fa lv bn sr az sl kn et mk br eu is hy ne mn bs kk sq sw gl mr pa si km sn yo so af oc ka be tg sd gu am yi lo uz fo ht ps "
    "tk nn mt sa lb my bo tl mg as tt haw ln ha ba jw su yue"
).split()
TEXT_POSITIONS, AUDIO_POSITIONS = 448, 1500
FRAMES, STEPS = 240, 3


def shapes(size):
    width, _, encoder, decoder, bins, vocabulary = SIZES[size]
    found = {
        "encoder.conv1.weight": (width, bins, 3), "encoder.conv1.bias": (width,),
        "encoder.conv2.weight": (width, width, 3), "encoder.conv2.bias": (width,),
        "encoder.embed_positions.weight": (AUDIO_POSITIONS, width),
        "decoder.embed_tokens.weight": (vocabulary, width),
        "decoder.embed_positions.weight": (TEXT_POSITIONS, width),
    }

    def norm(name):
        found.update({name + ".weight": (width,), name + ".bias": (width,)})

    def linear(name, rows, columns):
        found[name + ".weight"] = (rows, columns)
        if not name.endswith("k_proj"):
            found[name + ".bias"] = (rows,)

    for part, layers in (("encoder", encoder), ("decoder", decoder)):
        for i in range(layers):
            layer = f"{part}.layers.{i}."
            for attention in ("self_attn", "encoder_attn") if part == "decoder" else ("self_attn",):
                norm(layer + attention + "_layer_norm")
                for projection in "qkv":
                    linear(layer + attention + f".{projection}_proj", width, width)
                linear(layer + attention + ".out_proj", width, width)
            norm(layer + "final_layer_norm")
            linear(layer + "fc1", 4 * width, width)
            linear(layer + "fc2", width, 4 * width)
        norm(part + ".layer_norm")
    return {"model." + name: shape for name, shape in found.items()}


def encode(values, dtype):
    if dtype == "bf16":
        return (values.astype("<f4").view("<u4") >> 16).astype("<u2").tobytes()
    return values.astype({"f16": "<f2", "f32": "<f4"}[dtype]).tobytes()


def write(size, folder, dtype="f16", shards="1"):
    os.makedirs(folder, exist_ok=True)
    random, all_shapes, bytes_each = np.random.default_rng(7), shapes(size), 4 if dtype == "f32" else 2
    names, count = list(all_shapes), int(shards)
    weight_map = {}
    for shard in range(count):
        some = names[shard::count]
        file = "model.safetensors" if count == 1 else f"model-{shard + 1:05}-of-{count:05}.safetensors"
        header, offset = {"__metadata__": {"format": "pt"}}, 0
        for name in some:
            end = offset + int(np.prod(all_shapes[name])) * bytes_each
            header[name] = {"dtype": dtype.upper(), "shape": all_shapes[name], "data_offsets": [offset, end]}
            offset, weight_map[name] = end, file
        text = json.dumps(header).encode()
        with open(os.path.join(folder, file), "wb") as out:
            out.write(len(text).to_bytes(8, "little") + text)
            for name in some:
                shape = all_shapes[name]
                values = random.standard_normal(shape, np.float32)
                if len(shape) == 1:
                    values = values * np.float32(0.1) + (1 if "norm.weight" in name else 0)
                else:
                    values *= np.float32(1 / np.sqrt(np.prod(shape[1:])))
                out.write(encode(values, dtype))
    if count > 1:
        save(folder, "model.safetensors.index.json", {"metadata": {}, "weight_map": weight_map})
    describe(size, folder)


def save(folder, name, content):
    with open(os.path.join(folder, name), "w") as out:
        json.dump(content, out)


def describe(size, folder):
    width, heads, encoder, decoder, bins, vocabulary = SIZES[size]
    end = 50256 if vocabulary == 51864 else 50257
    languages = LANGUAGES[: 100 if vocabulary == 51866 else 99]
    control = ["<|endoftext|>", "<|startoftranscript|>"] + [f"<|{code}|>" for code in languages]
    control += ["<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>", "<|nospeech|>", "<|notimestamps|>"]
    ids = {token: end + i for i, token in enumerate(control)}
    save(folder, "config.json", {
        "model_type": "whisper", "activation_function": "gelu", "scale_embedding": False, "d_model": width,
        "encoder_layers": encoder, "decoder_layers": decoder, "encoder_attention_heads": heads,
        "decoder_attention_heads": heads, "encoder_ffn_dim": 4 * width, "decoder_ffn_dim": 4 * width,
        "vocab_size": vocabulary, "num_mel_bins": bins, "max_source_positions": AUDIO_POSITIONS,
        "max_target_positions": TEXT_POSITIONS,
    })
    save(folder, "generation_config.json", {
        "is_multilingual": end == 50257, "suppress_tokens": [1, 2, 7], "begin_suppress_tokens": [220, end],
        "no_timestamps_token_id": ids["<|notimestamps|>"], "forced_decoder_ids": [[1, None], [2, ids["<|transcribe|>"]]],
    })
    save(folder, "preprocessor_config.json",
         {"feature_size": bins, "sampling_rate": 16000, "n_fft": 400, "hop_length": 160})
    words = {f"w{i}": i for i in range(end)}
    save(folder, "tokenizer.json", {
        "added_tokens": [{"id": number, "content": token} for token, number in ids.items()],
        "model": {"type": "BPE", "vocab": words, "merges": []},
    })


class Weights:
    """Tensors of a folder by name, as float32, read when asked for."""

    def __init__(self, folder):
        self.places = {}
        for file in sorted(os.listdir(folder)):
            if file.endswith(".safetensors"):
                path = os.path.join(folder, file)
                with open(path, "rb") as stream:
                    length = int.from_bytes(stream.read(8), "little")
                    header = json.loads(stream.read(length))
                for name, tensor in header.items():
                    if name != "__metadata__":
                        self.places[name] = (path, 8 + length, tensor)

    def __call__(self, name):
        path, begin, tensor = self.places["model." + name]
        first, end = tensor["data_offsets"]
        kind = {"F32": "<f4", "F16": "<f2", "BF16": "<u2"}[tensor["dtype"]]
        raw = np.fromfile(path, kind, (end - first) // np.dtype(kind).itemsize, offset=begin + first)
        values = (raw.astype("<u4") << 16).view("<f4") if tensor["dtype"] == "BF16" else raw.astype(np.float32)
        return values.reshape(tensor["shape"])

    def has(self, name):
        return "model." + name in self.places


def erf(x):
    """Abramowitz and Stegun 7.1.26 is too coarse here: the series and the standard library's function, elementwise."""
    from math import erf as exact
    return np.vectorize(exact, otypes=[np.float64])(x)


def gelu(x):
    return (x * 0.5 * (1 + erf(x / np.sqrt(2)))).astype(np.float32)


def norm(w, x, name):
    centred = x - x.mean(-1, keepdims=True)
    return centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-5) * w(name + ".weight") + w(name + ".bias")


def linear(w, x, name):
    y = x @ w(name + ".weight").T
    return y + w(name + ".bias") if w.has(name + ".bias") else y


def attention(w, x, source, name, heads, causal=False):
    split = lambda y: y.reshape(len(y), heads, -1).transpose(1, 0, 2)
    q, k, v = (split(linear(w, y, name + f".{p}_proj")) for y, p in ((x, "q"), (source, "k"), (source, "v")))
    scores = q @ k.transpose(0, 2, 1) / np.sqrt(q.shape[-1])
    if causal:
        scores = np.where(np.tri(len(x), dtype=bool), scores, -np.inf)
    shares = np.exp(scores - scores.max(-1, keepdims=True))
    shares /= shares.sum(-1, keepdims=True)
    return linear(w, (shares @ v).transpose(1, 0, 2).reshape(len(x), -1), name + ".out_proj"), shares


def convolve(w, x, name, stride):
    weight = w(name + ".weight")
    padded = np.pad(x, ((1, 1), (0, 0)))
    rows = (len(x) - 1) // stride + 1
    columns = np.concatenate([padded[tap : tap + stride * rows : stride][:rows] for tap in range(3)], axis=1)
    return columns @ weight.transpose(2, 1, 0).reshape(-1, weight.shape[0]) + w(name + ".bias")


def forward(w, sizes, mel, tokens):
    width, heads, encoder, decoder = sizes
    x = gelu(convolve(w, gelu(convolve(w, mel.T, "encoder.conv1", 1)), "encoder.conv2", 2))
    x = x + w("encoder.embed_positions.weight")[: len(x)]
    for i in range(encoder):
        layer = f"encoder.layers.{i}."
        y = norm(w, x, layer + "self_attn_layer_norm")
        x = x + attention(w, y, y, layer + "self_attn", heads)[0]
        x = x + linear(w, gelu(linear(w, norm(w, x, layer + "final_layer_norm"), layer + "fc1")), layer + "fc2")
    hidden = norm(w, x, "encoder.layer_norm")
    embeddings = w("decoder.embed_tokens.weight")
    x = embeddings[tokens] + w("decoder.embed_positions.weight")[: len(tokens)]
    crossing = []
    for i in range(decoder):
        layer = f"decoder.layers.{i}."
        y = norm(w, x, layer + "self_attn_layer_norm")
        x = x + attention(w, y, y, layer + "self_attn", heads, causal=True)[0]
        mixed, shares = attention(
            w, norm(w, x, layer + "encoder_attn_layer_norm"), hidden, layer + "encoder_attn", heads)
        x, _ = x + mixed, crossing.append(shares)
        x = x + linear(w, gelu(linear(w, norm(w, x, layer + "final_layer_norm"), layer + "fc1")), layer + "fc2")
    return norm(w, x, "decoder.layer_norm") @ embeddings.T, crossing


def compare(folder, installed):
    with open(os.path.join(installed, "whisper.json")) as file:
        facts = json.load(file)
    sizes = facts["d_model"], facts["heads"], facts["encoder_layers"], facts["decoder_layers"]
    begin = [facts["tokens"][t] for t in ("start_of_transcript", "first_language", "transcribe", "no_timestamps")]
    tokens = begin + [1000 + 17 * i for i in range(STEPS)]
    mel = np.random.default_rng(1).standard_normal((facts["mel_bins"], FRAMES)).astype(np.float32)
    started = time.time()
    expected, crossing = forward(Weights(folder), sizes, mel, tokens)
    print(f"numpy: {time.time() - started:.0f} s")
    open_graph = lambda name: onnxruntime.InferenceSession(
        os.path.join(installed, name), providers=["CPUExecutionProvider"])
    encoder = open_graph("encoder.onnx")
    encoded = dict(zip([o.name for o in encoder.get_outputs()], encoder.run(None, {"mel": mel[None]})))
    del encoder
    decoder = open_graph("decoder.onnx")
    kind = encoded["ck0"].dtype
    feeds = {name: value for name, value in encoded.items() if name != "hidden"}
    for i in range(facts["decoder_layers"]):
        for cache in ("pk", "pv"):
            feeds[f"{cache}{i}"] = np.zeros((1, facts["heads"], 64, sizes[0] // facts["heads"]), kind)
    past, logits, attended = 0, 0.0, 0.0
    for step in [tokens[:4]] + [[token] for token in tokens[4:]]:
        total = past + len(step)
        feeds.update(ids=np.array([step], np.int64), seqlens=np.array([total - 1], np.int32),
                     total=np.array(total, np.int32))
        given = dict(zip([o.name for o in decoder.get_outputs()], decoder.run(None, feeds)))
        feeds.update({"p" + name: given[name] for name in given if name[0] in "kv"})
        logits = max(logits, np.abs(given["logits"][0, -1] - expected[total - 1]).max())
        for row, (layer, head) in enumerate(facts["alignment_heads"]):
            difference = given["xattn"][0, row] - crossing[layer][head][past:total]
            attended = max(attended, np.abs(difference).max())
        past = total
    print(f"logits of up to {np.abs(expected).max():.2f} differ by {logits:.2e} at most, shares of attention by {attended:.2e}")


{"write": write, "compare": compare}[sys.argv[1]](*sys.argv[2:])
