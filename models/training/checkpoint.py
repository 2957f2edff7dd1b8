"""A trained network as a checkpoint of the official layout, and as ONNX by our own converter."""
import pathlib

import torch

from fit import Recipe, build
from net1d import Net1D
from prepare import ecgfounder


def save(net: Net1D, classes: int, path: pathlib.Path, epoch: int) -> None:
    """Keeps the outputs that are labels: the beat features were there to learn from."""
    state = net.state_dict()
    state["dense.weight"] = state["dense.weight"][:classes].clone()
    state["dense.bias"] = state["dense.bias"][:classes].clone()
    torch.save({"epoch": epoch, "step": 0, "state_dict": state}, path)


def load(recipe: Recipe, classes: int, path: pathlib.Path) -> Net1D:
    net = build(recipe, classes)
    net.load_state_dict(torch.load(path)["state_dict"])
    return net


def keep(checkpoint: pathlib.Path, labels: list, kept: list, path: pathlib.Path) -> None:
    """The same network with the outputs of `kept` only."""
    whole = torch.load(checkpoint)
    rows = torch.tensor([labels.index(label) for label in kept])
    for name in ("dense.weight", "dense.bias"):
        whole["state_dict"][name] = whole["state_dict"][name][rows].clone()
    torch.save(whole, path)


def convert(checkpoint: pathlib.Path, labels: list, onnx: pathlib.Path, dtype: str) -> None:
    names = checkpoint.with_suffix(".labels.txt")
    names.write_text("\n".join(labels) + "\n")
    ecgfounder("convert", checkpoint, "--labels", names, "--dtype", dtype, "--out", onnx)
