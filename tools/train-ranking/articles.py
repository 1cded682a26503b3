#!/usr/bin/env python3
"""The articles whose cards were judged, as train-ranking reads them.

    tools/train-ranking/articles.py SHARED DATA

SHARED is the folder with `data/` (facts, extraction, corpora); DATA gets `articles/` and the
verdicts of this folder. The articles belong to their publishers and stay out of the project.
"""
import gzip
import re
import shutil
import sys
from pathlib import Path


def of_treebank(text):
    """GUM's written documents but interviews: title, paragraphs."""
    for document in re.split(r"(?=# newdoc id)", text):
        name = re.match(r"# newdoc id = (\S+)", document)
        if not name or "_interview_" in name[1]:
            continue
        title = re.search(r"# meta::title = (.*)", document)
        paragraphs = []
        for sentence in document.split("\n\n"):
            line = re.search(r"# text = (.*)", sentence)
            if not line:
                continue
            if "# newpar" in sentence or not paragraphs:
                paragraphs.append([])
            paragraphs[-1].append(line[1])
        lines = [" ".join(paragraph) for paragraph in paragraphs]
        head = title[1] if title else lines[0]
        if lines and lines[0].strip().lower() == head.strip().lower():
            lines = lines[1:]
        yield name[1], head + "\n\n" + "\n\n".join(lines) + "\n"


def joined(words):
    """Tokens as a person writes them, nearly."""
    text = re.sub(r" ([,.;:!?%)\]]|n't|'s|'re|'ve|'ll|'d|'m|')(?= |$)", r"\1", " ".join(words))
    text = re.sub(r"([(\[$#]) ", r"\1", text)
    return re.sub(r'`` ?|" (?=\w[^"]*")', '"', text).replace(" ''", '"')


def of_wikigold(text):
    """Wikipedia articles; the first name stands for the title."""
    for number, document in enumerate(text.split("# newdoc")):
        sentences = [
            [line.split("\t") for line in block.split("\n") if "\t" in line]
            for block in document.split("\n\n")
        ]
        sentences = [sentence for sentence in sentences if sentence]
        name = []
        for sentence in sentences:
            for word, label in sentence:
                if label.startswith("B-") and not name:
                    name = [word]
                elif label.startswith("I-") and name:
                    name.append(word)
                elif name:
                    break
            if name:
                break
        if name:
            lines = [joined([word for word, _ in sentence]) for sentence in sentences]
            yield f"wiki-{number:03d}", " ".join(name) + "\n\n" + " ".join(lines) + "\n"


def main():
    if len(sys.argv) != 3:
        sys.exit("Usage: articles.py SHARED DATA")
    data, out = Path(sys.argv[1]) / "data", Path(sys.argv[2])
    articles = out / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    for file in (data / "facts/articles").glob("*.txt"):
        shutil.copyfile(file, articles / ("facts-" + file.name))
    for kind, folder in (("ext", "dev"), ("wcxb", "wcxb/dev")):
        for file in (data / "extraction" / folder).glob("*.html.gz"):
            name = file.name.removesuffix(".html.gz")[:12]
            (articles / f"{kind}-{name}.html").write_bytes(gzip.open(file).read())
    texts = []
    for split in ("dev", "test", "train"):
        file = data / f"corpora/ud-gum/en_gum-written-{split}.conllu.gz"
        texts += of_treebank(gzip.open(file, "rt", encoding="utf-8").read())
    file = data / "corpora/ner/wikigold/wikigold.iob2.gz"
    texts += of_wikigold(gzip.open(file, "rt", encoding="utf-8").read())
    for name, text in texts:
        (articles / (name + ".txt")).write_text(text, encoding="utf-8")
    shutil.copyfile(Path(__file__).with_name("verdicts.tsv"), out / "verdicts.tsv")


main()
