"""Fits one Net1D to windows of model input."""
import copy
import math
import time
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F

import augment
import physiology
from net1d import Net1D


FRAME_ODDS = torch.tensor(4.0)  # a frame with a peak weighs more
LABELS_WEIGH = 3  # the labels' loss, beside 1 for the beat features'


@dataclass(frozen=True)
class Recipe:
    """How a model is built and trained."""
    leads: int
    base_filters: int = 16
    filters: tuple = (16, 32, 64, 96, 128, 160, 192)
    blocks: tuple = (1, 1, 1, 2, 2, 2, 2)
    epochs: int = 30
    full_epochs: int = 6         # the last ones, on whole windows; those before on half windows
    batch: int = 32
    rate: float = 3e-3
    decay: float = 0.02
    beat_weight: float = 0.6     # times the beat features' loss
    mixup: float = 0.2
    dropout: float = 0.2
    average: float = 0.995       # of the weights, per step
    map_weight: float = 0.5      # times the loss of the map of QRS and P peaks
    map_stage: int = 3           # it is read off this stage's output, a frame of 32 samples a step
    opinions: int = 2            # of teachers asked per step, chosen at random


@dataclass
class Data:
    """windows [W, leads, 5000] float16; labels [W, K] in 0..1, NaN unknown; beats [W, B], marks [W, MARKS], NaN unknown."""
    windows: np.ndarray
    labels: np.ndarray
    beats: np.ndarray
    marks: np.ndarray
    owner: np.ndarray  # [W]; one window of each owner is drawn per epoch
    names: list        # of the labels

    def take(self, rows):
        return Data(self.windows[rows], self.labels[rows], self.beats[rows], self.marks[rows], self.owner[rows], self.names)


def build(recipe, outputs):
    net = Net1D(dict(leads=recipe.leads, baseFilters=recipe.base_filters, ratio=1, filters=list(recipe.filters),
                     blocks=list(recipe.blocks), kernel=16, groupWidth=16, classes=outputs))
    for stage in net.stage_list:
        for block in stage.block_list:
            torch.nn.init.zeros_(block.conv3.conv.weight)  # each block starts as its identity
            torch.nn.init.zeros_(block.conv3.conv.bias)
    return net


def fit(recipe: Recipe, data: Data, seed: int, teachers=(), say=print) -> Net1D:
    """Trains from scratch and returns the averaged network; its outputs are the labels, then the beats.
    With teachers, it learns their mean logits (distillation, Hinton 2015) as much as the labels."""
    torch.manual_seed(seed)
    rng = torch.Generator().manual_seed(seed)
    dice = np.random.default_rng(seed)
    labels, beats = torch.tensor(data.labels), torch.tensor(data.beats)
    centre, spread = np.nanmean(data.beats, 0), np.nanstd(data.beats, 0)
    classes = labels.shape[1]
    weight = positive_weight(labels)
    net = build(recipe, classes + beats.shape[1])
    averaged = copy.deepcopy(net)
    frame_head = torch.nn.Conv1d(recipe.filters[recipe.map_stage], 2, 1)
    trained = [*net.named_parameters(), *frame_head.named_parameters()]
    decayed = [p for n, p in trained if p.ndim > 1]
    others = [p for n, p in trained if p.ndim <= 1]
    optimiser = torch.optim.AdamW([{"params": decayed, "weight_decay": recipe.decay},
                                   {"params": others, "weight_decay": 0}], lr=recipe.rate)
    per_epoch = math.ceil(len(draw(data, rng)) / recipe.batch)
    steps = per_epoch * recipe.epochs
    step = 0
    started = time.time()
    for epoch in range(recipe.epochs):
        length = 5000 if epoch >= recipe.epochs - recipe.full_epochs else 2500
        total = 0.0
        for rows in draw(data, rng).split(recipe.batch):
            for group in optimiser.param_groups:
                group["lr"] = recipe.rate * min(1, (step + 1) / (2 * per_epoch)) * (0.5 + 0.5 * math.cos(math.pi * step / steps))
            x = torch.from_numpy(data.windows[rows.numpy()].astype("float32"))
            x, known, measured, frames = physiology.rebuild(x, labels[rows], beats[rows], data.marks[rows.numpy()], data.names, length, dice)
            if recipe.leads == 1:
                x = augment.wearable(x, rng)
            else:
                x, known, measured = physiology.rotate_axis(x, known, measured, data.names, rng)
            x = augment.vary(x, rng)
            targets = [known, (measured - centre) / spread, frames]
            if recipe.mixup > 0:
                x, targets = augment.mix(x, targets, rng, recipe.mixup)
            early = net.feature_map(x, 0, recipe.map_stage + 1)
            out = net.dense(F.dropout(net.feature_map(early, recipe.map_stage + 1).mean(-1), recipe.dropout))
            by_label = known_bce(out[:, :classes], targets[0], weight)
            if teachers:
                by_label = (by_label + F.binary_cross_entropy_with_logits(out[:, :classes], opinion(teachers, x, recipe, dice))) / 2
            loss = LABELS_WEIGH * by_label
            loss = loss + recipe.beat_weight * known_square(out[:, classes:], targets[1])
            loss = loss + recipe.map_weight * known_bce(frame_head(early), targets[2], FRAME_ODDS)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            keep = min(recipe.average, (1 + step) / (10 + step))
            with torch.no_grad():
                for a, b in zip(averaged.parameters(), net.parameters()):
                    a.lerp_(b, 1 - keep)
            total += loss.item()
            step += 1
        say(f"epoch {epoch + 1}/{recipe.epochs}: loss {total / per_epoch:.4f}, {time.time() - started:.0f} s")
    return averaged


@torch.no_grad()
def opinion(teachers, x, recipe, dice):
    """The scores that some of the teachers give together."""
    asked = dice.choice(len(teachers), min(recipe.opinions, len(teachers)), replace=False)
    return torch.stack([teachers[k](x)[0] for k in asked]).mean(0).sigmoid()


def draw(data, rng):
    """The windows of one epoch in random order: one of each owner."""
    order = torch.randperm(len(data.windows), generator=rng)
    _, first = np.unique(data.owner[order.numpy()], return_index=True)
    return order[torch.from_numpy(np.sort(first))]


def positive_weight(labels):
    """Rarer labels weigh more, by the square root of the odds."""
    positives = (labels > 0.5).sum(0).clamp(min=1)
    negatives = (labels <= 0.5).sum(0)
    return (negatives / positives).sqrt().clamp(1, 8)


def known_bce(logits, targets, weight):
    known = ~torch.isnan(targets)
    losses = F.binary_cross_entropy_with_logits(logits, targets.nan_to_num(0), pos_weight=weight, reduction="none")
    return (losses * known).sum() / known.sum().clamp(min=1)


def known_square(values, targets):
    known = ~torch.isnan(targets)
    losses = F.smooth_l1_loss(values, targets.nan_to_num(0), reduction="none")
    return (losses * known).sum() / known.sum().clamp(min=1)


@torch.no_grad()
def run(net, windows):
    """Outputs [W, K + B] of whole windows."""
    out = [net.dense(net.feature_map(torch.from_numpy(windows[k:k + 32].astype("float32"))).mean(-1)) for k in range(0, len(windows), 32)]
    return torch.cat(out).numpy()
