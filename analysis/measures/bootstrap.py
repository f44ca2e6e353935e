"""Bootstrap: intervals that know only the chance of which articles were drawn.

Percentile bootstrap (Efron 1979) over clusters: the unit drawn is the article, copies of one article together,
for statements of one article are not independent. It knows nothing of errors in extraction or tone.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

DRAWS = 1000
SEED = 20160101
LEVEL = 0.95
_BLOCK = 2_000_000


def mean_interval(values: pd.Series, clusters: pd.Series, draws: int = DRAWS, seed: int = SEED) -> tuple[float, float]:
    """Return the 95 % percentile interval of the mean of `values` when clusters are drawn with replacement.

    Args:
        values: numbers without missing ones, one a statement.
        clusters: for each value the cluster it belongs to.

    Returns (NaN, NaN) with fewer than two clusters. The result does not depend on the order of the rows.
    """
    sums = (
        pd.DataFrame({"cluster": clusters.to_numpy(), "value": values.to_numpy(dtype=float)})
        .groupby("cluster")["value"]
        .agg(["sum", "count"])
    )
    n = len(sums)
    if n < 2:
        return float("nan"), float("nan")
    random = np.random.default_rng(seed)
    totals, counts = sums["sum"].to_numpy(), sums["count"].to_numpy()
    means, block = [], max(1, _BLOCK // n)
    for start in range(0, draws, block):
        drawn = random.integers(0, n, size=(min(block, draws - start), n))
        means.append(totals[drawn].sum(axis=1) / counts[drawn].sum(axis=1))
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(np.concatenate(means), [tail, 1 - tail])
    return float(low), float(high)
