"""Prints, as one JSON list a line, the label and words of each tag in files of JSON, as Python slices texts."""

import json
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])


def read(name):
    return (folder / name).read_text(encoding="utf-8")


def doccano():
    with open(folder / "all.jsonl", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            for tag in record.get("entities", []):
                yield tag["label"], record["text"][tag["start_offset"] : tag["end_offset"]]
            for start, end, label in record.get("label", []):
                yield label, record["text"][start:end]


def label_studio():
    for task in json.loads(read("tasks.json")):
        for region in task["annotations"][0]["result"]:
            if region["type"] == "labels":
                value = region["value"]
                yield value["labels"][0], task["data"]["text"][value["start"] : value["end"]]


def prodigy():
    with open(folder / "tasks.jsonl", encoding="utf-8") as lines:
        for task in map(json.loads, lines):
            tokens = task["tokens"]
            assert "".join(t["text"] + " " * t["ws"] for t in tokens) == task["text"]
            assert all(task["text"][t["start"] : t["end"]] == t["text"] for t in tokens)
            for span in task["spans"]:
                assert tokens[span["token_start"]]["start"] == span["start"]
                assert tokens[span["token_end"]]["end"] == span["end"]
                yield span["label"], task["text"][span["start"] : span["end"]]
    compile(read("make_docbin.py"), "make_docbin.py", "exec")


def w3c():
    for page in sorted(folder.glob("pages/*.json")):
        text = (folder / "texts" / f"{page.stem}.txt").read_bytes().decode("utf-8")
        for item in json.loads(page.read_text(encoding="utf-8"))["items"]:
            if item["motivation"] == "tagging":
                position = item["target"]["selector"][0]
                yield item["body"][0]["value"], text[position["start"] : position["end"]]


for reader, file in ((doccano, "all.jsonl"), (label_studio, "tasks.json"), (prodigy, "tasks.jsonl"), (w3c, "collection.json")):
    if (folder / file).exists():
        for found in reader():
            print(json.dumps(found))
