"""How long a run goes on after its client is gone or its deadline has passed: from the server's own log lines."""

import argparse
import datetime
import json
import os
import random
import shutil
import socket
import statistics
import struct
import subprocess
import time
import wave
from pathlib import Path

SPEECH = Path(__file__).resolve().parent.parent / "speech" / "jfk.wav"
DEADLINE = 2  # seconds


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jar", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--runs", type=int, default=20)
    return parser.parse_args()


class Server:
    def __init__(self, args, **settings):
        self.data = (args.work / "data").resolve()
        shutil.rmtree(self.data / "logs", ignore_errors=True)
        self.data.mkdir(parents=True, exist_ok=True)
        self.port = int(os.environ["STT_PORT"])
        environment = dict(os.environ, STT_DATA_DIR=str(self.data), STT_LOG_FORMAT="json", **settings)
        self.process = subprocess.Popen(["java", "-jar", args.jar], env=environment, stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if line.startswith("Stop with"):
                return
        raise SystemExit("the server did not start")

    def close(self):
        self.process.terminate()
        if self.process.wait() != 0:
            raise SystemExit("the server did not stop in order")

    def ended(self, request):
        """When the server wrote that it was done with a request, seconds since 1970, and the milliseconds it took."""
        while True:
            for line in (self.data / "logs" / "server.0.log").read_text().splitlines():
                entry = json.loads(line)
                if entry["logger"] == "stt.web.requests" and entry["message"].startswith(request + " "):
                    at = datetime.datetime.fromisoformat(entry["time"].replace("Z", "+00:00"))
                    return at.timestamp(), int(entry["message"].split()[-2])
            time.sleep(0.1)

    def post(self, audio, request):
        """A connection on which the whole request was sent."""
        form = (b'--x\r\nContent-Disposition: form-data; name="model"\r\n\r\nbase\r\n--x\r\nContent-Disposition: form-data; '
                b'name="file"; filename="a.wav"\r\n\r\n' + audio + b"\r\n--x--\r\n")
        connection = socket.create_connection(("localhost", self.port))
        connection.sendall(f"POST /v1/transcribe HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: {request}\r\n"
                           f"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {len(form)}\r\n\r\n".encode())
        connection.sendall(form)
        return connection


def recording(times):
    """The 11 seconds of speech said so many times over, as a WAV file."""
    with wave.open(str(SPEECH)) as speech:
        samples = speech.readframes(speech.getnframes()) * times
    return (b"RIFF" + struct.pack("<I", 36 + len(samples)) + b"WAVEfmt "
            + struct.pack("<IHHIIHH", 16, 1, 1, 16000, 32000, 2, 16) + b"data" + struct.pack("<I", len(samples)) + samples)


def disconnected(server, audio, runs, reset):
    delays = []
    for number in range(runs):
        request = f"gone-{reset}-{number}"
        connection = server.post(audio, request)
        time.sleep(random.uniform(1, 6))  # anywhere in a run: in the encoder, in the decoder, between pieces
        if reset:  # as when a client's process dies
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        gone = time.time()
        connection.close()
        delays.append(server.ended(request)[0] - gone)
    return delays


def timed_out(server, audio, runs):
    delays = []
    for number in range(runs):
        request = f"late-{number}"
        with server.post(audio, request) as connection:
            answer = connection.recv(4096)
            if b" 503 " not in answer.split(b"\r\n")[0]:
                raise SystemExit(f"not ended by its deadline: {answer}")
        delays.append(server.ended(request)[1] / 1000 - DEADLINE)
    return delays


def row(name, delays):
    ordered = sorted(delays)
    print(f"| {name} | {len(ordered)} | {statistics.median(ordered):.2f} | {ordered[int(len(ordered) * 0.9)]:.2f} | "
          f"{ordered[-1]:.2f} |", flush=True)


def main():
    args = arguments()
    audio = recording(110)  # 20 minutes
    print("| what ends the run | runs | median s | 90 % s | slowest s |\n|---|---|---|---|---|", flush=True)
    server = Server(args)
    row("the client closes its connection", disconnected(server, audio, args.runs, False))
    row("the client's connection is reset", disconnected(server, audio, args.runs, True))
    server.close()
    server = Server(args, STT_TRANSCRIPTION_DEADLINE_FACTOR="0", STT_TRANSCRIPTION_DEADLINE_MINIMUM=f"PT{DEADLINE}S")
    row("the transaction's deadline passes (with upload and probing)", timed_out(server, recording(30), args.runs))
    server.close()


if __name__ == "__main__":
    main()
