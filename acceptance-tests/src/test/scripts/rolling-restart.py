#!/usr/bin/env python3
"""Restarts every process of the suite, one at a time, while readers read, a writer writes and an alert is being sent.

rolling-restart.py [MAILS]   MAILS: subscribers of the alert, 5000 unless given

It starts the suite with suite-apart.sh, two instances of each service, in DIRECTORY, with a mail server of its own that takes
every mail after DELAY seconds (0.06). Prints a table, and exits with 1 if a read failed, or a mail was lost or came twice.
Settings: DIRECTORY, OFFSET, DELAY, those of suite-apart.sh, and ONLY, names of the processes to restart, separated by commas.
"""
import asyncio
import http.client
import json
import os
import subprocess
import sys
import threading
import time
from collections import Counter

HERE = os.path.dirname(os.path.abspath(__file__))
DIRECTORY = os.path.abspath(os.environ.get("DIRECTORY", "vedette-apart"))
OFFSET = int(os.environ.get("OFFSET", "0"))
DELAY = float(os.environ.get("DELAY", "0.06"))
MAILS = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
GATEWAY = 8080 + OFFSET
SINK = 1225 + OFFSET
READERS = 4
NAMES = ["notification-service-1", "notification-service-2", "feed-service-1", "feed-service-2",
         "post-service-1", "post-service-2", "gateway-1", "gateway-2"]

taken = Counter()
identities = {}


async def smtp(reader, writer):
    """Takes a mail as the standards say, and answers its end after a while."""
    async def answer(line):
        writer.write(line + b"\r\n")
        await writer.drain()

    recipient = b""
    try:
        await answer(b"220 sink.example")
        while line := await reader.readline():
            verb = line[:4].upper()
            if verb == b"EHLO":
                await answer(b"250-sink.example\r\n250 8BITMIME")
            elif verb == b"RCPT":
                recipient = line.split(b"<")[1].split(b">")[0]
                await answer(b"250 ok")
            elif verb == b"DATA":
                await answer(b"354 go on")
                identity = b""
                while (text := await reader.readline()) != b".\r\n":
                    if not text:
                        return
                    if text.lower().startswith(b"message-id:"):
                        identity = text.split(b":", 1)[1].strip()
                await asyncio.sleep(DELAY)
                taken[recipient] += 1
                identities.setdefault(recipient, set()).add(identity)
                await answer(b"250 taken")
            elif verb == b"QUIT":
                await answer(b"221 bye")
                return
            else:
                await answer(b"250 ok")
    except (OSError, asyncio.IncompleteReadError):
        pass
    finally:
        writer.close()


def serve_mail():
    async def main():
        await asyncio.start_server(smtp, "127.0.0.1", SINK)
        await asyncio.Event().wait()

    asyncio.run(main())


class Client:
    """A persistent connection, which is given up when the server says so, as browsers and proxies do."""

    def __init__(self):
        self.connection = None
        with open(os.path.join(DIRECTORY, "data", "editor-token"), encoding="ascii") as file:
            self.token = file.read().strip()

    def send(self, method, path, body=None, content_type="application/json", editor=False):
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", GATEWAY, timeout=30)
        headers = {"Content-Type": content_type} if body is not None else {}
        if editor:
            headers["Authorization"] = "Bearer " + self.token
        try:
            self.connection.request(method, path, body, headers)
            response = self.connection.getresponse()
            content = response.read()
        except (OSError, http.client.HTTPException):
            self.close()
            raise
        if response.will_close:
            self.close()
        return response.status, content

    def close(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None


class Load:
    """Readers and one writer; what fails is noted with the process that was being restarted."""

    def __init__(self):
        self.running = True
        self.during = "before"
        self.done = {"reads": Counter(), "writes": Counter()}
        self.failed = {"reads": Counter(), "writes": Counter()}
        self.slowest = Counter()
        self.reasons = []

    def call(self, kind, action):
        during, start = self.during, time.monotonic()
        try:
            status, _ = action()
            reason = None if status < 400 else f"status {status}"
        except (OSError, http.client.HTTPException) as failure:
            reason = repr(failure)
        self.done[kind][during] += 1
        self.slowest[during] = max(self.slowest[during], time.monotonic() - start)
        if reason:
            self.failed[kind][during] += 1
            self.reasons.append(f"{during}: {kind}: {reason}")

    def read(self, paths):
        client = Client()
        while self.running:
            for path in paths:
                self.call("reads", lambda: client.send("GET", path))
                time.sleep(0.02)

    def write(self):
        client, number = Client(), 0
        while self.running:
            number += 1
            draft = json.dumps(post(f"A draft in between, number {number}"))
            self.call("writes", lambda: client.send("POST", "/api/posts", draft, editor=True))
            time.sleep(0.25)


def post(title):
    return {"title": title, "standfirst": "In one sentence.", "body": "It waits until **02:00**.",
            "bylines": [{"name": "Ada Example", "affiliation": "Example Labs"}]}


def suite(*arguments):
    environment = dict(os.environ, DIRECTORY=DIRECTORY, OFFSET=str(OFFSET), VEDETTE_SMTP_PORT=str(SINK),
                       VEDETTE_GATEWAY_LIMITS_ENABLED="false", VEDETTE_DRAIN=os.environ.get("VEDETTE_DRAIN", "3s"),
                       VEDETTE_SMTP_STARTTLS="false")
    subprocess.run([os.path.join(HERE, "suite-apart.sh"), *arguments], env=environment, check=True)


def publish(client, title):
    status, content = client.send("POST", "/api/posts", json.dumps(post(title)), editor=True)
    assert status == 201, content
    identity = json.loads(content)["id"]
    status, content = client.send("POST", f"/api/posts/{identity}/publication", "{}", editor=True)
    assert status < 300, content
    return identity, json.loads(content)["slug"]


def alert(identity):
    """On a connection of its own: one that has been idle for minutes was closed meanwhile."""
    try:
        status, content = Client().send("GET", "/api/alerts/" + identity, editor=True)
        return json.loads(content) if status == 200 else {}
    except (OSError, http.client.HTTPException):
        return {}


def main():
    threading.Thread(target=serve_mail, daemon=True).start()
    suite("start", "2")
    client = Client()
    rows = "".join(f"reader{number}@example.org,active\n" for number in range(MAILS))
    status, content = client.send("POST", "/api/subscribers/import?dryRun=false", "address,state\n" + rows, "text/csv", True)
    assert status == 200, content
    _, slug = publish(client, "A post to read")
    time.sleep(3)
    taken.clear()
    load = Load()
    paths = ["/", "/posts/" + slug, "/feeds/atom.xml", "/search?q=loader", "/api/feed/posts", "/subscribe"]
    workers = [threading.Thread(target=load.read, args=(paths[number:] + paths[:number],)) for number in range(READERS)]
    workers.append(threading.Thread(target=load.write))
    identity, _ = publish(client, "A post to mail")
    for worker in workers:
        worker.start()
    while sum(taken.values()) < MAILS // 20:
        time.sleep(0.2)
    mails = {"before": sum(taken.values())}
    for name in os.environ.get("ONLY", ",".join(NAMES)).split(","):
        load.during = name
        suite("restart", name)
        mails[name] = sum(taken.values())
    load.during = "after"
    deadline = time.monotonic() + 600
    while time.monotonic() < deadline and alert(identity).get("status") != "done":
        time.sleep(1)
    load.running = False
    for worker in workers:
        worker.join()
    mails["after"] = sum(taken.values())
    report(load, mails, alert(identity))


def report(load, mails, counts):
    expected = [f"reader{number}@example.org".encode() for number in range(MAILS)]
    lost = sum(1 for address in expected if taken[address] == 0)
    doubled = sum(1 for address in expected if taken[address] > 1)
    print(f"\n{'restarted':<24} {'reads':>7} {'failed':>7} {'writes':>7} {'failed':>7} {'slowest s':>10} {'mails so far':>13}")
    for name in mails:
        print(f"{name:<24} {load.done['reads'][name]:>7} {load.failed['reads'][name]:>7} {load.done['writes'][name]:>7} "
              f"{load.failed['writes'][name]:>7} {load.slowest[name]:>10.2f} {mails[name]:>13}")
    print(f"mails: {MAILS} expected, {lost} lost, {doubled} doubled; the ledger says {json.dumps(counts)}")
    for reason, times in Counter(load.reasons).most_common(20):
        print(f"{times} x {reason}")
    sys.exit(1 if lost or doubled or sum(load.failed["reads"].values()) else 0)


if __name__ == "__main__":
    try:
        main()
    finally:
        suite("stop")
