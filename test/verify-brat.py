#!/usr/bin/env python3
"""Reads a folder as brat does, with nothing but Python's standard library: python3 verify-brat.py DIR

brat keeps a line that it cannot read as one without meaning, so each such line is a fault here, as is a type that is not in
annotation.conf. Prints how many lines of each kind it read. Exit status 0 if all of them, else 1.
"""

import re
import sys
from pathlib import Path

ID = re.compile(r"^([A-Za-z]+|#[A-Za-z]*)([0-9]+)(.*?)$")


class Unread(Exception):
    pass


def read_types(path):
    types, section = {}, ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if re.match(r"^\[.*\]$", line):
            section = line[1:-1]
            types[section] = set()
        elif line.strip() and not line.startswith(("#", "<")):
            types[section].add(line.split("\t")[0].strip())
    return types


def expect(holds, why):
    if not holds:
        raise Unread(why)


def tag(text, data, tail, types):
    label, rest = data.split(" ", 1)
    expect(label in types["entities"], "type is not in the configuration")
    spans = []
    for pair in rest.split(";"):
        start, end = map(int, pair.split(" ", 2))
        expect(0 <= start <= end <= len(text), "start or end is outside")
        expect(not any(end >= a and start < b for a, b in spans), "fragments overlap")
        spans.append((start, end))
    words = " ".join(text[start:end] for start, end in spans)
    expect(tail[:1] == "\t", "no tab before the words")
    expect(tail[1 : 1 + len(words)] == words, "words are not those of the text")
    more = tail[1 + len(words) :]
    expect(more == "" or more[0].isspace(), "words run on")


def relation(text, data, tail, types):
    label, rest = data.split(" ", 1)
    expect(label in types["relations"], "type is not in the configuration")
    roles = [role.split(":") for role in rest.split()]
    expect(len(roles) == 2 and roles[0][0] != roles[1][0], "not two arguments in two roles")
    return [target for _, target in roles]


def attribute(text, data, tail, types):
    match = re.match(r"(.+?) (.+?) (.+?)$", data) or re.match(r"(.+?) (.+?)$", data)
    expect(match, "no attribute")
    expect(match.group(1) in types["attributes"], "type is not in the configuration")
    return [match.group(2)]


def reference(text, data, tail, types):
    match = re.match(r"(\S+) (\S+) (\S+?):(\S+)", data)
    expect(match, "no reference")
    return [match.group(2)]


def note(text, data, tail, types):
    parts = data.split()
    expect(len(parts) == 2, "no target")
    return [parts[1]]


PARSE = {"T": tag, "R": relation, "A": attribute, "N": reference, "#": note}
folder = Path(sys.argv[1])
types = read_types(folder / "annotation.conf")
problems, counts = [], dict.fromkeys(PARSE, 0)
for file in sorted(folder.glob("*.ann")):
    text = file.with_suffix(".txt").read_bytes().decode("utf-8")
    seen, named = set(), []
    for line in file.read_bytes().decode("utf-8").splitlines():
        try:
            id, rest = line.split("\t", 1)
            expect(ID.match(id) and id not in seen, "bad id")
            seen.add(id)
            at = rest.find("\t")
            data, tail = (rest, "") if at == -1 else (rest[:at], rest[at:])
            named += [(target, line) for target in PARSE[id[0]](text, data, tail, types) or []]
            counts[id[0]] += 1
        except (Unread, ValueError, KeyError) as why:
            problems.append(f"{file.name}: {line!r}: {why}")
    problems += [f"{file.name}: {line!r}: no {target}" for target, line in named if target not in seen]
print(" ".join(f"{kind}{count}" for kind, count in counts.items()))
print("\n".join(problems[:20]))
sys.exit(1 if problems else 0)
