// Tables of reports and statements: sort by a column, filter by text and by choice. Pages read as they are without it.

const collator = new Intl.Collator("zh-CN", { numeric: true });

for (const table of document.querySelectorAll("table.data")) makeSortable(table);
for (const sheet of document.querySelectorAll("[data-sheet]")) makeFilter(sheet);

function makeSortable(table) {
  const heads = [...table.querySelectorAll("thead th")];
  heads.forEach((head, column) => {
    if (!head.dataset.sort) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending" || (!head.ariaSort && head.dataset.sort === "number");
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      sortRows(table, column, head.dataset.sort, down ? -1 : 1);
    });
  });
}

function sortRows(table, column, kind, sign) {
  const key = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
  const compare = kind === "number"
    ? (a, b) => sign * (number(key(a)) - number(key(b)))
    : (a, b) => sign * collator.compare(key(a), key(b));
  const body = table.tBodies[0];
  // Rows without a value stay at the end whichever way the others run.
  const rows = [...body.rows].sort((a, b) => (key(a) === "") - (key(b) === "") || compare(a, b));
  body.append(...rows);
}

function number(text) {
  return text === "" ? 0 : parseFloat(text.replaceAll(",", ""));
}

function makeFilter(sheet) {
  const bar = sheet.querySelector("[data-toolbar]");
  if (!bar) return;
  const rows = [...sheet.querySelectorAll("tbody tr")];
  const words = bar.querySelector("[data-filter-text]");
  const choices = [...bar.querySelectorAll("[data-filter]")];
  for (const choice of choices) {
    const values = [...new Set(rows.map((row) => row.dataset[choice.dataset.filter]))].sort(collator.compare);
    for (const value of values) choice.add(new Option(value, value));
    choice.closest("label").hidden = values.length < 2;
  }
  const apply = () => {
    const wanted = words.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const fits = wanted.every((word) => text.includes(word))
        && choices.every((choice) => !choice.value || row.dataset[choice.dataset.filter] === choice.value);
      row.hidden = !fits;
      shown += fits;
    }
    bar.querySelector("[data-count]").textContent = shown === rows.length ? `共 ${shown} 份` : `${rows.length} 份中的 ${shown} 份`;
  };
  bar.addEventListener("input", apply);
  apply();
}
