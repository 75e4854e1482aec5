#!/usr/bin/env python3
"""Groups names by the cosine of TF-IDF 3-grams, as string_grouper does, to measure namesake beside it.

    tfidf.py MENTIONS.csv [--threshold 0.7] [--every] > clusters.csv
    tfidf.py MENTIONS.csv --beside namesake [--score score.py]

The grams, the weights (scikit-learn's TfidfVectorizer) and the multiplication of sparse matrices (sparse_dot_topn) are
those of string_grouper; groups are the connected components of pairs at the threshold or above. Identical names are
multiplied once; with --every each mention is a row of the matrix, as string_grouper has it. With --beside the same file is
clustered by that command in the same run, and both times and scores are printed. Needs: pip install scikit-learn sparse_dot_topn
"""
import argparse
import csv
import os
import re
import subprocess
import sys
import tempfile
import time

from scipy.sparse.csgraph import connected_components
from sklearn.feature_extraction.text import TfidfVectorizer
from sparse_dot_topn import sp_matmul_topn


def grams(text, n=3):
    text = re.sub(r"[,-./]|\s", "", text.lower())
    return [text[i : i + n] for i in range(len(text) - n + 1)]


def group(names, threshold, every):
    rows = names if every else sorted(set(names))
    matrix = TfidfVectorizer(analyzer=grams).fit_transform(rows)
    alike = sp_matmul_topn(matrix, matrix.T.tocsr(), top_n=20, threshold=threshold, n_threads=os.cpu_count())
    _, labels = connected_components(alike, directed=False)
    if every:
        return labels
    of = dict(zip(rows, labels))
    return [of[name] for name in names]


def read(file):
    with open(file, encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f))
    return [r["mention"] for r in rows], [r["name"] for r in rows]


def write(file, mentions, clusters):
    w = csv.writer(file, lineterminator="\n")
    w.writerow(("mention", "cluster"))
    w.writerows(zip(mentions, clusters))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("file")
    p.add_argument("--threshold", type=float, default=0.7)
    p.add_argument("--every", action="store_true", help="multiply identical names as often as they come")
    p.add_argument("--beside", metavar="NAMESAKE", help="the namesake command")
    p.add_argument("--score", default="../shared/score.py", help="score.py of the evaluation data")
    a = p.parse_args()
    if not a.beside:
        mentions, names = read(a.file)
        write(sys.stdout, mentions, group(names, a.threshold, a.every))
        return
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = os.path.join(folder, "ours.csv"), os.path.join(folder, "theirs.csv")
        begun = time.perf_counter()
        with open(ours, "wb") as f:
            subprocess.run([a.beside, "cluster", a.file], stdout=f, check=True)
        mid = time.perf_counter()
        mentions, names = read(a.file)
        clusters = group(names, a.threshold, a.every)
        with open(theirs, "w", encoding="utf-8", newline="") as f:
            write(f, mentions, clusters)
        end = time.perf_counter()
        for what, file, took in (("namesake", ours, mid - begun), (f"TF-IDF at {a.threshold}", theirs, end - mid)):
            scores = subprocess.run([sys.executable, a.score, a.file, file], capture_output=True, text=True, check=True).stdout
            f1 = re.search(r"pair_f1: (\S+)", scores).group(1)
            b3 = re.search(r"b3_f1: (\S+)", scores).group(1)
            print(f"{what:16}  {took:8.1f} s   pair F1 {f1}   B3 F1 {b3}")
        print(f"{(end - mid) / (mid - begun):.1f} times as fast")


main()
