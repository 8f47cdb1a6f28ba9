"""Sends recordings of growing length to a server and prints time, memory and words: memory must not grow with the length."""

import argparse
import re
import sys
import threading
import time
from pathlib import Path

import numpy as np
import requests
import soundfile

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "asr"))
import speech  # noqa: E402

MINUTE = 60 * speech.RATE


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", required=True, help="address of a running server")
    parser.add_argument("--key", required=True, help="API key of an administrator")
    parser.add_argument("--pid", type=int, required=True, help="process id of the server, for its memory")
    parser.add_argument("--work", type=Path, required=True, help="folder for generated audio")
    parser.add_argument("--hours", default="0.5,2,10", help="lengths, ascending")
    parser.add_argument("--every", type=int, default=1, help="the same sentence is heard once in so many minutes")
    parser.add_argument("--model", default="tiny.en")
    return parser.parse_args()


def build(path, minutes, every):
    """A FLAC file of `minutes`, silent but for one sentence in the middle of every `every`th minute."""
    sentence, _ = soundfile.read(speech.SPEECH / "jfk.wav", dtype="float32")
    quiet = np.random.default_rng(7).normal(0, 5e-4, MINUTE).astype(np.float32)
    spoken = quiet.copy()
    spoken[MINUTE // 3:MINUTE // 3 + len(sentence)] += sentence
    with soundfile.SoundFile(path, "w", speech.RATE, 1, subtype="PCM_16") as file:
        for minute in range(minutes):
            file.write(spoken if minute % every == 0 else quiet)


class Memory(threading.Thread):
    """The largest resident size of a process while this runs, in MB."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.status, self.peak, self.over = Path(f"/proc/{pid}/status"), 0.0, threading.Event()

    def run(self):
        while not self.over.is_set():
            resident = int(re.search(r"VmRSS:\s+(\d+)", self.status.read_text()).group(1)) / 1024
            self.peak = max(self.peak, resident)
            self.over.wait(0.5)


def main():
    args = arguments()
    args.work.mkdir(parents=True, exist_ok=True)
    print("| hours | file MB | wall s | real-time factor | peak resident MB | sentences heard | of |\n|---|---|---|---|---|---|---|")
    for hours in map(float, args.hours.split(",")):
        minutes = round(hours * 60)
        path = args.work / f"long-{minutes}-minutes.flac"
        if not path.exists():
            build(path, minutes, args.every)
        memory = Memory(args.pid)
        memory.start()
        started = time.perf_counter()
        with open(path, "rb") as audio:
            answer = requests.post(f"{args.base}/v1/transcribe", headers={"Authorization": f"Bearer {args.key}"},
                                   files={"file": audio},
                                   data={"model": args.model, "language": "en", "diarize": "false"})
        wall = time.perf_counter() - started
        memory.over.set()
        answer.raise_for_status()
        result = answer.json()
        heard = len(re.findall("ask what you can do for your country", result["text"].lower()))
        expected = (minutes + args.every - 1) // args.every
        print(f"| {hours:g} | {path.stat().st_size / 1e6:.0f} | {wall:.1f} | {wall / minutes / 60:.4f} | {memory.peak:.0f} | "
              f"{heard} | {expected} |", flush=True)
        if abs(result["duration"] - 60 * minutes) > 1:
            raise SystemExit(f"the server took the file for {result['duration']} s long")


if __name__ == "__main__":
    main()
