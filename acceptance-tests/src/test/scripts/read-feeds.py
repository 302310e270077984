#!/usr/bin/env python3
"""Reads the three formats of feeds as strangers do, and says where they differ.

    read-feeds.py https://blog.example.org /feeds /series/weekly-phishing-report /tags/phishing

Needs python3-feedparser and libxml2-utils (xmllint). RSS and Atom are checked against the schemas that the tests of the
feed service use, are read by feedparser, and are compared with JSON Feed, entry by entry, on all their pages. Every page
is asked for twice, the second time with its entity tag. The exit code is 1 when anything is wrong.
"""

import calendar
import datetime
import html
import html.parser
import json
import pathlib
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

import feedparser

ROOT = pathlib.Path(__file__).resolve().parents[4]
SCHEMAS = ROOT / "feed-service/src/test/resources/org/vedette/feed/syndication/schema"
TYPES = {
    "rss.xml": "application/rss+xml;charset=utf-8",
    "atom.xml": "application/atom+xml;charset=utf-8",
    "feed.json": "application/feed+json;charset=utf-8",
}


def fetch(url, tag=None):
    request = urllib.request.Request(url, headers={"If-None-Match": tag} if tag else {})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.headers, refusal.read()


def seconds(date):
    return int(datetime.datetime.fromisoformat(date.replace("Z", "+00:00")).timestamp())


def parsed(body):
    """What was sent is compared, not what feedparser would make of it for a browser."""
    return feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False)


def shown(text):
    """feedparser decodes some character references once more than others; what a browser shows is the same."""
    return html.unescape(text)


class Markup(html.parser.HTMLParser):
    """Gathers tags, their attributes by name, and text: feedparser writes attributes in an order of its own."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts = []

    def handle_starttag(self, tag, attrs):
        self.parts.append((tag, sorted(attrs)))

    def handle_endtag(self, tag):
        self.parts.append("/" + tag)

    def handle_data(self, data):
        self.parts.append(data)


def markup(text):
    """A body, whatever order its attributes are in."""
    reader = Markup()
    reader.feed(text)
    reader.close()
    return reader.parts


def of_xml(body):
    feed = parsed(body)
    if feed.bozo:
        raise ValueError(f"feedparser complains: {feed.bozo_exception}")
    return [
        (entry.id, entry.link, shown(entry.title), calendar.timegm(entry.published_parsed), markup(entry.content[0].value))
        for entry in feed.entries
    ]


def of_json(body):
    return [
        (item["id"], item["url"], shown(item["title"]), seconds(item["date_published"]), markup(item["content_html"]))
        for item in json.loads(body)["items"]
    ]


def schema_faults(file, body):
    schema = SCHEMAS / file.replace(".xml", ".xsd")
    run = subprocess.run(["xmllint", "--noout", "--schema", schema, "-"], input=body, capture_output=True)
    return [] if run.returncode == 0 else run.stderr.decode().splitlines()


def next_of_xml(body):
    links = [link.href for link in parsed(body).feed.links if link.rel == "next"]
    return links[0] if links else None


def next_of_json(body):
    return json.loads(body).get("next_url")


def read_page(url, file, content_type):
    """The entries of a page, the address of the next one, and what is wrong."""
    faults = []
    status, headers, body = fetch(url)
    if status != 200:
        return [], None, [f"{url}: status {status}"]
    if headers["Content-Type"] != content_type:
        faults.append(f"{url}: sent as {headers['Content-Type']}")
    again = fetch(url, headers["ETag"])
    if again[0] != 304 or again[2]:
        faults.append(f"{url}: sent again though unchanged, status {again[0]}")
    if file.endswith(".xml"):
        faults += [f"{url}: {fault}" for fault in schema_faults(file, body)]
    try:
        is_json = file == "feed.json"
        return (of_json(body), next_of_json(body), faults) if is_json else (of_xml(body), next_of_xml(body), faults)
    except (ValueError, KeyError, AttributeError) as unreadable:
        return [], None, faults + [f"{url}: {unreadable!r}"]


def read(base, folder):
    """The entries by file, of all pages, and what is wrong."""
    entries, faults = {}, []
    for file, content_type in TYPES.items():
        url, seen = f"{base}{folder}/{file}", set()
        entries[file] = []
        while url and url not in seen:
            seen.add(url)
            of_page, following, of_page_faults = read_page(url, file, content_type)
            entries[file] += of_page
            faults += of_page_faults
            # Links begin with the configured base, which need not be where this instance listens.
            path = following and urllib.parse.urlsplit(following)._replace(scheme="", netloc="").geturl()
            url = path and base + path
        if url:
            faults.append(f"{url}: links in a circle")
        if len({entry[0] for entry in entries[file]}) < len(entries[file]):
            faults.append(f"{folder}/{file}: an entry is on two pages")
    return entries, faults


def differences(folder, entries):
    some = next(iter(entries), None)
    for file, read_entries in entries.items():
        if read_entries != entries[some]:
            for one, other in zip(entries[some], read_entries):
                if one != other:
                    yield f"{folder}: {some} has {one}, {file} has {other}"
                    break
            else:
                yield f"{folder}: {some} has {len(entries[some])} entries, {file} has {len(read_entries)}"


def main(base, *folders):
    wrong = False
    for folder in folders or ("/feeds",):
        entries, faults = read(base.rstrip("/"), folder)
        faults += differences(folder, entries)
        counts = ", ".join(f"{file} {len(found)}" for file, found in entries.items())
        print(f"{folder}: {counts or 'nothing'}: {'as it should be' if not faults else 'WRONG'}")
        print("".join(f"  {fault}\n" for fault in faults), end="")
        wrong = wrong or bool(faults)
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
