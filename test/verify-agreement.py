#!/usr/bin/env python3
"""Works out agreement by the definitions, character by character and with every alignment tried: python3 verify-agreement.py < CASES

CASES: a JSON list of {"categories": n, "articles": [{"length", "wordStarts", "units": [coder: [{"label", "spans": [{"start", "end"}]}]]}]}.
Prints a list of figures, null where undefined. Shares no code with Galley.
"""

import json
import sys
from fractions import Fraction
from itertools import combinations


def stretches(units, label):
    """A coder's own spans of one label, overlaps united; what only touches stays apart."""
    found = []
    for start, end in sorted((s["start"], s["end"]) for u in units if u["label"] == label for s in u["spans"]):
        if found and start < found[-1][1]:
            found[-1][1] = max(found[-1][1], end)
        else:
            found.append([start, end])
    return found


def line(article, units, categories):
    """(segment number, label) of each character; None where nothing is marked. What begins first stands, then the longer."""
    pieces = [(s, e, label) for label in range(1, categories) for s, e in stretches(units, label)]
    values = [None] * article["length"]
    free = 0
    for number, (start, end, label) in enumerate(sorted(pieces, key=lambda p: (p[0], -p[1], p[2]))):
        for at in range(max(start, free), end):
            values[at] = (number, label)
        free = max(free, end)
    return values


def label_of(value):
    return 0 if value is None else value[1]


def alpha(items, categories):
    """Items: one value of each coder. Krippendorff 2011."""
    o = [[Fraction(0)] * categories for _ in range(categories)]
    for item in items:
        for i, j in combinations(item, 2):
            o[i][j] += Fraction(1, len(item) - 1)
            o[j][i] += Fraction(1, len(item) - 1)
    n_c = [sum(row) for row in o]
    n = sum(n_c)
    unlike = [(c, k) for c in range(categories) for k in range(categories) if c != k]
    expected = sum(n_c[c] * n_c[k] for c, k in unlike)
    if expected == 0:
        return None
    return 1 - (n - 1) * sum(o[c][k] for c, k in unlike) / expected


def kappa(pairs, categories):
    n = len(pairs)
    chance = sum(
        Fraction(sum(a == c for a, _ in pairs) * sum(b == c for _, b in pairs), n * n) for c in range(categories)
    )
    return None if chance == 1 else (Fraction(sum(a == b for a, b in pairs), n) - chance) / (1 - chance)


def mean(values):
    values = [value for value in values if value is not None]
    return sum(values) / len(values) if values else None


def u_alphas(lines, categories):
    """Lines: of each article those of all coders. Krippendorff et al. 2016."""
    m = len(lines[0])
    l = [[Fraction(0)] * categories for _ in range(categories)]
    q = [Fraction(0)] * categories
    common = [Fraction(0)] * categories
    for coders in lines:
        for i, own in enumerate(coders):
            lengths, shared = {}, {}
            for at, value in enumerate(own):
                q[0] += value is None
                for j, other in enumerate(coders):
                    if i != j:
                        l[label_of(value)][label_of(other[at])] += Fraction(1, m - 1)
                if value is not None:
                    lengths[value] = lengths.get(value, 0) + 1
                    others = sum(other[at] is not None for j, other in enumerate(coders) if j != i)
                    shared[value] = shared.get(value, 0) + Fraction(others, m - 1)
            for (_, label), length in lengths.items():
                q[label] += length**2
            for (_, label), length in shared.items():
                common[label] += length**2

    def of(table, squares, labels, blank_only):
        margins = {c: sum(table[c][k] for k in labels) for c in labels}
        total = sum(margins.values())
        if total == 0:
            return None
        below = total - sum(squares[c] for c in labels) / total
        cells = [(c, k) for c in labels for k in labels if c != k and (not blank_only or 0 in (c, k))]
        observed = sum(table[c][k] for c, k in cells)
        expected = sum(margins[c] * margins[k] for c, k in cells) / below
        return 1 - observed / expected if expected else Fraction(1)

    everything = range(categories)
    marked = any(value is not None for coders in lines for own in coders for value in own)
    if not marked:
        return None, None, None
    named = range(1, categories)
    labels_alone = None if categories == 2 else of(l, common, named, False)
    return of(l, q, everything, False), of(l, q, everything, True), labels_alone


def characters(unit):
    return {at for span in unit["spans"] for at in range(span["start"], span["end"])}


def place(unit):
    return tuple((s["start"], s["end"]) for s in unit["spans"])


def best_matching(left, right):
    """(sum of overlaps, pairs) of the best one-to-one matching of one label, every one tried."""
    if not left:
        return (Fraction(0), 0)
    best = best_matching(left[1:], right)
    for n, other in enumerate(right):
        one, two = characters(left[0]), characters(other)
        if left[0]["label"] == other["label"] and one & two:
            overlap, pairs = best_matching(left[1:], right[:n] + right[n + 1 :])
            best = max(best, (overlap + Fraction(len(one & two), len(one | two)), pairs + 1))
    return best


def once(units):
    return list({(unit["label"], place(unit)): unit for unit in units}.values())


def f1(articles, i, j, categories):
    exact = boundary = overlap = both = made = marked = 0
    for article in articles:
        left, right = once(article["units"][i]), once(article["units"][j])
        made += len(left) + len(right)
        exact += len({(u["label"], place(u)) for u in left} & {(u["label"], place(u)) for u in right})
        places = [place(u) for u in right]
        for unit in left:
            if place(unit) in places:
                places.remove(place(unit))
                boundary += 1
        overlap += best_matching(left, right)[1]
        for label in range(1, categories):
            own = [set().union(*(characters(u) for u in us if u["label"] == label)) for us in (left, right)]
            both += len(own[0] & own[1])
            marked += len(own[0]) + len(own[1])
    return [Fraction(2 * n, size) if size else None for n, size in ((exact, made), (boundary, made), (overlap, made), (both, marked))]


def dissimilarity(one, other):
    (s, e, label), (s2, e2, label2) = one, other
    return Fraction(abs(s - s2) + abs(e - e2), e - s + e2 - s2) ** 2 + (label != label2)


def disorder(coders, known=None):
    """Of the best alignment, every one tried: a pair with nothing costs 1."""
    known = {} if known is None else known
    key = tuple(map(tuple, coders))
    if key in known:
        return known[key]
    first = next((n for n, units in enumerate(coders) if units), None)
    if first is None:
        return Fraction(0)
    pairs = len(coders) * (len(coders) - 1) // 2
    best = None
    choices = [[coders[first][0]] if n == first else [None, *units] if n > first else [None] for n, units in enumerate(coders)]

    def extend(n, chosen):
        nonlocal best
        if n == len(coders):
            there = [unit for unit in chosen if unit is not None]
            cost = sum(dissimilarity(a, b) for a, b in combinations(there, 2))
            cost += pairs - len(there) * (len(there) - 1) // 2
            rest = [[u for u in units if u is not chosen[k]] for k, units in enumerate(coders)]
            total = Fraction(cost, pairs) + disorder(rest, known)
            best = total if best is None else min(best, total)
            return
        for unit in choices[n]:
            extend(n + 1, [*chosen, unit])

    extend(0, [])
    known[key] = best
    return best


def figures(case):
    categories, articles = case["categories"], case["articles"]
    lines = [[line(a, units, categories) for units in a["units"]] for a in articles]
    characters_ = [[label_of(v) for v in item] for coders in lines for item in zip(*coders)]
    words = [
        [label_of(own[at]) for own in coders] for a, coders in zip(articles, lines) for at in a["wordStarts"]
    ]
    pairs = list(combinations(range(len(articles[0]["units"])), 2))
    u, boundary, labels = u_alphas(lines, categories)
    spans = list(zip(*(f1(articles, i, j, categories) for i, j in pairs)))
    hulls = [
        [[(u_["spans"][0]["start"], u_["spans"][-1]["end"], u_["label"]) for u_ in once(units)] for units in a["units"]]
        for a in articles
    ]
    found = {
        "alpha": alpha(characters_, categories),
        "alphaTokens": alpha(words, categories),
        "uAlpha": u,
        "uAlphaBoundary": boundary,
        "cuAlpha": labels,
        "kappa": mean([kappa([(item[i], item[j]) for item in words], categories) for i, j in pairs]),
        "f1Exact": mean(spans[0]),
        "f1Boundary": mean(spans[1]),
        "f1Overlap": mean(spans[2]),
        "f1Characters": mean(spans[3]),
        "disorder": sum(disorder(coders) for coders in hulls),
    }
    return {name: None if value is None else float(value) for name, value in found.items()}


print(json.dumps([figures(case) for case in json.load(sys.stdin)]))
