"""The GitHub workflow: valid by the published schema, and running the README's commands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import yaml

PROJECT = Path(__file__).parent.parent
WORKFLOW = PROJECT / ".github" / "workflows" / "site.yml"


def test_workflow_is_valid_by_the_schema_that_ships_with_the_checker() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(WORKFLOW)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_workflow_runs_commands_the_readme_names() -> None:
    steps = [step for job in yaml.safe_load(WORKFLOW.read_text())["jobs"].values() for step in job["steps"]]
    commands = [step["run"] for step in steps if "run" in step]
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert commands
    assert all(command in readme for command in commands)


def test_only_the_deploying_job_may_write() -> None:
    workflow = yaml.safe_load(WORKFLOW.read_text())
    assert workflow["permissions"] == {"contents": "read"}
    assert "permissions" not in workflow["jobs"]["build"]
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
