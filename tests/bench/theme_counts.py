"""The straightforward way to count themes in a folder of reports: jieba cuts, pandas counts.

Reads every file, cuts it into words, counts the words of each theme, and makes a table of themes by
report with shares. No metadata, no offsets, no storage, no index.

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
    theme["id"]: set(theme["patterns"]["terms"] + theme["patterns"]["items"])
    for theme in json.loads(pathlib.Path(codebook).read_text("utf-8"))["themes"]
}
jieba.setLogLevel(60)
for words in themes.values():
    for word in words:
        jieba.add_word(word)
jieba.initialize()

# loading the dictionary is not counted: it is paid once
start = time.perf_counter()
rows = []
for path in sorted(pathlib.Path(folder).iterdir()):
    words = jieba.lcut(path.read_text("utf-8"))
    for theme, terms in themes.items():
        rows.append({"report": path.name, "theme": theme, "count": sum(word in terms for word in words), "words": len(words)})
table = pandas.DataFrame(rows)
table["share"] = table["count"] / table["words"]
table.pivot(index="theme", columns="report", values="share")
seconds = time.perf_counter() - start
print(json.dumps({"reports": int(table["report"].nunique()), "seconds": seconds}))
