"""Joins sites that were built separately into one: a front page, one search, shared indicators and themes.

Each shard stays the whole site it was, in a folder of its own. What stands above the shards is made from their
published tables alone, by queries that spill to disk, one indicator at a time in memory. See
``docs/development/scale.md``.
"""

from .assemble import Joined, join
from .shards import Shard, read_shards

__all__ = ["Joined", "Shard", "join", "read_shards"]
