#!/usr/bin/env python3
"""Has strangers judge a mail of each class: both DKIM signatures, and the score of a spam filter.

    mvn -pl notification-service -am test -Dtest=MailSamplesTests -Dsurefire.failIfNoSpecifiedTests=false
    check-mails.py [DIRECTORY]

Needs Debian's python3-dkim, python3-nacl and spamassassin. The mails and the DNS records of their keys are in the directory,
notification-service/target/mails by default. No network is used. The exit code is 1 when a signature is not valid, the score
of a mail is above 0.5, or its HTML has 100 KB or more.
"""

import email
import email.policy
import pathlib
import re
import subprocess
import sys

import dkim

ROOT = pathlib.Path(__file__).resolve().parents[4]
HIGHEST_SCORE = 0.5
LARGEST_HTML = 100_000


def signatures(mail, records):
    """The algorithms of the valid signatures."""
    verifier = dkim.DKIM(mail)
    count = sum(1 for name, _ in verifier.headers if name.lower() == b"dkim-signature")
    valid = []
    for index in range(count):
        lookup = lambda name, timeout=5: records[name.decode().rstrip(".")].encode()
        if verifier.verify(idx=index, dnsfunc=lookup):
            valid.append(verifier.signature_fields[b"a"].decode())
    return valid


def score(mail):
    """The score of SpamAssassin without network tests, and the rules that make it."""
    report = subprocess.run(["spamassassin", "-t", "-L"], input=mail, capture_output=True, check=True).stdout
    text = report.decode("utf-8", "replace")
    total = float(re.search(r"score=(-?[\d.]+)", text).group(1))
    rules = re.search(r"tests=([\w,\s]+?)\s+(?:autolearn|version|shortcircuit)", text)
    return total, re.sub(r"\s+", "", rules.group(1)) if rules else ""


def html_size(mail):
    message = email.message_from_bytes(mail, policy=email.policy.default)
    return len(message.get_body(("html",)).get_content().encode())


def main():
    directory = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "notification-service/target/mails")
    records = dict(line.split(" ", 1) for line in (directory / "dns.txt").read_text().splitlines())
    files = sorted(directory.glob("*.eml"))
    failed = not files
    for file in files:
        mail = file.read_bytes()
        valid, (total, rules), size = signatures(mail, records), score(mail), html_size(mail)
        good = valid == ["rsa-sha256", "ed25519-sha256"] and total <= HIGHEST_SCORE and size < LARGEST_HTML
        failed = failed or not good
        print(f"{'ok  ' if good else 'BAD '} {file.stem}: {', '.join(valid) or 'no valid signature'}; "
              f"score {total} ({rules}); {size:,} bytes of HTML")
    if not files:
        print(f"no mails in {directory}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
