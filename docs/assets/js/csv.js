// CSV as RFC 4180 has it: reading the published tables, and writing files that Excel in China opens right (UTF-8 with a mark).

/** One field; a leading sign that a spreadsheet would run as a formula gets a space before it. */
function field(value) {
  let text = String(value ?? "");
  if (/^[=+@\t\r]/.test(text)) text = ` ${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows (arrays) as text. */
export function toCsv(rows) {
  return rows.map((row) => row.map(field).join(",")).join("\r\n") + "\r\n";
}

/** Hand `rows` to the reader as the file `name`. */
export function download(name, rows) {
  const blob = new Blob(["\ufeff", toCsv(rows)], { type: "text/csv;charset=utf-8" });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** RFC 4180 text with a header, as objects. */
export function parseCsv(text) {
  const rows = [];
  let row = [], cell = "", quoted = false;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') { cell += char; at++; }
      else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ",") { row.push(cell); cell = ""; }
    else if (char === "\n") { row.push(cell.replace(/\r$/, "")); rows.push(row); row = []; cell = ""; }
    else cell += char;
  }
  const [names, ...values] = rows;
  return values.map((one) => Object.fromEntries(names.map((name, index) => [name, one[index]])));
}
