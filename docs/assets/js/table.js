// A table that can be filtered, sorted and taken along. The page works without this as a plain table.

const collator = new Intl.Collator("zh-Hans-CN-u-co-pinyin", { numeric: true });

/** Rows of a figures table as plain objects; `tr` is the row itself. */
export function readRows(table) {
  const rows = [];
  const names = table.dataset.themes.split(" ");
  for (const body of table.tBodies) {
    let t = ""; // further themes, told where they are not those of the row above
    for (const tr of body.rows) {
      if (tr.className === "group") continue;
      const cells = [...tr.cells].map((cell) => cell.textContent.trim());
      const masked = tr.cells[1].firstElementChild.classList.contains("mask");
      const [, number = "", rest = ""] = (!masked && /^(\d+(?:\.\d+)?)(.*)$/.exec(cells[1])) || [];
      const { x = "", q = "", r = "level" } = tr.dataset;
      t = tr.dataset.t ?? t;
      const shown = !("v" in tr.dataset || "u" in tr.dataset);  // 119所 says its value and unit itself
      const { v = shown ? number : "", u = shown ? rest : "" } = tr.dataset;
      rows.push({
        tr, cells, body, place: rows.length, id: tr.id, value: v, max: x, unit: u, qualifier: q, role: r,
        plan: tr.cells[4].firstElementChild !== null,
        masked,
        theme: body.dataset.g,
        themes: [body.dataset.g, ...t.split(" ").filter(Boolean).map((number) => names[number])],
      });
    }
  }
  return rows;
}

/** Which rows a state (the form's values) lets through. */
export function matches(row, state) {
  const words = (state.q || "").trim().toLowerCase().split(/\s+/).filter(Boolean);
  const text = row.cells.join(" ").toLowerCase();
  return (!state.theme || row.themes.includes(state.theme))
    && (!state.role || row.role === state.role)
    && (!state.status || row.plan === (state.status === "plan"))
    && (!state.masked || row.masked === (state.masked === "yes"))
    && (!state.unit || row.unit === state.unit)
    && words.every((word) => text.includes(word));
}

/** Compare two rows by a column: numbers as numbers with masked ones last, text by pinyin, sections in text order. */
export function comparer(column, kind, down) {
  const sign = down ? -1 : 1;
  return (a, b) => {
    if (kind === "number") {
      const empty = (a.value === "") - (b.value === "");
      return empty || sign * (Number(a.value) - Number(b.value)) || a.place - b.place;
    }
    const order = kind === "place" ? Number(a.id.slice(1)) - Number(b.id.slice(1)) : collator.compare(a.cells[column], b.cells[column]);
    return sign * order || a.place - b.place;
  };
}

/** Values of a field with how often each occurs, by pinyin. */
export function choices(rows, field) {
  const counts = new Map();
  for (const row of rows) for (const value of [row[field]].flat()) if (value) counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts].sort((a, b) => collator.compare(a[0], b[0]));
}
