"""The network: an encoder (BERT from a local checkpoint, or piece embeddings), a BiLSTM over it, attention and the largest
value as pooling, one linear layer, softmax."""

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence


class Embeddings(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.table = nn.Embedding(size, width, padding_idx=0)
        self.width = width

    def forward(self, ids, mask):
        return self.table(ids)


class Checkpoint(nn.Module):
    """A BERT-like checkpoint read from a folder; nothing is fetched."""

    def __init__(self, folder):
        super().__init__()
        from transformers import AutoModel

        self.body = AutoModel.from_pretrained(folder, local_files_only=True, attn_implementation="eager")
        self.width = self.body.config.hidden_size

    def forward(self, ids, mask):
        return self.body(input_ids=ids, attention_mask=mask).last_hidden_state


class Network(nn.Module):
    def __init__(self, encoder, hidden, classes, dropout):
        super().__init__()
        self.encoder = encoder
        self.lstm = nn.LSTM(encoder.width, hidden, batch_first=True, bidirectional=True)
        self.look = nn.Sequential(nn.Linear(2 * hidden, hidden), nn.Tanh(), nn.Linear(hidden, 1))
        self.drop = nn.Dropout(dropout)
        self.answer = nn.Linear(4 * hidden, classes)

    def logits(self, ids, mask):
        read = self.drop(self.encoder(ids, mask))
        if self.training or ids.shape[0] > 1:
            packed = pack_padded_sequence(read, mask.sum(1), batch_first=True, enforce_sorted=False)
            states, _ = pad_packed_sequence(self.lstm(packed)[0], batch_first=True, total_length=ids.shape[1])
        else:
            states, _ = self.lstm(read)
        away = (mask == 0).unsqueeze(-1)
        weights = torch.softmax(self.look(states).masked_fill(away, -1e4), dim=1)
        pooled = torch.cat([(weights * states).sum(1), states.masked_fill(away, -1e4).amax(1)], dim=1)
        return self.answer(self.drop(pooled))


class Exported(nn.Module):
    """What is written to model.onnx: ids and mask of one text in, probabilities out."""

    def __init__(self, network, temperature):
        super().__init__()
        self.network, self.temperature = network, temperature

    def forward(self, input_ids, attention_mask):
        return torch.softmax(self.network.logits(input_ids, attention_mask) / self.temperature, dim=1)
