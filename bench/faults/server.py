"""A server process, and its clients."""

import json
import os
import signal
import subprocess
import urllib.error
import urllib.request
import uuid

BOUNDARY = "stt-kill-test"


class Server:
    """The real server in a process group of its own, so that all of it can be killed at once."""

    def __init__(self, jar, data, port, environment):
        self.base = f"http://localhost:{port}"
        self.faults = data.parent / "fault"
        self.reached = data.parent / "fault.reached"
        self.faults.unlink(missing_ok=True)
        self.reached.unlink(missing_ok=True)
        self.admin_key = None
        env = {**os.environ, **environment, "STT_DATA_DIR": str(data), "STT_PORT": str(port),
               "STT_INFERENCE_PRELOAD": "tiny.en", "STT_CREDITS_LEASE": "PT6S",
               # Most of the time goes into starts: the first compiler alone makes them shorter.
               "STT_JAVA_OPTIONS": f"-XX:TieredStopAtLevel=1 -Dstt.fault.file={self.faults}"}
        self.process = subprocess.Popen(["java", "-jar", str(jar), "serve"], stdout=subprocess.PIPE, text=True, env=env,
                                        start_new_session=True)
        printed = []
        for line in self.process.stdout:
            printed.append(line)
            if line.startswith("  API key"):
                self.admin_key = line.split()[-1]
            if line.startswith("Stop with"):
                return
        raise SystemExit("the server did not start:\n" + "".join(printed))

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        self.process.wait()


def post(url, key, body, content_type, headers=None, timeout=600):
    """Status, headers and body of the answer; status 0 when the connection broke."""
    request = urllib.request.Request(url, data=body, method="POST", headers={
        "Authorization": f"Bearer {key}", "Content-Type": content_type, **(headers or {})})
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, dict(refused.headers), refused.read()
    except OSError as broken:
        return 0, {}, str(broken).encode()


def transcribe(server, key, audio, idempotency_key):
    body = b"".join(
        [f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
         for name, value in (("model", "tiny.en"), ("language", "en"), ("diarize", "false"))]
        + [f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.wav"\r\n\r\n'.encode(), audio,
           f"\r\n--{BOUNDARY}--\r\n".encode()])
    return post(f"{server.base}/v1/transcribe", key, body, f"multipart/form-data; boundary={BOUNDARY}",
                {"Idempotency-Key": idempotency_key})


def grant(server, account, credits):
    status, _, body = post(f"{server.base}/api/v1/admin/accounts/{account}/credits/", server.admin_key,
                           json.dumps({"credits": credits}).encode(), "application/json")
    if status != 201:
        raise SystemExit(f"credits were not granted: {status} {body.decode()}")


def new_key():
    return str(uuid.uuid4())
