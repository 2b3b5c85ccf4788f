"""How a text becomes numbers. `server/src/features/understanding/rules/encoder-tokens.ts` does the same; the probes in
card.json hold the two together."""

import collections
import json
import os
import re
import unicodedata

PAD, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
LONGEST_PIECE = 12
LONGEST_WORD = 100


def _folded(text, lowercase):
    text = unicodedata.normalize("NFKC", text)
    return text.lower() if lowercase else text


def _pieces(text, ids):
    """The longest piece of the vocabulary at each place; blanks part pieces and are not read."""
    at, found = 0, []
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        for length in range(min(LONGEST_PIECE, len(text) - at), 0, -1):
            if text[at : at + length] in ids or length == 1:
                found.append(text[at : at + length])
                at += length
                break
    return found


def _is_alone(char):
    """Characters that BERT reads one by one: CJK ideographs and punctuation."""
    code = ord(char)
    ideograph = 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x2CEAF
    ideograph = ideograph or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F
    sign = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ideograph or sign or unicodedata.category(char).startswith("P")


def _wordpieces(text, ids, lowercase):
    """BERT's own reading: basic tokens, then the longest piece from the left, `##` where it goes on."""
    if lowercase:
        text = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
    spaced = "".join(f" {c} " if _is_alone(c) else "" if unicodedata.category(c) in ("Cc", "Cf") and not c.isspace() else c for c in text)
    found = []
    for word in spaced.split():
        parts, at = [], 0
        while at < len(word) and len(word) <= LONGEST_WORD:
            mark = "##" if at else ""
            end = next((e for e in range(len(word), at, -1) if mark + word[at:e] in ids), None)
            if end is None:
                break
            parts.append(mark + word[at:end])
            at = end
        found.extend(parts if at == len(word) else [UNKNOWN])
    return found


class Vocabulary:
    def __init__(self, kind, tokens, lowercase):
        self.kind, self.tokens, self.lowercase = kind, tokens, lowercase
        self.ids = {token: i for i, token in enumerate(tokens)}

    def read(self, text, most):
        """Ids between start and end, `most` in all."""
        if self.kind == "pieces":
            found = _pieces(_folded(text, self.lowercase), self.ids)
        else:
            found = _wordpieces(text, self.ids, self.lowercase)
        unknown = self.ids[UNKNOWN]
        inner = [self.ids.get(token, unknown) for token in found[: most - 2]]
        return [self.ids[START], *inner, self.ids[END]]

    def saved(self):
        return {"kind": self.kind, "lowercase": self.lowercase, "tokens": self.tokens}


def learned(texts, least=2):
    """Every character seen `least` times, and whole emoticons such as [ok] and Latin words seen five times."""
    counts, longer = collections.Counter(), collections.Counter()
    for text in texts:
        text = _folded(text, True)
        counts.update(set(c for c in text if not c.isspace()))
        longer.update(set(re.findall(r"\[[^\[\]\s]{1,10}\]|[a-z]{2,12}", text)))
    ordered = lambda counter, most: sorted(token for token, n in counter.items() if n >= most)
    return Vocabulary("pieces", [PAD, UNKNOWN, START, END, *ordered(counts, least), *ordered(longer, 5)], True)


def of_checkpoint(folder):
    with open(f"{folder}/vocab.txt", encoding="utf-8") as file:
        tokens = [line.rstrip("\n") for line in file]
    settings = {}
    if os.path.exists(f"{folder}/tokenizer_config.json"):
        with open(f"{folder}/tokenizer_config.json", encoding="utf-8") as file:
            settings = json.load(file)
    return Vocabulary("wordpiece", tokens, settings.get("do_lower_case", True))
