"""Word files saved in other formats, read back and held against the originals."""
