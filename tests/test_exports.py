"""The published data: columns as promised, offsets that lead to the characters, files that describe one another."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import jsonschema
import pytest

from build_site.model.tables import TABLES

PROMISED = {
    "reports": "report title region region_code year kind source_file source_sha256 format chars sections figures "
    "figures_masked masks completeness warnings url",
    "sections": "report section level marker title start end primary_theme themes",
    "figures": "report figure section indicator value value_max unit text qualifier role status period compare masked "
    "themes start end sentence url",
    "masks": "report start end text kind",
    "removals": "report start end kind text",
    "warnings": "report code message start end",
}


def rows_of(site: Path, name: str) -> list[dict[str, str]]:
    with (site / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("name", PROMISED)
def test_columns_are_exactly_those_promised(site: Path, name: str) -> None:
    raw = (site / "data" / f"{name}.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    header = raw.decode("utf-8-sig").split("\r\n", 1)[0]
    assert header.split(",") == PROMISED[name].split()


@pytest.mark.parametrize("name", ["figures", "masks", "removals"])
def test_offsets_lead_to_the_characters(site: Path, name: str) -> None:
    texts: dict[str, str] = {}
    rows = rows_of(site, name)
    assert rows
    for row in rows:
        if row["report"] not in texts:
            texts[row["report"]] = (site / "data" / f"{row['report']}.txt").read_bytes().decode()
        assert texts[row["report"]][int(row["start"]) : int(row["end"])] == row["text"]


def test_a_masked_figure_has_no_value_and_every_other_has_one(site: Path) -> None:
    for row in rows_of(site, "figures"):
        assert (row["value"] == "") == (row["masked"] == "true"), row


def test_masked_figures_and_masks_agree(site: Path) -> None:
    hidden = [row for row in rows_of(site, "masks") if row["kind"] == "figure"]
    masks = {(row["report"], int(row["start"]), int(row["end"])) for row in hidden}
    figures = [row for row in rows_of(site, "figures") if row["masked"] == "true"]
    for row in figures:
        inside = [m for m in masks if m[0] == row["report"] and int(row["start"]) < m[2] and m[1] < int(row["end"])]
        assert inside, row["text"]


def test_each_report_as_json_fits_the_schema(site: Path) -> None:
    schema = json.loads((site / "data" / "schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    for row in rows_of(site, "reports"):
        document = json.loads((site / "data" / f"{row['report']}.json").read_text(encoding="utf-8"))
        validator.validate(document)
        assert len(document["figures"]) == int(row["figures"])
        with pytest.raises(jsonschema.ValidationError):
            validator.validate({**document, "figures": "many"})


def test_the_figures_of_the_json_say_what_the_table_says(site: Path) -> None:
    rows = rows_of(site, "figures")
    for report in {row["report"] for row in rows}:
        document = json.loads((site / "data" / f"{report}.json").read_text(encoding="utf-8"))
        told = [
            (
                figure["figure"],
                figure.get("role", "level"),
                figure.get("status", "done"),
                ";".join(document["themes"][number] for number in figure.get("themes", [])),
                document["sentences"][figure["sentence"]]["text"],
            )
            for figure in document["figures"]
        ]
        wanted = [row for row in rows if row["report"] == report]
        assert told == [
            tuple(row[name] for name in ("figure", "role", "status", "themes", "sentence")) for row in wanted
        ]


def test_the_sections_of_the_json_have_the_themes_of_the_table(site: Path) -> None:
    rows = rows_of(site, "sections")
    assert any(row["themes"] for row in rows)
    for report in {row["report"] for row in rows}:
        document = json.loads((site / "data" / f"{report}.json").read_text(encoding="utf-8"))
        names = document["themes"]
        told = {one["section"]: [names[number] for number in one["themes"]] for one in document["sections"]}
        for row in (row for row in rows if row["report"] == report):
            assert ";".join(told[row["section"]]) == row["themes"]
            assert row["primary_theme"] == (told[row["section"]] or [""])[0]
        for entry in (*document["sections"], *document["paragraphs"]):
            assert all(0 <= number < len(names) for number, *_ in entry["evidence"])


def test_the_data_package_describes_every_table(site: Path) -> None:
    package = json.loads((site / "data" / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["name"] for resource in package["resources"]] == [table.name for table in TABLES]
    for resource in package["resources"]:
        header = (site / "data" / resource["path"]).read_text(encoding="utf-8-sig").split("\n", 1)[0].strip()
        assert header.split(",") == [field["name"] for field in resource["schema"]["fields"]]


def test_sqlite_holds_the_tables_and_finds_chinese_strings(site: Path) -> None:
    connection = sqlite3.connect(f"file:{site / 'data' / 'reports.sqlite'}?mode=ro", uri=True)
    for table in TABLES:
        (count,) = connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()
        assert count == len(rows_of(site, table.name))
    columns = [row[0] for row in connection.execute("SELECT * FROM figures").description]
    assert columns == PROMISED["figures"].split()
    found = connection.execute("SELECT text FROM sentences_text WHERE sentences_text MATCH '毛入园率'").fetchall()
    assert found
    assert all("毛入园率" in sentence for (sentence,) in found)


def test_reports_count_what_the_other_tables_hold(site: Path) -> None:
    for row in rows_of(site, "reports"):
        for name, column in (("figures", "figures"), ("masks", "masks"), ("warnings", "warnings")):
            held = [other for other in rows_of(site, name) if other["report"] == row["report"]]
            assert len(held) == int(row[column])
