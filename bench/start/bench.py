"""Where the time of a start goes, from `java -jar` to `Ready`: from the server's own log lines, in seconds, medians."""

import argparse
import datetime
import os
import shutil
import statistics
import subprocess
import time
from pathlib import Path

PHASES = [  # name, and what the log says at its end
    ("unpacking (the first time), the server's virtual machine", "Payara Micro Runtime directory is located"),
    ("Payara boots", " ready in "),
    ("the application is deployed (database, resource adapter, web)", "was successfully deployed in"),
]
MODEL = "The model base is ready"  # loaded beside the deployment


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jar", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--starts", type=int, default=5)
    return parser.parse_args()


def at(log, text):
    for line in log.read_text().splitlines():
        if text in line:
            return datetime.datetime.fromisoformat(line.split(" ", 1)[0].replace("Z", "+00:00")).timestamp()
    raise SystemExit(f"the log does not say: {text}")


def measured(process):
    """CPU seconds and resident MB of a process and its children."""
    cpu, resident = 0.0, 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rsplit(") ", 1)[1].split()
            if process in (int(folder.name), int(fields[1])):
                cpu += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
                resident += int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
        except (FileNotFoundError, ProcessLookupError):
            continue
    return cpu, resident / 1e6


def start(args, data):
    shutil.rmtree(data / "logs", ignore_errors=True)
    begun = time.time()
    process = subprocess.Popen(["java", "-jar", args.jar], env=dict(os.environ, STT_DATA_DIR=str(data)),
                               stdout=subprocess.PIPE, text=True)
    for line in process.stdout:
        if line.startswith("Ready: "):
            break
    ready = time.time()
    cpu, resident = measured(process.pid)
    process.terminate()
    if process.wait() != 0:
        raise SystemExit("the server did not stop in order")
    log = data / "logs" / "server.0.log"
    ends = [begun] + [at(log, text) for _, text in PHASES]
    row = {name: ends[i + 1] - ends[i] for i, (name, _) in enumerate(PHASES)}
    row["what then is left of loading and trying Whisper base"] = max(0, ready - ends[-1])
    row["**all**"] = ready - begun
    row["(Whisper base was ready after)"] = at(log, MODEL) - begun
    row["CPU seconds"] = cpu
    row["resident MB"] = resident
    return row


def main():
    args = arguments()
    first, later = [], []
    for number in range(args.starts):
        data = (args.work / f"data-{number}").resolve()
        shutil.rmtree(data, ignore_errors=True)
        first.append(start(args, data))
        later.append(start(args, data))
        shutil.rmtree(data)
    print("| | first start | later starts |\n|---|---|---|")
    for name in first[0]:
        print(f"| {name} | {statistics.median(r[name] for r in first):.1f} | {statistics.median(r[name] for r in later):.1f} |")


if __name__ == "__main__":
    main()
