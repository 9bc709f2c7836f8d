// Rows as a CSV file that Excel in China opens right: UTF-8 with a byte-order mark, RFC 4180.

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
