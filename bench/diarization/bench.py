"""Diarizes recordings with our engine and with a plain pipeline on the same models, and prints how they compare."""

import argparse
import subprocess
import sys
from pathlib import Path

import soundfile

import rttm
import score

SPEECH = Path(__file__).resolve().parent.parent / "speech"
TUNED_ON = {"trn01", "trn02", "trn03", "trn05", "trn08", "trn09"}  # what thresholds were chosen by; the rest was held out


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="folder for what is made")
    parser.add_argument("--ours", required=True, help="command line of our worker")
    parser.add_argument("--models", type=Path, required=True, help="folder of the two models")
    parser.add_argument("--distance", type=float, default=0.4, help="where the plain pipeline's linkage ends")
    parser.add_argument("--meetings", type=Path, help="folder of further recordings, each with its RTTM file")
    parser.add_argument("files", nargs="*", type=Path, help="recordings of 16 kHz with an RTTM file beside; all of bench/speech")
    return parser.parse_args()


def recordings(files, meetings):
    """Recordings with their turns: those named, or all there are."""
    known = rttm.read(SPEECH / "conversation.rttm", SPEECH / "ami" / "ami.rttm")
    if not files:
        files = [SPEECH / "conversation.wav", *sorted(SPEECH.glob("ami/*.flac"))]
        files += sorted(meetings.glob("*.wav")) if meetings else []
    for file in files:
        beside = file.with_suffix(".rttm")
        yield file, known[file.stem] if file.stem in known else rttm.read(beside)[file.stem]


def one_core(command):
    return ["taskset", "-c", "0", *command]


def ours(args, folder, files):
    """Diarizes with our engine; lines of name, seconds, CPU seconds, speakers, peak MB."""
    pairs = []
    for file in files:
        samples, rate = soundfile.read(file, dtype="float32")
        if rate != 16_000:
            raise SystemExit(f"{file} is not of 16 kHz")
        raw = folder / f"{file.stem}.f32"
        (samples if samples.ndim == 1 else samples.mean(1)).astype("<f4").tofile(raw)
        pairs += [str(raw), str(folder / f"{file.stem}.rttm")]
    return subprocess.run(one_core([*args.ours.split(), *pairs]), check=True, capture_output=True, text=True).stdout


def reference(args, folder, files):
    command = [sys.executable, str(Path(__file__).with_name("reference.py")), str(args.models), str(folder), str(args.distance)]
    return subprocess.run(one_core([*command, *map(str, files)]), check=True, capture_output=True, text=True).stdout


def cost(lines, which):
    rows = [line.split() for line in lines.splitlines()]
    seconds, cpu = (sum(float(row[i]) for row in rows) for i in (1, 2))
    print(f"| {which} | {cpu / seconds:.3f} | {rows[-1][4]} |")


def table(references, seconds, folders):
    """A row for each recording and each total, a group of columns for each of `folders` of RTTM files."""
    names = list(references)
    found = {title: {n: rttm.read(folder / f"{n}{end}.rttm").get(n, []) for n in names} for title, (folder, end) in folders.items()}
    for collar in score.COLLARS:
        print(f"\nCollar {collar:g} s\n")
        print("| file | speakers |" + "".join(f" {title} | missed | false alarm | confusion | found |" for title in folders))
        print("|---|---:|" + "---:|---:|---:|---:|---:|" * len(folders))
        rates = {title: {n: score.errors(references[n], found[title][n], seconds[n], collar) for n in names} for title in folders}
        for name in names:
            mark = "" if name in TUNED_ON else " (held out)"
            print(f"| {name}{mark} | {score.speakers(references[name])} |"
                  + "".join(cells(rates[t][name], score.speakers(found[t][name])) for t in folders))
        for title, chosen in (("tuned on", TUNED_ON.__contains__), ("held out", lambda n: n not in TUNED_ON),
                              ("of bench/speech", (lambda n: n in BENCH)), ("all", lambda n: True)):
            part = [n for n in names if chosen(n)]
            if part:
                print(f"| **{title}** | |" + "".join(cells(sum((rates[t][n] for n in part), score.Errors()), "") for t in folders))


BENCH = {"conversation", *(file.stem for file in SPEECH.glob("ami/*.flac"))}


def cells(errors, found):
    parts = (errors.missed, errors.alarm, errors.confusion)
    return f" {errors.rate():.1f} |" + "".join(f" {errors.percent(part):.1f} |" for part in parts) + f" {found} |"


def words(folder, references):
    print("\n| file | words with the wrong speaker | of | per cent |\n|---|---:|---:|---:|")
    for name, turns in references.items():
        lines = [line.split(" ", 3) for line in (folder / f"{name}.words").read_text("utf-8").splitlines()]
        spoken = [(int(start) / 1000, int(end) / 1000, speaker) for start, end, speaker, _ in lines]
        if spoken:
            wrong, count = score.word_errors(turns, spoken)
            print(f"| {name} | {wrong} | {count} | {100 * wrong / count:.1f} |")


def main():
    args = arguments()
    given = dict(recordings(args.files, args.meetings))
    files = list(given)
    references = {file.stem: turns for file, turns in given.items()}
    seconds = {file.stem: soundfile.info(file).duration for file in files}
    folders = {}
    lines = {}
    for title, run in (("ours", ours), ("reference", reference)):
        folders[title] = args.work / title
        folders[title].mkdir(parents=True, exist_ok=True)
        lines[title] = run(args, folders[title], files)
    table(references, seconds, {"ours": (folders["ours"], "-joined"), "without words": (folders["ours"], ""),
                                "reference": (folders["reference"], "")})
    words(folders["ours"], references)
    print("\n| | CPU seconds a second of audio | peak memory MB |\n|---|---:|---:|")
    for title, printed in lines.items():
        cost(printed, title)


if __name__ == "__main__":
    main()
