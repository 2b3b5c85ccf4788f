"""Trains the encoder for emotion and writes the folder the server reads: model.onnx, vocabulary.json, card.json.

  python train.py --train F --valid F --out FOLDER --about "what the rows are, and whether weights may be passed on"
  [--pretrained FOLDER]  a BERT-like checkpoint on this machine (config.json, vocab.txt, weights); else from scratch

Rows are JSONL {"text", "label"}. The even rows of valid choose the epoch and the temperature, the odd ones give the
figures in card.json. The same seed gives the same weights on the same machine with one thread.
"""

import argparse
import hashlib
import json
import math
import os
import random
import time

import torch
from torch import nn

import tokens
from network import Checkpoint, Embeddings, Exported, Network

EMOTIONS = ["angry", "sad", "afraid", "happy", "surprised", "neutral"]
ALSO = {"anger": "angry", "sadness": "sad", "fear": "afraid", "joy": "happy", "surprise": "surprised", "none": "neutral"}
OPSET = 17
PROBES = ["气死我了，等了三天还没发货！", "谢谢你，客服真贴心[心]", "在吗", "I am so worried my parcel is lost", "哇 居然这么快😮", "好难过……"]


def arguments():
    parser = argparse.ArgumentParser()
    for name in ("--train", "--valid", "--out", "--about"):
        parser.add_argument(name, required=True)
    parser.add_argument("--pretrained")
    parser.add_argument("--languages", default="zh", help="what the rows are written in, e.g. zh or zh,en; others are not asked")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--hidden", type=int, default=128)
    parser.add_argument("--width", type=int, default=128, help="of piece embeddings; a checkpoint brings its own")
    parser.add_argument("--dropout", type=float, default=0.4)
    parser.add_argument("--rate", type=float, help="default 2e-3 from scratch, 3e-5 with a checkpoint")
    parser.add_argument("--most-tokens", type=int, default=128)
    parser.add_argument("--share", type=float, default=0.5, help="weight of the encoder beside the fast model, 0..1")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def rows_of(path):
    rows = []
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            row = json.loads(line)
            label = ALSO.get(row["label"], row["label"])
            if label not in EMOTIONS:
                raise SystemExit(f"{path}, line {number}: {row['label']!r} is none of {', '.join(EMOTIONS)}")
            rows.append((row["text"], EMOTIONS.index(label)))
    return rows


def batches(read, size, shuffle):
    """Texts of like length together; the order of batches is random when `shuffle`."""
    order = sorted(range(len(read)), key=lambda i: (len(read[i]), random.random() if shuffle else i))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    if shuffle:
        random.shuffle(groups)
    for group in groups:
        longest = max(len(read[i]) for i in group)
        ids = torch.zeros(len(group), longest, dtype=torch.long)
        for r, i in enumerate(group):
            ids[r, : len(read[i])] = torch.tensor(read[i])
        lengths = torch.tensor([len(read[i]) for i in group])
        yield group, ids, (torch.arange(longest)[None, :] < lengths[:, None]).long()


def forgetful(ids, mask, unknown, share=0.1):
    """Some pieces are not seen in training, as in life."""
    gone = (torch.rand(ids.shape) < share) & (mask == 1)
    return ids.masked_fill(gone, unknown)


def scores_of(network, read):
    network.eval()
    scores = torch.zeros(len(read), len(EMOTIONS))
    with torch.no_grad():
        for group, ids, mask in batches(read, 64, False):
            scores[group] = network.logits(ids, mask)
    return scores


def macro_f1(gold, guess):
    total = 0.0
    for c in range(len(EMOTIONS)):
        both = ((gold == c) & (guess == c)).sum().item()
        all_ = (gold == c).sum().item() + (guess == c).sum().item()
        total += 2 * both / all_ if all_ else 0.0
    return total / len(EMOTIONS)


def weights_of(labels):
    counts = torch.bincount(labels, minlength=len(EMOTIONS)).clamp(min=1).float()
    return (counts.sum() / counts).sqrt() / (counts.sum() / counts).sqrt().mean()


def train(words, network, sets, vocabulary):
    """The weights of the epoch that was best on the choosing rows, and its scores on valid."""
    (read, labels), (valid_read, valid_labels) = sets
    choosing = torch.arange(len(valid_read)) % 2 == 0
    rate = words.rate or (3e-5 if words.pretrained else 2e-3)
    body = list(network.encoder.parameters()) if words.pretrained else []
    known = {id(p) for p in body}
    own = [p for p in network.parameters() if id(p) not in known]
    groups = [{"params": own, "lr": 1e-3 if words.pretrained else rate}, {"params": body, "lr": rate}]
    adam = torch.optim.AdamW([g for g in groups if g["params"]], weight_decay=0.01)
    steps = words.epochs * math.ceil(len(read) / 32)
    falling = torch.optim.lr_scheduler.LambdaLR(adam, lambda s: min(1, (s + 1) / (0.05 * steps)) * max(0.02, 1 - s / steps))
    loss_of = nn.CrossEntropyLoss(weight=weights_of(labels), label_smoothing=0.05)
    best = (-1.0, None, None)
    for epoch in range(words.epochs):
        network.train()
        for group, ids, mask in batches(read, 32, True):
            adam.zero_grad()
            loss = loss_of(network.logits(forgetful(ids, mask, vocabulary.ids[tokens.UNKNOWN]), mask), labels[group])
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            adam.step()
            falling.step()
        scores = scores_of(network, valid_read)
        value = macro_f1(valid_labels[choosing], scores[choosing].argmax(1))
        print(f"epoch {epoch + 1}: macro-F1 {value:.4f} where the epoch is chosen", flush=True)
        if value > best[0]:
            best = (value, {k: v.clone() for k, v in network.state_dict().items()}, scores)
    network.load_state_dict(best[1])
    return best[2]


def temperature_of(scores, labels):
    """The one that makes the choosing rows most likely."""
    grid = [0.5 + 0.05 * step for step in range(60)]
    return min(grid, key=lambda t: nn.functional.cross_entropy(scores / t, labels).item())


def figures_of(scores, labels):
    guess = scores.argmax(1)
    recall = {e: round((guess[labels == c] == c).float().mean().item(), 4) for c, e in enumerate(EMOTIONS) if (labels == c).any()}
    accuracy = (guess == labels).float().mean().item()
    return {"rows": len(labels), "accuracy": round(accuracy, 4), "macroF1": round(macro_f1(labels, guess), 4), "recall": recall}


def export(model, path):
    model.eval()
    example = (torch.tensor([[2, 1, 1, 3]]), torch.ones(1, 4, dtype=torch.long))
    names = {"input_names": ["input_ids", "attention_mask"], "output_names": ["probabilities"]}
    axes = {"input_ids": {1: "tokens"}, "attention_mask": {1: "tokens"}}
    torch.onnx.export(model, example, path, dynamo=False, opset_version=OPSET, dynamic_axes=axes, **names)


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def probe(model, vocabulary, text, most):
    ids = vocabulary.read(text, most)
    with torch.no_grad():
        answer = model(torch.tensor([ids]), torch.ones(1, len(ids), dtype=torch.long))[0]
    return {"text": text, "ids": ids, "probabilities": [round(p, 5) for p in answer.tolist()]}


def main():
    words = arguments()
    torch.set_num_threads(words.threads)
    random.seed(words.seed)
    torch.manual_seed(words.seed)
    began = time.time()
    train_rows, valid_rows = rows_of(words.train), rows_of(words.valid)
    vocabulary = tokens.of_checkpoint(words.pretrained) if words.pretrained else tokens.learned([t for t, _ in train_rows])
    encoder = Checkpoint(words.pretrained) if words.pretrained else Embeddings(len(vocabulary.tokens), words.width)
    network = Network(encoder, words.hidden, len(EMOTIONS), words.dropout)
    sets = [([vocabulary.read(t, words.most_tokens) for t, _ in rows], torch.tensor([l for _, l in rows])) for rows in (train_rows, valid_rows)]
    scores, labels = train(words, network, sets, vocabulary), sets[1][1]
    even = torch.arange(len(labels)) % 2 == 0
    model = Exported(network, temperature_of(scores[even], labels[even]))
    os.makedirs(words.out, exist_ok=True)
    path = lambda name: os.path.join(words.out, name)
    export(model, path("model.onnx"))
    with open(path("vocabulary.json"), "w", encoding="utf-8") as file:
        json.dump(vocabulary.saved(), file, ensure_ascii=False)
    sums = {"modelSha256": digest(path("model.onnx")), "vocabularySha256": digest(path("vocabulary.json"))}
    kind = "bert-bilstm" if words.pretrained else "bilstm"
    card = {
        "name": f"{kind}-{sums['modelSha256'][:8]}", "labels": EMOTIONS, "languages": words.languages.split(","), "share": words.share, "maxTokens": words.most_tokens, **sums,
        "trained": {"about": words.about, "rows": len(train_rows), "seed": words.seed, "seconds": round(time.time() - began)},
        "figures": figures_of(scores[~even], labels[~even]),
        "probes": [probe(model, vocabulary, text, words.most_tokens) for text in PROBES],
    }
    with open(path("card.json"), "w", encoding="utf-8") as file:
        json.dump(card, file, ensure_ascii=False, indent=1)
    print(json.dumps({"out": words.out, "name": card["name"], **card["figures"]}))


if __name__ == "__main__":
    main()
