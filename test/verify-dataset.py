#!/usr/bin/env python3
"""Checks a dataset that Galley exported, with nothing but Python's standard library: python3 verify-dataset.py DIR

It shares no code with the app. Every offset of articles.jsonl and of a table of annotations is applied to its text, every text and
file is hashed, and no cell of the table may begin as a formula. Exit status 0 if all holds, else 1.
"""

import csv
import hashlib
import json
import re
import sys
from pathlib import Path

TABLES = (("csv", ","), ("tsv", "\t"))
NUMBER = re.compile(r"-?\d+(\.\d+)?")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
problems = []
named = []
counts = {"articles": 0, "annotations": 0, "relations": 0, "offsets": 0, "files": 0}


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
        check_span(f"{where}: a value", text, span)


def check_jsonl(path):
    texts, tagged, ends = {}, set(), []
    with open(path, encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            article = json.loads(line)
            where = f"{path.name} line {number}"
            counts["articles"] += 1
            expect(article["galley"] == 1 and article["unit"] == "codepoint", f"{where}: another version or unit")
            text = article.get("text")
            texts[article["id"]] = text
            check_hash(where, text, article["sha256"])
            if text is not None:
                check_blocks(where, text, article["blocks"])
            for annotation in article["annotations"]:
                counts["annotations"] += 1
                expect(annotation["spans"], f"{where}: annotation {annotation['id']} has no span")
                for span in annotation["spans"]:
                    check_span(f"{where}: {annotation['id']}", text, span)
                check_link(f"{where}: {annotation['id']}", annotation["entity"], annotation["entity_uid"], annotation["entity_link"])
                for span in list_named([annotation["attributes"], annotation.get("kept")]):
                    named.append((f"{where}: {annotation['id']}", span))
            own = {annotation["id"] for annotation in article["annotations"]}
            tagged |= own
            for relation in article["relations"]:
                counts["relations"] += 1
                expect(relation["from"] in own, f"{where}: relation {relation['id']} leads from no annotation of it")
                ends.append((f"{where}: relation {relation['id']}", relation["to"]))
    check_named(texts.get)
    check_ends(tagged, ends)
    check_things(path.parent, tagged)


def check_hash(where, text, digest):
    if text is None:
        expect(re.fullmatch("[0-9a-f]{64}", digest), f"{where}: neither a text nor its hash")
    else:
        expect(sha256(text.encode("utf-8")) == digest, f"{where}: the text is not what its hash says")


def check_blocks(where, text, blocks):
    """They are in order, and nothing but white space, to which JavaScript counts U+FEFF, is between them."""
    ends = [0] + [block["end"] for block in blocks]
    starts = [block["start"] for block in blocks] + [len(text)]
    for end, start in zip(ends, starts):
        counts["offsets"] += 1
        expect(end <= start and not text[end:start].replace("\ufeff", "").strip(), f"{where}: {text[end:start]!r} is in no block, or in two")


def check_span(where, text, span):
    """Without its text, a quote is as long as its offsets say."""
    counts["offsets"] += 1
    if text is None:
        expect(len(span["quote"]) == span["end"] - span["start"], f"{where}: {span['quote']!r} is not as long as it says")
        return
    found = text[span["start"] : span["end"]]
    expect(found == span["quote"], f"{where}: {found!r} is not {span['quote']!r}")


def check_ends(tagged, ends):
    for where, end in ends:
        expect(end in tagged, f"{where} leads to {end}, which is not in the dataset")


def read_lines(path):
    if not path.exists():
        return
    with open(path, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield json.loads(line)


def check_things(folder, tagged):
    """Whom annotations link is described, what event cards hold is tagged, and labels are in the codebook."""
    known = {entity["id"] for entity in read_lines(folder / "entities.jsonl")}
    codebook = json.loads((folder / "codebook.json").read_text(encoding="utf-8"))
    labels = {label["name"] for label in codebook["labels"]}
    for article in read_lines(folder / "articles.jsonl"):
        for annotation in article["annotations"]:
            uid, label = annotation["entity_uid"], annotation["label"]
            expect(uid is None or uid in known, f"annotation {annotation['id']}: entity {uid} is not described")
            expect(label in labels, f"annotation {annotation['id']}: {label!r} is not in the codebook")
    for card in read_lines(folder / "event-cards.jsonl"):
        for member in card["members"]:
            expect(member in tagged, f"event card {card['id']}: {member} is not in the dataset")


def check_link(where, entity, uid, link):
    expect((not entity) == (not uid) == (not link), f"{where}: an entity without its uid or who linked it")
    expect(not link or link in ("person", "rule"), f"{where}: linked by {link!r}")


def unguard(cell):
    """One apostrophe before what would be a formula is the guard; a cell of apostrophes before one has one more."""
    bare = cell.lstrip("'")
    return cell[1:] if cell.startswith("'") and bare.startswith(FORMULA) else cell


def read_rows(path, delimiter):
    """Rows of a table, with their place and without their guards."""
    csv.field_size_limit(sys.maxsize)
    if not path.exists():
        return
    with open(path, encoding="utf-8-sig", newline="") as table:
        for number, raw in enumerate(csv.DictReader(table, delimiter=delimiter, strict=True), 1):
            where = f"{path.name} row {number}"
            expect(None not in raw and None not in raw.values(), f"{where}: it has more or fewer cells than the head")
            for name, cell in raw.items():
                expect(NUMBER.fullmatch(str(cell)) or not str(cell).startswith(FORMULA), f"{where}: {name} begins as a formula: {cell!r}")
            yield where, {name: unguard(cell or "") for name, cell in raw.items()}


def check_tables(folder, ending, delimiter):
    texts = {}
    for where, row in read_rows(folder / f"articles.{ending}", delimiter):
        counts["articles"] += 1
        texts[row["article"]] = row["text"] or None
        check_hash(where, texts[row["article"]], row["sha256"])
    entities = {row["entity_uid"] for _, row in read_rows(folder / f"entities.{ending}", delimiter)}
    tagged = set()
    for where, row in read_rows(folder / f"annotations.{ending}", delimiter):
        expect(row["entity_uid"] in entities | {""}, f"{where}: entity {row['entity_uid']} is not described")
        counts["annotations"] += 1
        tagged.add(row["annotation"])
        expect(row["article"] in texts, f"{where}: article {row['article']} is not in the table of articles")
        if texts.get(row["article"]) is not None:
            check_row(where, row, texts[row["article"]])
        check_link(where, row["entity"], row["entity_uid"], row["entity_link"])
        for span in list_named(json.loads(row["attributes"] or "{}")):
            if texts.get(span["article"]) is not None:
                check_table_span(where, texts[span["article"]], span)
    for where, row in read_rows(folder / f"relations.{ending}", delimiter):
        counts["relations"] += 1
        expect({row["from"], row["to"]} <= tagged, f"{where}: an end of it is not in the dataset")


def check_table_span(where, text, span):
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
    tables = [(ending, delimiter) for ending, delimiter in TABLES if (folder / f"annotations.{ending}").exists()]
    jsonl = folder / "articles.jsonl"
    expect(jsonl.exists() or tables, "there is neither articles.jsonl nor a table of annotations")
    if jsonl.exists():
        check_jsonl(jsonl)
    for ending, delimiter in tables:
        check_tables(folder, ending, delimiter)
    check_files(folder)
    for problem in problems[:50]:
        print(problem, file=sys.stderr)
    print(", ".join(f"{number} {what}" for what, number in counts.items()), "and all hold" if not problems else "")
    sys.exit(1 if problems else 0)


main()
