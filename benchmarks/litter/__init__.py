"""Reports with litter put in at known places: what cleaning takes out, and what it should not have."""
