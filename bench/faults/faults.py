"""Kills the real server at each stage of a transcription, over a run of real requests, and looks at what is left."""

import argparse
import binascii
import hashlib
import secrets
import shutil
import sys
import threading
import time
import uuid
from pathlib import Path

from databases import H2, MariaDb, Tool, free_port
from server import Server, grant, new_key, transcribe

STAGES = ["RESERVE", "DECODE", "INFERENCE", "STORE", "SETTLE", "PREPARE", "COMMIT", "ANSWER"]
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
COLUMNS = ["kills", "lost", "charged twice", "balance wrong", "leaked", "in doubt", "orphaned files", "not served again"]
REACH_SECONDS = 600
SERVE_AGAIN_SECONDS = 600
SETTLE_SECONDS = 120


def api_key():
    """As the server makes them: a mark, 256 random bits, a checksum."""
    body = "stt_" + base62(secrets.randbits(256), 43)
    return body + base62(binascii.crc32(body.encode()), 6)


def base62(number, length):
    digits = ""
    for _ in range(length):
        number, digit = divmod(number, 62)
        digits = DIGITS[digit] + digits
    return digits


class Run:
    def __init__(self, args, database, data, tool):
        self.args, self.data = args, data
        self.database = database(tool, data)
        self.audio = Path(args.audio).read_bytes()
        self.port = free_port()
        self.account, self.key = str(uuid.uuid4()), api_key()
        self.acknowledged, self.requests = [], 0
        self.table = {stage: dict.fromkeys(COLUMNS, 0) for stage in STAGES}

    def start(self):
        return Server(self.args.jar, self.data, self.port, self.database.environment)

    def prepare(self):
        server = self.start()
        admin = server.admin_key
        server.stop()
        now = int(time.time() * 1000)
        self.database.execute(
            "insert into account (id, email, name, role, plan, password_hash, created_at) values"
            f" ('{self.account}', 'paid@example.org', 'Paid', 'USER', 'PAID', 'none', {now})",
            "insert into api_key (id, account_id, name, prefix, secret_hash, created_at) values"
            f" ('{uuid.uuid4()}', '{self.account}', 'test', '{self.key[:10]}',"
            f" '{hashlib.sha256(self.key.encode()).hexdigest()}', {now})")
        server = self.start()
        server.admin_key = admin
        grant(server, self.account, 1000)
        return server

    def kill(self, server, stage):
        row = self.table[stage]
        if not self.serve(server, new_key()):
            row["not served again"] += 1
        server.faults.write_text(stage)
        killed = new_key()
        thread = threading.Thread(target=transcribe, args=(server, self.key, self.audio, killed))
        thread.start()
        self.await_reached(server, stage)
        server.kill()
        thread.join()
        row["kills"] += 1
        server = self.start()
        if not self.serve(server, killed):
            row["not served again"] += 1
        self.look(row)
        return server

    def await_reached(self, server, stage):
        end = time.monotonic() + REACH_SECONDS
        while not server.reached.exists():
            if time.monotonic() > end:
                server.kill()
                raise SystemExit(f"the stage {stage} was not reached")
            time.sleep(0.05)

    def serve(self, server, key):
        """One request until it is answered, with the same key each time."""
        end = time.monotonic() + SERVE_AGAIN_SECONDS
        said = set()
        while time.monotonic() < end:
            status, headers, body = transcribe(server, self.key, self.audio, key)
            if status == 200:
                self.acknowledged.append(headers["X-Transcript-Id"])
                self.requests += 1
                return True
            if (status, body[:60]) not in said:
                said.add((status, body[:60]))
                print(f"    {status} {body.decode(errors='replace')[:150]}", file=sys.stderr)
            time.sleep(1)
        return False

    def look(self, row):
        end = time.monotonic() + SETTLE_SECONDS
        while True:
            found = self.findings()
            if not any(found.values()) or time.monotonic() > end:
                break
            time.sleep(2)
        for name, count in found.items():
            row[name] += count

    def findings(self):
        account = self.account
        numbers = self.database.look(
            f"select id from transcript where account_id = '{account}'",
            f"select reference from credit_entry where account_id = '{account}' and kind = 'CHARGE'",
            f"select cents, held from credit_balance where account_id = '{account}'",
            f"select sum(cents) from credit_entry where account_id = '{account}'",
            "select (select count(*) from reservation) + (select coalesce(sum(taken), 0) from caller_slots)"
            " + (select coalesce(sum(held), 0) from quota_use)"
            " + (select count(*) from idempotent_request where answered = 0)",
            f"select coalesce(sum(requests), 0) from usage_day where account_id = '{account}'",
            self.database.in_doubt)
        transcripts, charges, balance, ledger, leaked, used, in_doubt = numbers
        kept = {row[0] for row in transcripts}
        doubtful = len(in_doubt) if self.database.in_doubt.startswith("xa") else int(in_doubt[0][0])
        extra = max(len(charges), len(kept), int(used[0][0])) - self.requests
        return {
            "lost": sum(1 for each in self.acknowledged if each not in kept),
            "charged twice": max(0, extra),
            "balance wrong": int(balance[0][0] != ledger[0][0]),
            "leaked": int(leaked[0][0]) + int(balance[0][1] != "0"),
            "in doubt": doubtful,
            "orphaned files": sum(1 for each in (self.data / "spool").rglob("*") if each.is_file()),
        }

    def run(self):
        server = self.prepare()
        try:
            for i in range(self.args.count):
                stage = self.args.stage[i % len(self.args.stage)]
                started = time.monotonic()
                server = self.kill(server, stage)
                print(f"{self.database.name} {i + 1}/{self.args.count} {stage} {self.table[stage]}"
                      f" {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
        finally:
            self.print_table()
            server.kill()
            self.database.close()

    def print_table(self):
        print(f"\n{self.database.name}: {self.requests} requests, {len(self.acknowledged)} acknowledged\n")
        print("| stage | " + " | ".join(COLUMNS) + " |")
        print("|---|" + "---:|" * len(COLUMNS))
        for stage, row in self.table.items():
            print(f"| {stage.lower()} | " + " | ".join(str(row[name]) for name in COLUMNS) + " |")
        print(flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="kills on each database; the stages take turns")
    parser.add_argument("--database", choices=["h2", "mariadb"], action="append", help="both by default")
    parser.add_argument("--stage", choices=STAGES, action="append", help="in this order; all by default")
    parser.add_argument("--jar", type=Path, required=True, help="the server")
    parser.add_argument("--audio", required=True, help="what every request sends")
    parser.add_argument("--work", type=Path, required=True, help="folder for data; emptied before")
    args = parser.parse_args()
    args.stage = args.stage or STAGES
    tool = Tool(args.work)
    bad = False
    for name in args.database or ["h2", "mariadb"]:
        folder = args.work / name
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "data").mkdir(parents=True)
        run = Run(args, {"h2": H2, "mariadb": MariaDb}[name], folder / "data", tool)
        run.run()
        bad |= any(row[each] for row in run.table.values() for each in COLUMNS[1:])
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
