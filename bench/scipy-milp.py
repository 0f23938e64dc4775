"""The Python peer of bench/tasks/plan-solver.bench.ts: CPU seconds and objective of scipy.optimize.milp on an MPS file, as one line of JSON.

Arguments: a gzipped MPS file in free form, a relative gap. Without arguments: only whether scipy can be imported.
"""
import gzip
import json
import sys
import time

import numpy
import scipy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

if len(sys.argv) == 1:
    sys.exit()
rows, columns, entries = {}, {}, []
kinds, rhs, cost, lower, upper, integer = [], [], [], [], [], []
section, whole, objective = "", 0, ""
for line in gzip.open(sys.argv[1], "rt"):
    words = line.split()
    if not words or words[0].startswith("*"):
        continue
    if not line.startswith(" "):
        section = words[0]
    elif section == "ROWS":
        if words[0] == "N":
            objective = words[1]
        else:
            rows[words[1]] = len(rows)
            kinds.append(words[0])
            rhs.append(0.0)
    elif section == "COLUMNS":
        if "'MARKER'" in words:
            whole = 1 if "'INTORG'" in words else 0
            continue
        if words[0] not in columns:
            columns[words[0]] = len(columns)
            cost.append(0.0)
            lower.append(0.0)
            upper.append(numpy.inf)
            integer.append(whole)
        j = columns[words[0]]
        for name, value in zip(words[1::2], words[2::2]):
            if name == objective:
                cost[j] = float(value)
            else:
                entries.append((rows[name], j, float(value)))
    elif section == "RHS":
        for name, value in zip(words[1::2], words[2::2]):
            rhs[rows[name]] = float(value)
    elif section == "BOUNDS":
        j = columns[words[2]]
        if words[0] in ("UP", "FX"):
            upper[j] = float(words[3])
        if words[0] in ("LO", "FX"):
            lower[j] = float(words[3])

i, j, value = zip(*entries)
matrix = csr_matrix((value, (i, j)), shape=(len(rows), len(columns)))
low = [-numpy.inf if kind == "L" else b for kind, b in zip(kinds, rhs)]
high = [numpy.inf if kind == "G" else b for kind, b in zip(kinds, rhs)]
before = time.process_time()
found = milp(cost, constraints=LinearConstraint(matrix, low, high), bounds=Bounds(lower, upper), integrality=integer, options={"mip_rel_gap": float(sys.argv[2])})
print(json.dumps({"cpu_s": time.process_time() - before, "objective": found.fun, "gap": found.mip_gap, "scipy": scipy.__version__}))
