#!/usr/bin/env python3
"""Reads a file of columns in IOB2 with NLTK, which stops at a tag that goes on where none began: python3 verify-iob.py DIR

Prints the label and words of each chunk. Needs NLTK.
"""

import sys
from pathlib import Path

from nltk.chunk import conlltags2tree

sentences = Path(sys.argv[1], "articles.conll").read_bytes().decode("utf-8").split("\n\n")
for sentence in sentences:
    rows = [line.split() for line in sentence.split("\n") if line and not line.startswith("-DOCSTART-")]
    assert all(len(row) == 4 for row in rows), rows
    tree = conlltags2tree([(form, pos, tag) for form, pos, _, tag in rows], strict=True)
    for chunk in tree:
        if hasattr(chunk, "label"):
            print(chunk.label(), " ".join(form for form, _ in chunk))
