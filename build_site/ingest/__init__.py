"""Files in, `Source` values out: one module a format, chosen by a registry."""

from __future__ import annotations

import hashlib
import traceback
from pathlib import Path

from ..errors import InputError
from ..model.source import Sidecar, Source
from ..rules import Rules
from ..text import is_space
from .drawn import with_drawn_tables
from .ids import report_id
from .limits import FILE_BYTES, TEXT_CHARS
from .reading import Reading
from .refusal import UNREADABLE, at_file, refusal
from .registry import READERS, reader_for
from .sidecar import SUFFIXES, read_sidecar, sidecar_of

__all__ = ["list_sources", "read_source", "report_id"]

#: Files that lie beside reports and are none: lock files of Office, and what systems leave behind.
_LITTER = ("~$", ".~")
_PAGE_FOLDERS = ("_files", ".files", "_文件")
_NEVER = {"readme", "readme.md", "readme.txt", "thumbs.db", "desktop.ini"}


def list_sources(root: Path) -> list[Path]:
    """Every file below ``root`` in a fixed order, but for hidden ones, READMEs and what belongs to another file.

    That is its sidecar, and the folder of pictures a browser saves beside a page.

    What is no report at all is listed too: `read_source` refuses it, and nothing is passed over in silence.
    """
    files = [path for path in root.rglob("*") if path.is_file() or path.is_symlink()]
    files = [path for path in files if not _is_ignored(path.relative_to(root)) and not _is_page_part(path)]
    reports = {path.with_suffix("") for path in files if path.suffix.lower() not in SUFFIXES}
    return sorted(path for path in files if path.suffix.lower() not in SUFFIXES or path.with_suffix("") not in reports)


def _is_ignored(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return hidden or path.name.startswith(_LITTER) or path.name.lower() in _NEVER


def _is_page_part(path: Path) -> bool:
    """Whether the file lies in the folder of pictures and scripts that a browser saves beside a page."""
    for folder in path.parents:
        name = next((folder.name[: -len(end)] for end in _PAGE_FOLDERS if folder.name.endswith(end)), "")
        if name and any(folder.with_name(name + suffix).is_file() for suffix in (".html", ".htm")):
            return True
    return False


def read_source(path: Path, root: Path, rules: Rules) -> Source:
    """Read one file with its sidecar.

    Raises:
        InputError: it cannot be read as a report; the message is one line, in Chinese and English.
    """
    file = path.relative_to(root).as_posix()
    try:
        data = _bytes_of(path)
        format_name, reading = _read(path, data)
        _check_text(reading)
    except InputError as error:
        raise at_file(error, file) from None
    beside = sidecar_of(path)
    sidecar = read_sidecar(beside, beside.relative_to(root).as_posix()) if beside else Sidecar()
    return Source(
        id=report_id(path, sidecar),
        file=file,
        format=format_name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=reading.text,
        marks=reading.marks,
        encoding=reading.encoding,
        properties=reading.properties,
        sidecar=sidecar,
    )


def _read(path: Path, data: bytes) -> tuple[str, Reading]:
    """The name of the format of the file in ``path`` and what its reader makes of ``data``.

    Raises:
        InputError: the reader refuses the file, or a library it stands on stumbles over it.
    """
    try:
        format_name, read = reader_for(path, data)
        return format_name, with_drawn_tables(read(data))
    except InputError:
        raise
    except Exception as error:
        # The one place that catches everything. Readers refuse what they know to be wrong; but zipfile, lxml,
        # python-docx, PDFium, pdfplumber and trafilatura raise errors of any kind over bytes nobody foresaw, and one
        # file must not end the build. The line names the error and its place, so that a defect of ours shows as one.
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"
        problem = (f"文件已损坏或写法少见（{where}）", f"the file is damaged or unusual ({where})")
        mend = (
            "请用原来的软件打开，另存为 .docx；若仍不行，请告诉维护者",
            "open it where it was made and save it as .docx; if that does not help, please report it",
        )
        raise refusal(problem, mend) from None


def _bytes_of(path: Path) -> bytes:
    _check_name(path)
    try:
        size = path.stat().st_size
        if size > FILE_BYTES:
            limit = f"{FILE_BYTES // 1_000_000} MB"
            problem = (f"文件超过 {limit}", f"the file is larger than {limit}")
            raise refusal(problem, ("请压缩图片或拆成几份", "shrink its pictures or split it"))
        return path.read_bytes()
    except OSError:
        raise UNREADABLE from None


def _check_name(path: Path) -> None:
    if path.is_symlink():
        problem = ("符号链接不读取", "symbolic links are not followed")
        raise refusal(problem, ("请放入文件本身", "add the file itself"))
    if path.suffix.lower() in SUFFIXES:
        kinds = " ".join(sorted(READERS))
        problem = ("旁注旁边没有同名的报告", "a sidecar without a report of its name")
        raise refusal(problem, (f"请让两者同名（报告：{kinds}）", f"give both one name (reports: {kinds})"))
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError:
        problem = ("文件名不是 UTF-8", "the file name is not UTF-8")
        raise refusal(problem, ("请改文件名", "rename the file")) from None


def _check_text(reading: Reading) -> None:
    if len(reading.text) > TEXT_CHARS:
        problem = (f"文字超过 {TEXT_CHARS} 字", f"more than {TEXT_CHARS} characters")
        raise refusal(problem, ("请拆成几份", "split it"))
    if all(map(is_space, set(reading.text))):
        problem = ("文件里没有文字", "the file holds no text")
        mend = ("如是扫描件请先做文字识别（OCR）", "if it is a scan, run text recognition (OCR) first")
        raise refusal(problem, mend)
