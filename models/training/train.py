#!/usr/bin/env python3
"""Trains the bundled models from the open databases and writes them, with their cards, to models/bundled.

    python3 models/training/train.py --source FOLDER [--leads 12|1] [--work build/training]

Needs Debian's python3-torch and the built package (`npm run build`). Everything that was done is kept
in the work folder: run again, it goes on where it was stopped; remove the folder to train from scratch.
"""
import argparse
import pathlib
from multiprocessing import get_context

import torch

import card
import checkpoint
import databases
import validation
from fit import Recipe, fit
from prepare import ROOT
from training_sets import BLOCKS, training_set

RECIPES = {
    12: Recipe(leads=12, epochs=30, full_epochs=6, beat_weight=0.6),
    1: Recipe(leads=1, filters=(16, 32, 48, 64, 96, 128, 160), epochs=20, full_epochs=5, beat_weight=0.3),
}
SEED = 7


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--source", type=pathlib.Path, required=True, help="folder of the databases")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build" / "training")
    parser.add_argument("--leads", type=int, choices=(12, 1), help="only this model")
    options = parser.parse_args()
    source, work = options.source, options.work
    sets = [training_set(leads, source, work) for leads in ([options.leads] if options.leads else [12, 1])]
    for data in sets:
        folder_of(data, work).mkdir(parents=True, exist_ok=True)
    with get_context("fork").Pool(2, set_up, (sets, work)) as pool:  # forks see the data without a copy
        pool.starmap(fit_one, [(k, block) for k in range(len(sets)) for block in range(BLOCKS)], chunksize=1)
        pool.starmap(fit_one, [(k, None) for k in range(len(sets))], chunksize=1)
    for data in sets:
        publish(data, source, work)


def folder_of(data, work):
    return work / f"{data.leads}-lead"


def publish(data, source, work):
    leads, folder = data.leads, folder_of(data, work)
    reports = validation.cross_validate(data, folder)
    kept = card.published(leads, reports)
    bundled = ROOT / "models" / "bundled"
    bundled.mkdir(exist_ok=True)
    model = bundled / f"{leads}-lead.onnx"
    checkpoint.keep(folder / "final.pth", data.labels, kept, folder / "bundled.pth")
    checkpoint.convert(folder / "bundled.pth", kept, model, "fp16")
    if leads == 12:
        elsewhere = {"LUDB 1.0.1": validation.external(databases.ludb(source, work / "ludb"), model, kept, folder)}
    else:
        elsewhere = validation.at_rates(data.parts[0], folder, work)
    card.write(leads, RECIPES[leads], model, kept, reports, elsewhere)


def set_up(sets, work):
    global training_sets, work_folder
    training_sets, work_folder = sets, work
    torch.set_num_threads(1)


def fit_one(number, block):
    """One network: without a block, for its validation; without none, taught by those."""
    data = training_sets[number]
    folder = folder_of(data, work_folder)
    name = "final" if block is None else f"block-{block}"
    path = folder / f"{name}.pth"
    if path.exists():
        return
    recipe = RECIPES[data.leads]
    teachers = [checkpoint.load(recipe, len(data.labels), folder / f"block-{k}.pth") for k in range(BLOCKS)] if block is None else []
    net = fit(recipe, data.without(block), SEED, teachers, lambda line: print(f"{data.leads}-lead {name}, {line}", flush=True))
    partial = path.with_suffix(".part")
    checkpoint.save(net, len(data.labels), partial, recipe.epochs)
    partial.rename(path)


if __name__ == "__main__":
    main()
