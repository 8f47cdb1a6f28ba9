"""Diarizes recordings of growing length, made of all of bench/speech in changing order: time and memory by length, and whether a
speaker keeps one number."""

import argparse
import collections
import random
import subprocess
from pathlib import Path

import numpy as np
import soundfile

import rttm
import score

SPEECH = Path(__file__).resolve().parent.parent / "speech"
RATE = 16_000


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="folder for what is made")
    parser.add_argument("--ours", required=True, help="command line of our worker")
    parser.add_argument("--hours", default="0.5,2,5,10", help="lengths, ascending")
    return parser.parse_args()


def recordings():
    """(samples, turns) of everything whose speakers are known."""
    known = rttm.read(SPEECH / "conversation.rttm", SPEECH / "ami" / "ami.rttm")
    for file in [SPEECH / "conversation.wav", *sorted(SPEECH.glob("ami/*.flac"))]:
        yield soundfile.read(file, dtype="float32")[0], known[file.stem]
    for file, reader in [(SPEECH / "jfk.wav", "Kennedy"), *((f, "reader") for f in sorted(SPEECH.glob("sense_*.wav")))]:
        samples, _ = soundfile.read(file, dtype="float32")
        yield samples, [(0.0, len(samples) / RATE, reader)]


def build(path, seconds):
    """Writes `seconds` of samples and returns the turns. Another order of the same pieces again and again."""
    choose, noise = random.Random(5), np.random.default_rng(5)
    pieces, turns, done = list(recordings()), [], 0
    with open(path, "wb") as file:
        while done < seconds * RATE:
            choose.shuffle(pieces)
            for samples, known in pieces:
                pause = int(RATE * choose.uniform(0.3, 1.5))
                block = np.concatenate([samples * choose.uniform(0.5, 1.0), np.zeros(pause, np.float32)])
                block += noise.normal(0, 3e-4, len(block)).astype(np.float32)
                block.astype("<f4").tofile(file)
                turns += [(done / RATE + start, done / RATE + end, speaker) for start, end, speaker in known]
                done += len(block)
    return turns, done / RATE


def kept(reference, found, seconds):
    """Of the speech of those who speak in the first and the last quarter: the part, by time, of speakers whose number in the last
    quarter is that of the first."""
    first, last = (numbers(reference, found, a, b) for a, b in ((0, seconds / 4), (3 * seconds / 4, seconds)))
    both = first.keys() & last.keys()
    time = {name: sum(last[name].values()) for name in both}
    same = sum(time[name] for name in both if first[name].most_common(1)[0][0] == last[name].most_common(1)[0][0])
    return 100 * same / sum(time.values())


def numbers(reference, found, begin, end):
    """For each speaker the seconds under each number, between two times."""
    heard = collections.defaultdict(collections.Counter)
    inside = [turn for turn in found if turn[0] < end and turn[1] > begin]
    for start, stop, name in reference:
        if begin <= start < end:
            for a, b, number in inside:
                if a < stop and b > start:
                    heard[name][number] += min(b, stop) - max(a, start)
    return heard


def main():
    args = arguments()
    args.work.mkdir(parents=True, exist_ok=True)
    print("| hours | CPU seconds a second of audio | peak memory MB | speakers found | of | error at collar 0.25 | confusion | kept their number |"
          "\n|---|---|---|---|---|---|---|---|")
    for hours in map(float, args.hours.split(",")):
        samples, result = args.work / "long.f32", args.work / "long.rttm"
        reference, seconds = build(samples, 3600 * hours)
        line = subprocess.run([*args.ours.split(), str(samples), str(result)], check=True, capture_output=True, text=True).stdout.split()
        samples.unlink()
        found = rttm.read(result)["long"]
        errors = score.errors(reference, found, seconds, 0.25)
        print(f"| {hours:g} | {float(line[2]) / seconds:.3f} | {line[4]} | {score.speakers(found)} | {score.speakers(reference)} | "
              f"{errors.rate():.1f} % | {errors.percent(errors.confusion):.1f} % | {kept(reference, found, seconds):.0f} % |", flush=True)


if __name__ == "__main__":
    main()
