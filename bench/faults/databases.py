"""The two databases of the kill test, and how to look into them while the server runs."""

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path


def free_port():
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        return any_port.getsockname()[1]


class Tool:
    """Runs SQL through JDBC, with the drivers that the server has."""

    def __init__(self, work):
        classes = work / "classes"
        classes.mkdir(parents=True, exist_ok=True)
        subprocess.run(["javac", "-d", str(classes), str(Path(__file__).with_name("Database.java"))], check=True)
        drivers = [p for p in Path.home().glob(".m2/repository/**/*.jar")
                   if p.name in ("h2-2.4.240.jar", "mysql-connector-j-9.3.0.jar")]
        self.path = os.pathsep.join(map(str, [classes, *drivers]))

    def run(self, url, user, password, *statements):
        out = subprocess.run(["java", "-cp", self.path, "Database", url, user, password, *statements],
                             check=True, capture_output=True, text=True).stdout
        results, rows = [], []
        for line in out.splitlines():
            if line:
                rows.append(line.split("\t"))
            else:
                results.append(rows)
                rows = []
        return results


class H2:
    """The default: a file in the data folder. It belongs to the server alone: we look into a copy."""

    name = "H2"
    in_doubt = "select count(*) from information_schema.in_doubt"
    environment = {}

    def __init__(self, tool, data):
        self.tool, self.data = tool, data

    def execute(self, *statements):
        """Only while no server runs."""
        return self.tool.run(f"jdbc:h2:file:{self.data}/database/stt", "stt", "", *statements)

    def look(self, *statements):
        copy = self.data.parent / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        shutil.copyfile(self.data / "database" / "stt.mv.db", copy / "stt.mv.db")
        return self.tool.run(f"jdbc:h2:file:{copy}/stt", "stt", "", *statements)

    def close(self):
        pass


class MariaDb:
    """A MariaDB server of our own, with the settings that survive a crash."""

    name = "MariaDB"
    in_doubt = "xa recover"

    def __init__(self, tool, data):
        self.tool, self.folder, self.port = tool, data.parent / "mariadb", free_port()
        user = f"--user={os.environ.get('USER') or 'root'}"
        self.folder.mkdir(parents=True)
        with open(self.folder / "log", "w") as log:
            subprocess.run(["mariadb-install-db", "--no-defaults", user, "--auth-root-authentication-method=normal",
                            f"--datadir={self.folder}/data"], check=True, stdout=log, stderr=log)
            self.process = subprocess.Popen(
                ["mariadbd", "--no-defaults", user, f"--datadir={self.folder}/data", f"--socket={self.folder}/s",
                 "--bind-address=127.0.0.1", f"--port={self.port}"], stdout=log, stderr=log)
        self.url = f"jdbc:mysql://127.0.0.1:{self.port}/stt"
        for _ in range(120):
            try:
                tool.run(f"jdbc:mysql://127.0.0.1:{self.port}/", "root", "", "create database stt")
                break
            except subprocess.CalledProcessError:
                time.sleep(1)
        self.environment = {"STT_DATABASE_CLASS": "com.mysql.cj.jdbc.MysqlXADataSource", "STT_DATABASE_URL": self.url,
                            "STT_DATABASE_USER": "root"}

    def execute(self, *statements):
        return self.tool.run(self.url, "root", "", *statements)

    look = execute

    def close(self):
        self.process.terminate()
        self.process.wait()
