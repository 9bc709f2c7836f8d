// A list of reports: filter by words and choices, sort by a column. The page holds the rows, or where there are thousands
// only the newest; then the published table is read as soon as a reader filters or sorts, and every report counts.

import { parseCsv } from "./csv.js";
import { comparing, inOrder, makeSortable } from "./sorting.js";

const CHOICES = ["year", "kind", "completeness"];
const MOST = 200; // rows shown at once

export class ReportList {
  constructor(sheet) {
    this.sheet = sheet;
    this.table = sheet.querySelector("table");
    this.bar = sheet.querySelector("[data-toolbar]");
    this.records = [...this.table.tBodies[0].rows].map(recordOf);
    this.count = Number(sheet.dataset.count) || this.records.length;
    this.whole = this.count === this.records.length; // whether the page holds them all
    this.asked = 0;
    makeSortable(this.table, (...order) => { this.order = order; this.#show(); });
    if (this.bar) this.#wire();
  }

  #wire() {
    this.words = this.bar.querySelector("[data-filter-text]");
    this.choices = CHOICES.map((name) => this.bar.querySelector(`[data-filter="${name}"]`));
    this.said = this.bar.querySelector("[data-count]");
    for (const choice of this.choices) {
      if (choice.options.length === 1) { // the page leaves them to its rows
        const values = new Set(this.records.map((record) => record[choice.dataset.filter]));
        for (const value of inOrder(values)) choice.add(new Option(value, value));
      }
      choice.closest("label").hidden = choice.options.length < 3;
    }
    const given = new URLSearchParams(location.search);
    this.words.value = given.get("q") ?? "";
    for (const choice of this.choices) if (given.has(choice.dataset.filter)) choice.value = given.get(choice.dataset.filter);
    this.bar.addEventListener("input", () => { this.#remember(); this.#show(); });
    if (this.#filtered()) this.#show();
    else this.said.textContent = this.whole ? `共 ${this.count} 份` : `共 ${this.count} 份，列出最新的 ${this.records.length} 份`;
  }

  #filtered() {
    return Boolean(this.words?.value.trim() || this.choices?.some((choice) => choice.value));
  }

  #remember() {
    const fields = [["q", this.words.value.trim()], ...this.choices.map((choice) => [choice.dataset.filter, choice.value])];
    const query = String(new URLSearchParams(fields.filter(([, value]) => value)));
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  }

  async #show() {
    const turn = ++this.asked;
    if (!this.whole) {
      if (this.said) this.said.textContent = "正在读取全部报告……";
      this.loading ??= fetch(`${this.sheet.dataset.root}data/reports.csv`).then((answer) => answer.text());
      this.records = parseCsv(await this.loading).map((row) => recordOfRow(row, this.sheet.dataset.root));
      this.whole = true;
    }
    if (turn !== this.asked) return;
    const wanted = (this.words?.value ?? "").trim().toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.records.filter((record) => wanted.every((word) => record.text.includes(word))
      && (this.choices ?? []).every((choice) => !choice.value || record[choice.dataset.filter] === choice.value));
    if (this.order) {
      const [column, kind, down] = this.order;
      found.sort(comparing((record) => record.keys[column], kind, down));
    }
    const most = this.sheet.dataset.count ? MOST : Infinity;
    this.table.tBodies[0].replaceChildren(...found.slice(0, most).map((record) => record.row ??= record.make()));
    if (!this.said) return;
    const part = found.length === this.count ? `共 ${this.count} 份` : `${this.count} 份中的 ${found.length} 份`;
    this.said.textContent = found.length ? part + (found.length > most ? `，列出前 ${most} 份` : "") : "没有符合条件的报告，可以放宽条件";
  }
}

/** What a row of the page says. */
function recordOf(row) {
  const cells = [...row.cells];
  return {
    row,
    ...row.dataset,
    text: `${row.textContent} ${row.querySelector("a").getAttribute("href")}`.toLowerCase(), // the address has the name of its file
    keys: cells.map((cell) => cell.dataset.value ?? cell.textContent.trim()),
  };
}

/** What a row of the published table says; its row on the page is made when it is shown. */
function recordOfRow(said, root) {
  const open = said.figures > 0 ? 1 - said.figures_masked / said.figures : -1;
  const cells = [
    ["地区", said.region], ["年度", said.year, "half"], ["类型", said.kind, "half"], ["原文字数", said.chars, "n half"],
    ["章节", said.sections, "n half"], ["数据", said.figures, "n half"], ["公开率", percent(open), "n half"], ["完整性", said.completeness],
  ];
  const { year, kind, completeness } = said;
  return {
    year, kind, completeness,
    text: [said.title, said.report, ...cells.map(([, value]) => value)].join(" ").toLowerCase(),
    keys: [said.title, ...cells.map(([name, value]) => (name === "公开率" ? String(open) : value))],
    make() {
      const link = Object.assign(document.createElement("a"), { href: `${root}reports/${said.report}/`, textContent: said.title });
      const head = Object.assign(document.createElement("th"), { scope: "row" });
      head.append(link);
      const row = document.createElement("tr");
      row.append(head, ...cells.map(([name, value, classes = ""]) => {
        const cell = Object.assign(document.createElement("td"), { className: classes, textContent: value });
        cell.dataset.label = name;
        if (name === "完整性" && value !== "完整") cell.replaceChildren(Object.assign(document.createElement("span"), { className: "badge badge--warn", textContent: value }));
        return cell;
      }));
      return row;
    },
  };
}

/** As the pages write a share: 83%; only what is whole looks whole. */
function percent(share) {
  if (share < 0) return "—";
  return `${share < 1 ? Math.min(Math.round(share * 100), 99) : 100}%`;
}
