"""Runs our engine and its peers on the same weights and the same recordings, in turn, and prints a table with ratios."""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import jiwer
from whisper_normalizer.english import EnglishTextNormalizer

import speech

TICK = os.sysconf("SC_CLK_TCK")
# Settings of this machine that name another processor would slow the Python peers down.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS_")}


class Worker:
    """A process that transcribes the file named on each line of its input; measured from outside."""

    def __init__(self, name, command):
        self.name = name
        started = time.perf_counter()
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        stderr=subprocess.DEVNULL, env=ENVIRONMENT,
                                        start_new_session=True)  # an interrupt is for the report only
        self._answer()
        self.load = time.perf_counter() - started
        self.runs = {}

    def _answer(self):
        for line in self.process.stdout:
            if line.startswith("{"):
                return json.loads(line)
        raise RuntimeError(f"{self.name} ended with {self.process.wait()}")

    def _cpu(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(") ", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def run(self, label, path):
        cpu, wall = self._cpu(), time.perf_counter()
        self.process.stdin.write(f"{path}\n")
        self.process.stdin.flush()
        text = self._answer()["text"]
        self.runs.setdefault(label, []).append((time.perf_counter() - wall, self._cpu() - cpu, text))

    def peak_megabytes(self):
        for line in Path(f"/proc/{self.process.pid}/status").read_text().split("\n"):
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024

    def median(self, label, index):
        return statistics.median(run[index] for run in self.runs[label])

    def text(self, label):
        return self.runs[label][-1][2]

    def close(self):
        self.process.kill()
        self.process.wait()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="folder for generated audio and converted models")
    parser.add_argument("--weights", type=Path, required=True, help="CTranslate2 folder of the model")
    parser.add_argument("--ours", required=True, help="command line of our worker")
    parser.add_argument("--ours-whisper-cpp", required=True, help="command line of our worker with whisper.cpp's model")
    parser.add_argument("--whisper-cpp", required=True, help="command line of the whisper.cpp worker, with its model")
    parser.add_argument("--python", required=True)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--long-only", action="store_true", help="leave the 11 s file out")
    parser.add_argument("--only", default="", help="comma-separated parts of workers' names; a whole name with = before it")
    return parser.parse_args()


def main():
    args = arguments()
    args.work.mkdir(parents=True, exist_ok=True)
    long_file = args.work / f"long-{args.seconds}.wav"
    long_text = speech.build(long_file, args.seconds)
    peer = [args.python, str(Path(__file__).with_name("faster_whisper_worker.py")), str(args.weights)]
    ours = args.ours.split()
    commands = {
        "ours": ours,
        "ours fast": [*ours, "fast"],
        "ours beam 5": [*ours, "beam=5"],
        "ours accurate": [*ours, "accurate"],
        "ours sequential greedy": [*ours, "sequential"],
        "ours sequential beam 5": [*ours, "sequential", "beam=5"],
        "faster-whisper int8 greedy": [*peer, "1", "0"],
        "faster-whisper int8 greedy, word times": [*peer, "1", "0", "words"],
        "faster-whisper int8 beam 5": [*peer, "5", "0"],
        "faster-whisper int8 greedy, batched 8": [*peer, "1", "8"],
        "ours, whisper.cpp f16 greedy": args.ours_whisper_cpp.split(),
        "whisper.cpp f16 greedy": args.whisper_cpp.split(),
    }
    wanted = [w for w in args.only.split(",") if w]
    workers = [Worker(n, c) for n, c in commands.items() if not wanted or any(w == f"={n}" or w in n for w in wanted)]
    short = {} if args.long_only else {"11 s": (speech.SPEECH / "jfk.wav", speech.JFK)}
    files = {**short, f"{args.seconds} s": (long_file, long_text)}
    try:
        measure(workers, files, args.runs)
    except KeyboardInterrupt:
        print("interrupted: these are the rounds so far", file=sys.stderr)
    report(workers, {label: file for label, file in files.items() if all(w.runs.get(label) for w in workers)})
    for worker in workers:
        worker.close()


def measure(workers, files, rounds):
    for worker in workers:
        worker.run("warm-up", speech.SPEECH / "jfk.wav")
    for label, (path, _) in files.items():
        for round_number in range(rounds):
            for worker in workers:
                worker.run(label, path)
            print(f"{label}: round {round_number + 1} of {rounds} done", file=sys.stderr)


def report(workers, files):
    normalize = EnglishTextNormalizer()
    first = workers[0]
    for label, (path, text) in files.items():
        import soundfile
        seconds = soundfile.info(path).duration
        print(f"\n{label} ({seconds:.1f} s of audio, medians of {len(first.runs[label])} run(s); ratio = {first.name} / other)")
        print("| | wall s | CPU s | real-time factor | WER % | wall ratio | CPU ratio |")
        print("|---|---|---|---|---|---|---|")
        for w in workers:
            wall, cpu = w.median(label, 0), w.median(label, 1)
            wer = 100 * jiwer.wer(normalize(text), normalize(w.text(label)) or "empty")
            ratios = [first.median(label, i) / w.median(label, i) for i in (0, 1)]
            print(f"| {w.name} | {wall:.2f} | {cpu:.2f} | {wall / seconds:.4f} | {wer:.2f} | {ratios[0]:.2f} | {ratios[1]:.2f} |")
    print("\n| | start and load s | peak memory MB |\n|---|---|---|")
    for w in workers:
        print(f"| {w.name} | {w.load:.2f} | {w.peak_megabytes():.0f} |")


if __name__ == "__main__":
    main()
