"""What the models are worth: all figures come from `ecgfounder evaluate`."""
import json
import pathlib

import checkpoint
import databases
from prepare import ecgfounder
from training_sets import BLOCKS

FITTED_ON = BLOCKS - 2  # operating points are fitted on the first blocks and reported on the others


def cross_validate(data, folder: pathlib.Path) -> list:
    """For each validated database: every recording is scored by the network that never saw its block."""
    for block in range(BLOCKS):
        checkpoint.convert(folder / f"block-{block}.pth", data.labels, folder / f"block-{block}.onnx", "fp16")
    return [validate(part, data.labels, folder) for part in data.parts if part.validated]


def validate(part, labels, folder):
    database = part.database
    out = folder / database.folder.name
    out.mkdir(exist_ok=True)
    covered = [label for label in labels if label in database.labels]
    tables = []
    for block in range(BLOCKS):
        rows = [k for k, name in enumerate(database.names) if part.block_of(k) == block]
        database.write_labels(out / f"labels-{block}.csv", rows, covered)
        scores = out / f"scores-{block}.csv"
        evaluate(out / f"labels-{block}.csv", database, out / f"block-{block}.json", scores, folder / f"block-{block}.onnx")
        tables.append(scores.read_text().splitlines())
    scores = out / "scores.csv"
    head = "# ecgfounder scores; model=cross-validation; " + tables[0][0].split("; ", 2)[2]
    scores.write_text("\n".join([head, tables[0][1]] + [row for table in tables for row in table[2:]]) + "\n")
    rows = range(len(database.names))
    early = [k for k in rows if part.block_of(k) < FITTED_ON]
    late = [k for k in rows if part.block_of(k) >= FITTED_ON]
    for name, chosen in (("labels", rows), ("early", early), ("late", late)):
        database.write_labels(out / f"{name}.csv", chosen, covered)
    whole = evaluate(out / "labels.csv", database, out / "all.json", scores)
    points = evaluate(out / "late.csv", database, out / "points.json", scores, None, "--fit-on", out / "early.csv", "--criterion", "f1")
    return {"database": database.folder.name, "all": whole, "points": points}


def at_rates(part, folder: pathlib.Path, work: pathlib.Path) -> dict:
    """The last block at the rates of other wearables, by the network that never saw it."""
    block = BLOCKS - 1
    rows = [k for k in range(len(part.database.names)) if part.block_of(k) == block]
    out = {}
    for rate in (130, 300, 512):
        same = databases.at_rate(part.database, rows, rate, work / f"{part.database.folder.name}-{rate}")
        out[f"the last block of CinC 2017 at {rate} Hz"] = external(same, folder / f"block-{block}.onnx", same.labels, folder)
    return out


def external(database, model: pathlib.Path, labels, folder: pathlib.Path) -> dict:
    """A database that the model never saw."""
    out = folder / database.folder.name
    out.mkdir(exist_ok=True)
    database.write_labels(out / "labels.csv", None, [label for label in labels if label in database.labels])
    (out / "scores.csv").unlink(missing_ok=True)
    return evaluate(out / "labels.csv", database, out / "all.json", out / "scores.csv", model)


def evaluate(labels, database, report, scores, model=None, *more):
    chosen = ["--model", model] if model else []
    ecgfounder("evaluate", "--labels", labels, "--recordings", database.folder, "--out", report, "--scores", scores, *chosen, *more)
    return json.loads(report.read_text())
