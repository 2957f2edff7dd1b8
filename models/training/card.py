"""The model card: what a model was made from, what it reaches, what it is not for."""
import hashlib
import json
import pathlib
from dataclasses import asdict

LISTED = ["SINUS RHYTHM", "SINUS BRADYCARDIA", "SINUS TACHYCARDIA", "ATRIAL FIBRILLATION", "RIGHT BUNDLE BRANCH BLOCK",
          "LEFT BUNDLE BRANCH BLOCK", "INCOMPLETE RIGHT BUNDLE BRANCH BLOCK", "LEFT ANTERIOR FASCICULAR BLOCK",
          "WITH 1ST DEGREE AV BLOCK", "LEFT AXIS DEVIATION"]
FACTS = {
    12: {
        "name": "ECGFounder Web bundled model, 12 leads",
        "dataset": "PTB-XL 1.0.3, ids 1 to 1600, cross-validated in five blocks of ids",
        "trainedOn": [
            {"name": "PTB-XL 1.0.3, ids 1 to 1600", "licence": "CC BY 4.0", "use": "training and cross-validation"},
            {"name": "CinC 2011 set-a, acceptable recordings", "licence": "ODC-BY 1.0", "use": "training, without labels"},
            {"name": "PhysioNet/CinC Challenge 2017, its lead lifted to twelve", "licence": "ODC-BY 1.0", "use": "training (rhythm)"},
            {"name": "MIT-BIH Arrhythmia, first channel of 26 records, lifted to twelve", "licence": "ODC-BY 1.0", "use": "training (rhythm)"},
        ],
        "checkedOn": [{"name": "LUDB 1.0.1", "licence": "ODC-BY 1.0", "use": "external check, never trained on"}],
        "domain": {"wearables": [], "description": "10 s resting ECGs of 12 leads at 100 or 500 Hz, from clinical recorders"},
    },
    1: {
        "name": "ECGFounder Web bundled model, 1 lead",
        "dataset": "PhysioNet/CinC Challenge 2017, cross-validated in five blocks",
        "trainedOn": [
            {"name": "PhysioNet/CinC Challenge 2017", "licence": "ODC-BY 1.0", "use": "training and cross-validation"},
            {"name": "PTB-XL 1.0.3, ids 1 to 1600, leads I, II, V1 to V6 one at a time", "licence": "CC BY 4.0",
             "use": "training and cross-validation (lead I)"},
            {"name": "MIT-BIH Arrhythmia, first channel of 26 records", "licence": "ODC-BY 1.0", "use": "training"},
        ],
        "checkedOn": [],
        "elsewhere": {"ptbxl": "PTB-XL 1.0.3, ids 1 to 1600, lead I, cross-validated in five blocks of ids"},
        "domain": {"wearables": ["hand-held"],
                   "description": "one lead: hand-held recordings at 300 Hz, Holter leads, single leads of clinical ECGs"},
    },
}
METHOD = ("Cross-validated figures are those of five networks, each on the block of recordings that it never saw. "
          "The model itself learned from all blocks, and from the scores of the five (distillation).")
NOT_FOR = [
    "Diagnosis, triage or treatment: this is research software, not a medical device.",
    "Ruling anything out: a low score of a label does not mean that the condition is absent.",
    "Conditions that are not among its labels: infarction and ischaemia above all.",
    "Children, paced rhythms, and recordings of poor quality: hardly any were seen in training.",
]
MEASURES = ("n", "positives", "auroc", "aurocCi", "auprc", "auprcCi")
AT_POINT = ("operatingPoint", "sensitivity", "sensitivityCi", "specificity", "specificityCi", "ppv", "npv", "f1")


def published(leads, reports):
    """The labels that the model is given for: the listed ones, and those that reach an AUROC of 0.9
    with 30 positives or more and a lower bound of 0.85."""
    rows = [row for report in reports for row in report["all"]["labels"]]
    good = {row["label"] for row in rows
            if row["positives"] >= 30 and row["auroc"] is not None and row["auroc"] >= 0.9 and row["aurocCi"][0] >= 0.85}
    if leads == 1:  # a plain sinus rhythm is there to learn from; the label that says it is CinC 2017's
        return [label for label in dict.fromkeys(row["label"] for row in rows) if label != "SINUS RHYTHM"]
    return [label for label in dict.fromkeys(row["label"] for row in rows) if label in good or label in LISTED]


def label_rows(report, kept):
    """AUROC over all blocks; the figures at the operating point over those it was not fitted on."""
    at_point = {row["label"]: row for row in report["points"]["labels"]}
    return [{"label": row["label"], **{m: row[m] for m in MEASURES}, **{m: at_point[row["label"]].get(m) for m in AT_POINT}}
            for row in report["all"]["labels"] if row["label"] in kept]


def mean_of(rows, labels):
    known = [row["auroc"] for row in rows if row["label"] in labels and row["auroc"] is not None]
    return {"labels": len(known), "auroc": sum(known) / len(known)}


def write(leads, recipe, model: pathlib.Path, kept, reports, external):
    rows = [label_rows(report, kept) for report in reports]
    where = [FACTS[leads].get("elsewhere", {}).get(report["database"], FACTS[leads]["dataset"]) for report in reports]
    first = list(rows[0])
    for dataset, others in zip(where[1:], rows[1:]):  # labels that the first database does not have
        first += [{**row, "dataset": dataset} for row in others if row["label"] not in {r["label"] for r in first}]
    about = {
        "format": "ecgfounder-model-card",
        "version": 1,
        "model": {"name": FACTS[leads]["name"], "sha256": hashlib.sha256(model.read_bytes()).hexdigest(),
                  "bytes": model.stat().st_size, "leads": leads},
        "preset": "founder",
        "method": METHOD,
        **{key: FACTS[leads][key] for key in ("dataset", "trainedOn", "checkedOn", "domain")},
        "labels": first,
        "mean": mean_of(first, LISTED if leads == 12 else kept),
        "evaluations": [{"dataset": dataset, "labels": part} for dataset, part in zip(where[1:], rows[1:])]
        + [{"dataset": name, "mean": mean_of(report["labels"], LISTED if leads == 12 else kept),
            "labels": [{m: row[m] for m in ("label", *MEASURES, "sensitivity", "specificity")} for row in report["labels"]]}
           for name, report in external.items()],
        "notFor": NOT_FOR,
        "training": {key: list(v) if isinstance(v, tuple) else v for key, v in asdict(recipe).items()},
    }
    model.with_suffix("").with_suffix(".card.json").write_text(json.dumps(about, indent=1) + "\n")
