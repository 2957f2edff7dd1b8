"""HL7 aECG by Python's own XML parser: every sequence set of a file, in the document's order."""
import platform
import xml.etree.ElementTree as ET

import numpy as np

from case import PER_MILLIVOLT, Case

NAME, VERSION = "ElementTree", platform.python_version()
V3 = "{urn:hl7-org:v3}"


def rate_of(sets):
    increment = sets.find(f".//{V3}sequence/{V3}value/{V3}increment")
    seconds = {"s": 1, "ms": 1e-3, "us": 1e-6}[increment.get("unit")]
    return 1 / (float(increment.get("value")) * seconds)


def leads_of(sets):
    for sequence in sets.iter(V3 + "sequence"):
        values = sequence.find(V3 + "value")
        if values.find(V3 + "digits") is None:
            continue
        code = sequence.find(V3 + "code").get("code").replace("MDC_ECG_LEAD_", "")
        origin, scale = values.find(V3 + "origin"), values.find(V3 + "scale")
        digits = np.array(values.find(V3 + "digits").text.split(), dtype=np.float64)
        samples = (digits * float(scale.get("value")) / PER_MILLIVOLT[scale.get("unit")]
                   + float(origin.get("value")) / PER_MILLIVOLT[origin.get("unit")])
        yield code, samples


def cases(folders):
    for path in folders.find(".xml"):
        tree = ET.parse(path)
        if tree.getroot().tag != V3 + "AnnotatedECG":
            continue
        for index, sets in enumerate(tree.iter(V3 + "sequenceSet")):
            yield Case([path], list(leads_of(sets)), rate_of(sets), {"recording": index + 1})
