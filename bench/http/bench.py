"""What the server costs around the engine: one-minute requests over HTTP against the engine alone, in turn; then parallel clients."""

import argparse
import json
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import requests

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "asr"))
import speech  # noqa: E402
from bench import TICK, Worker  # noqa: E402


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", required=True, help="address of a running server, e.g. http://localhost:8080")
    parser.add_argument("--key", required=True, help="API key of an administrator")
    parser.add_argument("--pid", type=int, required=True, help="process id of the server, for its CPU seconds")
    parser.add_argument("--ours", required=True, help="command line of the engine worker")
    parser.add_argument("--work", type=Path, required=True, help="folder for generated audio")
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--clients", default="1,2,4,8")
    return parser.parse_args()


def server_cpu(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def post(args, path):
    """Seconds, and status, of one transcription; a model that is busy (503) or a limit (429) is tried again."""
    started, refused = time.perf_counter(), 0
    while True:
        with open(path, "rb") as audio:
            answer = requests.post(f"{args.base}/v1/transcribe", headers={"Authorization": f"Bearer {args.key}"},
                                   files={"file": audio}, data={"model": "base", "language": "en", "diarize": "false"})
        if answer.status_code in (429, 503):
            refused += 1
            time.sleep(float(answer.headers.get("Retry-After", "1")))
            continue
        answer.raise_for_status()
        return time.perf_counter() - started, refused, json.loads(answer.text)["text"]


def overhead(args, path):
    engine = Worker("engine", args.ours.split())
    rows = {"server": [], "engine": []}
    for number in range(args.runs + 2):
        cpu = server_cpu(args.pid)
        wall, _, _ = post(args, path)
        cpu = server_cpu(args.pid) - cpu
        engine.run("minute", path)
        if number >= 2:  # two rounds to warm up
            rows["server"].append((wall, cpu))
            rows["engine"].append(engine.runs["minute"][-1][:2])
    engine.close()
    print(f"\nOne-minute file, medians of {args.runs} requests\n\n| | wall s | CPU s |\n|---|---|---|")
    medians = {n: [statistics.median(r[i] for r in v) for i in (0, 1)] for n, v in rows.items()}
    for name, (wall, cpu) in medians.items():
        print(f"| {name} | {wall:.3f} | {cpu:.3f} |")
    pairs = [[s[i] / e[i] for s, e in zip(rows["server"], rows["engine"])] for i in (0, 1)]
    print(f"| ratio, median of pairs | {statistics.median(pairs[0]):.3f} | {statistics.median(pairs[1]):.3f} |")


def parallel(args, path):
    print("\nParallel clients, one-minute file\n")
    print("| clients | requests | minutes of audio per minute | median s | slowest s | busy answers |\n|---|---|---|---|---|---|")
    for clients in map(int, args.clients.split(",")):
        count = max(2 * clients, 4)
        started = time.perf_counter()
        with ThreadPoolExecutor(clients) as pool:
            results = list(pool.map(lambda _: post(args, path), range(count)))
        wall = time.perf_counter() - started
        times = sorted(r[0] for r in results)
        print(f"| {clients} | {count} | {count * 60 / wall:.1f} | {statistics.median(times):.2f} | {times[-1]:.2f} | "
              f"{sum(r[1] for r in results)} |")
        if len({r[2] for r in results}) != 1:
            raise SystemExit("parallel requests gave different texts")


def main():
    args = arguments()
    args.work.mkdir(parents=True, exist_ok=True)
    path = args.work / "minute.wav"
    speech.build(path, 55)
    overhead(args, path)
    parallel(args, path)


if __name__ == "__main__":
    main()
