"""The straightforward way to count themes in a folder of reports: jieba cuts, pandas counts.

Reads every file, cuts it into words, counts the words of each theme, and makes one table of themes by
report with shares. No metadata, no positions, no storage, no index.

    python3 theme_counts.py FOLDER CODEBOOK.json
"""

import json
import pathlib
import sys
import time

import jieba
import pandas

folder, codebook = sys.argv[1:]
themes = {
    theme["id"]: theme["patterns"]["terms"] + theme["patterns"]["items"]
    for theme in json.loads(pathlib.Path(codebook).read_text("utf-8"))["themes"]
}
jieba.setLogLevel(60)
for terms in themes.values():
    for term in terms:
        jieba.add_word(term)
# loading the dictionary is paid once, whatever the number of reports: not counted
jieba.initialize()

start = time.perf_counter()
rows = []
for path in sorted(pathlib.Path(folder).iterdir()):
    words = pandas.Series(jieba.lcut(path.read_text("utf-8")))
    counts = {theme: words.isin(terms).sum() for theme, terms in themes.items()}
    rows.append({"report": path.name, "words": len(words), **counts})
table = pandas.DataFrame(rows).set_index("report")
shares = table[list(themes)].div(table["words"], axis=0)
seconds = time.perf_counter() - start
print(json.dumps({"reports": len(shares), "seconds": seconds}))
