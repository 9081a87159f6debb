#!/usr/bin/env python3
"""Checks a dataset that Galley exported, with nothing but Python's standard library: python3 verify-dataset.py DIR

It shares no code with the app. Every offset of articles.jsonl and annotations.csv is applied to its text, every text and
file is hashed, and no cell of the table may begin as a formula. Exit status 0 if all holds, else 1.
"""

import csv
import hashlib
import json
import re
import sys
from pathlib import Path

FORMULA = ("=", "+", "-", "@", "\t", "\r")
problems = []
named = []
counts = {"articles": 0, "annotations": 0, "offsets": 0, "files": 0}


def expect(holds, what):
    if not holds:
        problems.append(what)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def slice_utf16(text, start, end):
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "replace")


def list_named(value):
    """Every object in a value with an article and a quote is a span."""
    if isinstance(value, dict):
        if "article" in value and "quote" in value:
            yield value
            return
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from list_named(part)


def check_named(texts):
    """Spans that values name, in the articles that are in the dataset."""
    for where, span in named:
        text = texts(span["article"])
        if text is None:
            continue
        counts["offsets"] += 1
        found = text[span["start"] : span["end"]]
        expect(found == span["quote"], f"{where}: a value: {found!r} is not {span['quote']!r}")


def check_jsonl(path):
    texts = {}
    with open(path, encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            article = json.loads(line)
            where = f"{path.name} line {number}"
            counts["articles"] += 1
            expect(article["galley"] == 1 and article["unit"] == "codepoint", f"{where}: another version or unit")
            text = article["text"]
            texts[article["id"]] = text
            expect(sha256(text.encode("utf-8")) == article["sha256"], f"{where}: the text is not what its hash says")
            for annotation in article["annotations"]:
                counts["annotations"] += 1
                expect(annotation["spans"], f"{where}: annotation {annotation['id']} has no span")
                for span in annotation["spans"]:
                    counts["offsets"] += 1
                    found = text[span["start"] : span["end"]]
                    expect(found == span["quote"], f"{where}: {annotation['id']}: {found!r} is not {span['quote']!r}")
                check_link(f"{where}: {annotation['id']}", annotation["entity"], annotation["entity_uid"], annotation["entity_link"])
                for span in list_named([annotation["attributes"], annotation.get("kept")]):
                    named.append((f"{where}: {annotation['id']}", span))
    check_named(texts.get)


def check_link(where, entity, uid, link):
    expect((not entity) == (not uid) == (not link), f"{where}: an entity without its uid or who linked it")
    expect(not link or link in ("person", "rule"), f"{where}: linked by {link!r}")


def unguard(cell):
    """One apostrophe before what would be a formula is the guard; a cell of apostrophes before one has one more."""
    bare = cell.lstrip("'")
    return cell[1:] if cell.startswith("'") and bare.startswith(FORMULA) else cell


def check_csv(path):
    csv.field_size_limit(sys.maxsize)
    texts = {}
    with open(path, encoding="utf-8", newline="") as table:
        for number, raw in enumerate(csv.DictReader(table, strict=True), 1):
            where = f"{path.name} row {number}"
            counts["annotations"] += 1
            expect(None not in raw and None not in raw.values(), f"{where}: it has more or fewer cells than the head")
            for name, cell in raw.items():
                expect(not str(cell).startswith(FORMULA), f"{where}: {name} begins as a formula: {cell!r}")
            row = {name: unguard(cell or "") for name, cell in raw.items()}
            article = row["article"]
            if article not in texts:
                texts[article] = (path.parent / "texts" / f"{article}.txt").read_bytes().decode("utf-8")
            check_row(where, row, texts[article])
            check_link(where, row["entity"], row["entity_uid"], row["entity_link"])
            for span in list_named(json.loads(row["attributes"] or "{}")):
                check_table_span(path.parent, where, span)
    counts["articles"] += len(list((path.parent / "texts").glob("*.txt")))


def check_table_span(folder, where, span):
    file = folder / "texts" / f"{span['article']}.txt"
    if not file.exists():
        return
    text = file.read_bytes().decode("utf-8")
    counts["offsets"] += 2
    by_code_point = text[span["start_codepoint"] : span["end_codepoint"]]
    by_utf16 = slice_utf16(text, span["start_utf16"], span["end_utf16"])
    expect(by_code_point == by_utf16 == span["quote"], f"{where}: a value: {by_code_point!r} is not {span['quote']!r}")


def check_row(where, row, text):
    counts["offsets"] += 2
    by_code_point = text[int(row["start_codepoint"]) : int(row["end_codepoint"])]
    by_utf16 = slice_utf16(text, int(row["start_utf16"]), int(row["end_utf16"]))
    expect(by_code_point == row["quote"], f"{where}: by code points {by_code_point!r} is not {row['quote']!r}")
    expect(by_utf16 == row["quote"], f"{where}: by UTF-16 units {by_utf16!r} is not {row['quote']!r}")
    code_points = [tuple(map(int, part.split(":"))) for part in row["parts_codepoint"].split()]
    units = [tuple(map(int, part.split(":"))) for part in row["parts_utf16"].split()]
    expect(len(code_points) == len(units) == int(row["parts"]), f"{where}: its parts are not {row['parts']}")
    expect(code_points[0][0] == int(row["start_codepoint"]), f"{where}: the first part does not begin it")
    expect(code_points[-1][1] == int(row["end_codepoint"]), f"{where}: the last part does not end it")
    for (start, end), (start16, end16) in zip(code_points, units):
        counts["offsets"] += 2
        expect(text[start:end] == slice_utf16(text, start16, end16), f"{where}: its parts differ between the units")


def check_files(folder):
    card = (folder / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^- `([^`\n]+)`: (\d+) bytes, SHA-256 ([0-9a-f]{64})$", card, re.MULTILINE)
    for name, size, digest in listed:
        counts["files"] += 1
        data = (folder / name).read_bytes()
        expect(len(data) == int(size), f"{name}: {len(data)} bytes, not {size}")
        expect(sha256(data) == digest, f"{name}: it is not what the card's hash says")
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    missing = there - {name for name, _, _ in listed} - {"README.md"}
    expect(not missing, f"the card does not list {sorted(missing)}")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: python3 verify-dataset.py DIR")
    folder = Path(sys.argv[1])
    jsonl, table = folder / "articles.jsonl", folder / "annotations.csv"
    expect(jsonl.exists() or table.exists(), "there is neither articles.jsonl nor annotations.csv")
    if jsonl.exists():
        check_jsonl(jsonl)
    if table.exists():
        check_csv(table)
    check_files(folder)
    for problem in problems[:50]:
        print(problem, file=sys.stderr)
    print(", ".join(f"{number} {what}" for what, number in counts.items()), "and all hold" if not problems else "")
    sys.exit(1 if problems else 0)


main()
