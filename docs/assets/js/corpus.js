// Tables of statements sort by a column; lists of reports also filter. Pages read as they are without it.

import { ReportList } from "./report-list.js";
import { comparing, makeSortable } from "./sorting.js";

for (const sheet of document.querySelectorAll("[data-sheet]")) new ReportList(sheet);
for (const table of document.querySelectorAll("table.data")) {
  if (table.closest("[data-sheet]")) continue;
  makeSortable(table, (column, kind, down) => {
    const key = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
    const rows = [...table.tBodies[0].rows].sort(comparing(key, kind, down));
    table.tBodies[0].append(...rows);
  });
}
