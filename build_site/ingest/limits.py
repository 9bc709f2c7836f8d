"""How large and how deep a file may be: a report is never near these, a broken or hostile file may be far beyond."""

from __future__ import annotations

#: Bytes of a file on disk. A government report as Word is below 0.1 MB, with photographs rarely above 20.
FILE_BYTES = 50_000_000

#: Bytes of a text or web page file; a report of 100,000 characters is 0.3 MB.
TEXT_BYTES = 10_000_000

#: Bytes of a sidecar.
SIDECAR_BYTES = 100_000

#: Code points of the canonical text of one report.
TEXT_CHARS = 3_000_000

#: Pages of a PDF: bounds the time one file takes, about 50 ms a page.
PDF_PAGES = 600

#: Characters drawn on one PDF page; a page of small print has 4,000.
PDF_PAGE_CHARS = 60_000

#: Members of a .docx package; one with 200 pictures has about 250.
ZIP_ENTRIES = 4_000

#: Bytes of all XML parts of a .docx, unpacked; a report of 30,000 characters has about 1 MB.
XML_BYTES = 100_000_000

#: How many times larger than packed a large XML part may be; Word's own reach 30.
ZIP_RATIO = 150

#: Unpacked bytes below which the ratio is not looked at.
ZIP_RATIO_FLOOR = 30_000_000

#: Elements within elements of a web page; Word files are held to the 256 of the XML parser (Word nests about 10).
HTML_DEPTH = 400
