#!/usr/bin/env python3
"""Starts each service without Kafka, MongoDB or the mail server, in every way in which they can be absent, and counts what it logs.

    absence.py [--seconds 60] [--service NAME]... [--state NAME]... [--keep DIRECTORY]

Prints a table: lines a second, what /actuator/health and its readiness say at the end, the line that says what the service waits
for, and whether it is healthy again after the server is back (the states that end in "later", and "refused").
Fails when a service exits, logs more than a line a second, does not say what it waits for, or does not go on by itself.

Build first (in the directory ROOT, by default this checkout): mvn -q -B package -Dmaven.test.skip -pl post-service,feed-service,notification-service,gateway,standalone -am
"""
import argparse
import glob
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from absent_servers import Fake, free_port, refusing_kafka, refusing_smtp

ROOT = os.environ.get("ROOT") or os.path.abspath(os.path.join(os.path.dirname(__file__), "../../../.."))
JAVA = os.environ.get("JAVA", "java")
JVM = ["-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
SERVICES = ["post-service", "feed-service", "notification-service", "gateway"]
USES = {"kafka": SERVICES[:3], "mongodb": SERVICES, "smtp": ["notification-service"]}
# What the line has to name, besides that it is a warning.
NAMES = {"kafka": "Kafka", "mongodb": "MongoDB", "smtp": "mail server|[Mm]ails? "}


class Servers:
    """The embedded broker, store and mail catcher in a process of their own."""

    def __init__(self, directory):
        self.kafka, self.mongodb, self.smtp = free_port(), free_port(), free_port()
        self.directory = directory
        self.process = None

    def start(self):
        os.makedirs(self.directory, exist_ok=True)
        environment = dict(clean(), VEDETTE_DATA=self.directory, VEDETTE_KAFKA_PORT=str(self.kafka),
                           VEDETTE_MONGODB_PORT=str(self.mongodb), VEDETTE_CATCHER_PORT=str(self.smtp),
                           VEDETTE_MAIL_PORT="0")
        out = os.path.join(self.directory, "out")
        jar = os.path.join(ROOT, "standalone/target/vedette/vedette.jar")
        self.process = subprocess.Popen([JAVA, *JVM, "-jar", jar, "servers"], env=environment,
                                        stdout=open(out, "w"), stderr=subprocess.STDOUT)
        deadline = time.time() + 90
        while "are running" not in open(out).read():
            if time.time() > deadline or self.process.poll() is not None:
                sys.exit("the servers did not start: " + open(out).read())
            time.sleep(0.2)
        return self

    def stop(self):
        if self.process:
            self.process.send_signal(signal.SIGCONT)
            self.process.kill()
            self.process.wait()


def clean():
    return {name: value for name, value in os.environ.items() if not name.startswith(("VEDETTE_", "SPRING_"))}


class Service:
    def __init__(self, name, environment, directory):
        self.name, self.log = name, os.path.join(directory, name + ".log")
        self.port, self.management = free_port(), free_port()
        jar = glob.glob(os.path.join(ROOT, name, "target", name + "-*-exec.jar"))[0]
        scratch = tempfile.mkdtemp(dir=directory)
        self.process = subprocess.Popen(
            [JAVA, *JVM, "-Djava.io.tmpdir=" + scratch, "-jar", jar],
            env=dict(clean(), SERVER_PORT=str(self.port), MANAGEMENT_SERVER_PORT=str(self.management),
                     VEDETTE_LINK_KEY="absence-absence-absence-absence-absence", SPRING_MAIN_BANNER_MODE="off",
                     **environment),
            stdout=open(self.log, "w"), stderr=subprocess.STDOUT)

    def lines(self):
        return open(self.log, errors="replace").read().splitlines()

    def health(self, path=""):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.management}/actuator/health{path}", timeout=12) as answer:
                return json.load(answer).get("status", "?")
        except urllib.error.HTTPError as error:
            try:
                return json.load(error).get("status", "?")
            except ValueError:
                return str(error.code)
        except OSError as error:
            return "no answer"

    def await_health(self, accepted, seconds, path=""):
        deadline = time.time() + seconds
        status = self.health(path)
        while status not in accepted and time.time() < deadline and self.process.poll() is None:
            time.sleep(0.5)
            status = self.health(path)
        return status

    def await_start(self):
        """Until it answers at all: how long a JVM takes to start says nothing here."""
        deadline = time.time() + 120
        while self.health() == "no answer" and time.time() < deadline and self.process.poll() is None:
            time.sleep(0.5)

    def stop(self):
        self.process.kill()
        self.process.wait()


def environment_of(kafka, mongodb, smtp, more):
    return dict({"VEDETTE_KAFKA": kafka, "VEDETTE_MONGODB": mongodb, "VEDETTE_SMTP_HOST": smtp[0],
                 "VEDETTE_SMTP_PORT": str(smtp[1])}, **more)


SASL = {"SPRING_KAFKA_PROPERTIES_SECURITY_PROTOCOL": "SASL_PLAINTEXT", "SPRING_KAFKA_PROPERTIES_SASL_MECHANISM": "PLAIN",
        "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG":
            'org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b";'}


def run(state, services, seconds, directory):
    """state: SERVER-HOW, where HOW is refused, unresolvable, silent, credentials, stopped-later or silent-later."""
    server, how = state.split("-", 1)
    present = Servers(os.path.join(directory, "present")).start()
    victim = present if server == "smtp" else Servers(os.path.join(directory, "victim"))
    fakes, more = [], {}
    kafka, mongodb = f"127.0.0.1:{present.kafka}", f"mongodb://127.0.0.1:{present.mongodb}"
    smtp = ("127.0.0.1", present.smtp)
    if how.endswith("later"):
        victim.start()
    fake = None
    if how == "silent":
        fake = Fake()
    elif how == "credentials" and server != "mongodb":
        fake = Fake(refusing_kafka if server == "kafka" else refusing_smtp)
    if fake:
        fake.start()
        fakes.append(fake)
    host = "absent.invalid" if how == "unresolvable" else "127.0.0.1"
    if server == "kafka":
        kafka = f"{host}:{fake.port if fake else victim.kafka}"
        more = SASL if how == "credentials" else {}
    elif server == "mongodb":
        user = "somebody:wrong@" if how == "credentials" else ""
        port = fake.port if fake else present.mongodb if how == "credentials" else victim.mongodb
        mongodb = f"mongodb://{user}{host}:{port}"
    else:
        smtp = (host, fake.port if fake else free_port())
        more = {"VEDETTE_SMTP_USERNAME": "a", "VEDETTE_SMTP_PASSWORD": "b"} if how == "credentials" else {}
    running = [Service(name, environment_of(kafka, mongodb, smtp, more), directory) for name in services]
    try:
        return measure(state, server, how, running, victim, seconds, (kafka, mongodb, smtp))
    finally:
        for each in running:
            each.stop()
        for each in fakes:
            each.close()
        present.stop()
        victim.stop()


def measure(state, server, how, running, victim, seconds, addresses):
    before = {}
    begun = time.time()
    for each in running:
        each.await_start()
    if how.endswith("later"):
        for each in running:
            each.await_health(["UP", "DEGRADED"], 60, "/readiness")
        before = {each: len(each.lines()) for each in running}
        begun = time.time()
        if how == "stopped-later":
            victim.stop()
        else:
            victim.process.send_signal(signal.SIGSTOP)
    time.sleep(seconds)
    results = []
    for each in running:
        lines = each.lines()[before.get(each, 0):]
        waits = next((line for line in lines if re.search(r" (WARN|ERROR) .*(" + NAMES[server] + ")", line)), "")
        results.append({"state": state, "service": each.name, "rate": len(lines) / (time.time() - begun),
                        "exit": each.process.poll(), "health": each.health(), "readiness": each.health("/readiness"),
                        "waits": waits, "back": ""})
    if how in ("refused", "stopped-later", "silent-later") and server != "smtp":
        if how == "silent-later":
            victim.process.send_signal(signal.SIGCONT)
        else:
            victim.start()
        for each, result in zip(running, results):
            result["back"] = each.await_health(["UP"], 60)
    return results


def message(line):
    return re.sub(r"^.*? : ", "", line)[:110]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--service", action="append")
    parser.add_argument("--state", action="append")
    parser.add_argument("--keep")
    options = parser.parse_args()
    states = [f"{server}-{how}" for server in USES
              for how in ("refused", "unresolvable", "silent", "credentials", "stopped-later", "silent-later")
              if server != "smtp" or not how.endswith("later")]
    failures, rows = [], []
    print("| state | service | lines/s | health | readiness | back | says |\n|---|---|---|---|---|---|---|", flush=True)
    for state in options.state or states:
        directory = os.path.join(options.keep, state) if options.keep else tempfile.mkdtemp(prefix="absence-")
        os.makedirs(directory, exist_ok=True)
        users = [name for name in USES[state.split("-")[0]] if not options.service or name in options.service]
        for result in run(state, users, options.seconds, directory):
            print("| {state} | {service} | {rate:.2f} | {health} | {readiness} | {back} | {says} |".format(
                says=message(result["waits"]), **result), flush=True)
            name = result["state"] + " " + result["service"]
            if result["exit"] is not None:
                failures.append(f"{name}: exited with {result['exit']}")
            if result["rate"] > 1:
                failures.append(f"{name}: {result['rate']:.1f} lines a second")
            # Without mails to send, nobody notices that the mail server is absent.
            if not result["waits"] and not state.startswith("smtp"):
                failures.append(f"{name}: does not say what it waits for")
            if result["back"] not in ("", "UP"):
                failures.append(f"{name}: {result['back']} after the server was back")
        if not options.keep:
            shutil.rmtree(directory, ignore_errors=True)
    print("\n".join(failures), file=sys.stderr)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
