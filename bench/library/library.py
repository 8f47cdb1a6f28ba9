"""Fills a database with transcripts, and measures the library over HTTP. bench/library/run explains the options."""

import argparse
import hashlib
import http.client
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
import uuid
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "faults"))
from databases import H2, MariaDb, Tool, free_port
from faults import api_key
from server import Server

SHARES = [("large", 50), ("middle", 20), ("small", 1), ("rest", 29)]  # per cent of all transcripts
RUNS = 15
COLUMNS = {
    "transcript": "id, account_id, title, status, model, language, duration_ms, created_at, completed_at",
    "segment": "transcript_id, ordinal, start_ms, end_ms, text, confidence, words, speaker",
    "transcript_search": "transcript_id, account_id, terms",
}


def fill(database, folder, accounts):
    now = int(time.time() * 1000)
    statements = []
    for name, (account, key) in accounts.items():
        statements += [
            "insert into account (id, email, name, role, plan, password_hash, created_at) values"
            f" ('{account}', '{name}@example.org', '{name}', 'USER', 'FREE', 'none', {now})",
            "insert into api_key (id, account_id, name, prefix, secret_hash, created_at) values"
            f" ('{uuid.uuid4()}', '{account}', 'bench', '{key[:10]}', '{hashlib.sha256(key.encode()).hexdigest()}', {now})"]
    database.execute(*statements)
    if isinstance(database, MariaDb):  # A full-text index is built faster than it is filled row by row.
        database.execute("alter table transcript_search drop index transcript_search_terms")
    for table, columns in COLUMNS.items():
        started = time.time()
        file = folder / f"{table}.csv"
        if isinstance(database, MariaDb):
            database.execute(
                "set foreign_key_checks = 0", "set unique_checks = 0",
                f"load data infile '{file}' into table {table} character set utf8mb4"
                f" fields terminated by ',' enclosed by '\"' escaped by '' lines terminated by '\\n' ({columns})")
        else:
            database.execute(
                f"insert into {table} ({columns}) select * from csvread('{file}',"
                f" '{columns.replace(' ', '')}', 'charset=UTF-8')")
        print(f"{table}: loaded in {time.time() - started:.0f} s", flush=True)
    if isinstance(database, MariaDb):
        started = time.time()
        database.execute("create fulltext index transcript_search_terms on transcript_search (terms)")
        print(f"full-text index: made in {time.time() - started:.0f} s", flush=True)
        database.execute("analyze table transcript, segment, transcript_search")
    else:
        database.execute("analyze")


def measure(base, key, path):
    """Median and slowest of some requests on one connection, the first one apart; and what the last one answered."""
    host = base.removeprefix("http://")
    times = []
    connection = http.client.HTTPConnection(host, timeout=600)
    for _ in range(RUNS + 1):
        started = time.perf_counter()
        connection.request("GET", path, headers={"Authorization": f"Bearer {key}"})
        answer = connection.getresponse()
        body = answer.read()
        times.append((time.perf_counter() - started) * 1000)
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status} {body[:300]}")
    return times[0], statistics.median(times[1:]), max(times[1:]), body


def first_id(base, key):
    return json.loads(measure(base, key, "/api/v1/transcripts/?page_size=1&status=completed")[3])["results"][0]["id"]


def report(database, base, accounts):
    large, small = accounts["large"], accounts["small"]
    lists = [("all", ""), ("status=completed", "status=completed"), ("status=failed", "status=failed"),
             ("language=de", "language=de"), ("date", "date=2025-06-01"),
             ("date_from, date_to", "date_from=2025-01-01&date_to=2025-03-31"),
             ("all together", "status=completed&language=fr&date_from=2025-01-01"),
             ("page 1000", "page=1000"), ("100 a page", "page_size=100")]
    frequent, middle, rare = "labe", "tadi", "fabibe"  # the 51st, 501st and 5001st word
    searches = [(f"q: {name}", f"q={words}") for name, words in (
        ("a frequent word", frequent), ("a rarer word", middle), ("a rare word", rare),
        ("two words", f"{frequent}+{middle}"), ("a beginning", "fabi*"), ("nothing", "zzzzzz"))]
    searches.append(("q and status, language", f"q={frequent}&status=completed&language=de"))
    print(f"\n| {database.name} | account | found | first ms | median ms | slowest ms |\n|---|---|---|---|---|---|")
    for who, (_, key) in (("large", large), ("small", small)):
        for name, query in lists + searches:
            first, median, slowest, body = measure(base, key, f"/api/v1/transcripts/?{query}")
            print(f"| {name} | {who} | {json.loads(body)['count']} | {first:.0f} | {median:.1f} | {slowest:.0f} |", flush=True)
        path = f"/api/v1/transcripts/{first_id(base, key)}/"
        for name, of in (("one transcript", path), ("as srt", path + "export/srt/"), ("as docx", path + "export/docx/"),
                         ("as pdf", path + "export/pdf/")):
            first, median, slowest, body = measure(base, key, of)
            print(f"| {name} | {who} | {len(body)} bytes | {first:.0f} | {median:.1f} | {slowest:.0f} |", flush=True)


def plans(database, account):
    """Of the statements that a list runs."""
    own = f"t.account_id = '{account}'"
    newest = "order by t.created_at desc, t.id desc limit 20"
    term = "+a_" + account.replace("-", "") + " +w_labe"
    match = f"match(s.terms) against ('{term}' in boolean mode)"
    if not isinstance(database, MariaDb):
        match = f"s.account_id = '{account}' and s.terms like '% w!_labe %' escape '!'"
    search = "from transcript t join transcript_search s on s.transcript_id = t.id"
    for name, sql in (
            ("count", f"select count(*) from transcript t where {own} and t.status = 'COMPLETED'"),
            ("page", f"select t.id from transcript t where {own} and t.language = 'de' {newest}"),
            ("q", f"select t.id {search} where {own} and {match} {newest}"),
            ("segments", "select ordinal, text from segment where transcript_id = '0' and ordinal >= 200 order by ordinal limit 200")):
        print(f"\n{name}: {sql.replace(account, 'ACCOUNT').replace(account.replace('-', ''), 'ACCOUNT')}")
        for row in database.look("explain " + sql)[0]:
            print("    " + " | ".join(row).replace(account, "ACCOUNT"))


def run(kind, args, tool):
    data = args.work / kind.name / "data"
    shutil.rmtree(data.parent, ignore_errors=True)
    data.mkdir(parents=True)
    database = kind(tool, data)
    port = free_port()
    if kind is MariaDb:
        os.environ.pop("STT_DATABASE_URL", None)
        database.execute("set global innodb_buffer_pool_size = 1073741824", "set global local_infile = 1")
    try:
        server = Server(args.jar, data, port, database.environment)  # makes the schema
        server.stop()
        accounts = {name: (str(uuid.uuid4()), api_key()) for name, _ in SHARES}
        folder = args.work / "csv"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "Fill.class").unlink(missing_ok=True)
        subprocess.run(["javac", "-d", folder, Path(__file__).with_name("Fill.java")], check=True)
        words = [str(args.transcripts), str(args.segments)]
        for name, share in SHARES:
            words += [accounts[name][0], str(share)]
        subprocess.run(["java", "-cp", folder, "Fill", folder.resolve(), *words], check=True)
        fill(database, folder.resolve(), accounts)
        server = Server(args.jar, data, port, database.environment)
        try:
            report(database, server.base, accounts)
        finally:
            server.stop()
        plans(database, accounts["large"][0])
    finally:
        database.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jar", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--transcripts", type=int, default=100_000)
    parser.add_argument("--segments", type=int, default=100)
    parser.add_argument("--database", choices=["mariadb", "h2"])
    args = parser.parse_args()
    args.work = args.work.resolve()
    args.work.mkdir(parents=True, exist_ok=True)
    tool = Tool(args.work)
    kinds = {"mariadb": MariaDb, "h2": H2}
    for name in [args.database] if args.database else kinds:
        run(kinds[name], args, tool)


if __name__ == "__main__":
    main()
