// The overview page of a report: the figures table (filter, sort, export, state in the address) and the citation.

import { address, complete, copy } from "./clip.js";
import { download } from "./csv.js";
import { choices, comparer, matches, readRows } from "./table.js";

const ROLES = { level: "数量", from: "变化之前", change: "增减", rank: "名次" };
const FIELDS = ["theme", "role", "status", "masked", "unit", "q"];

setUpCitation();
const table = document.querySelector("table.figures");
if (table) {
  await addOtherPages(table);
  setUpTable(table, document.querySelector(".figure-tools"));
}

/** A table of very many figures goes on on pages of its own; here it is one again. */
async function addOtherPages(table) {
  const more = document.querySelector("nav[data-more]");
  if (!more) return;
  try {
    const pages = await Promise.all([...more.querySelectorAll("a")].map(async (link) => {
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(`${answer.status} ${link.href}`);
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    }));
    for (const body of pages.flatMap((page) => [...page.querySelectorAll("table.figures tbody")])) {
      for (const link of body.querySelectorAll("a")) link.setAttribute("href", link.getAttribute("href").replace("../../", ""));
      const begun = [...table.tBodies].find((other) => other.dataset.g === body.dataset.g);
      if (begun) begun.append(...[...body.rows].slice(1));
      else table.append(document.adoptNode(body));
    }
    more.hidden = true;
  } catch (error) {
    console.error(error); // the links to the other pages stay
  }
}

function setUpCitation() {
  const shown = document.getElementById("citation");
  const button = document.querySelector('[data-copy="citation"]');
  if (!shown || !button) return;
  shown.textContent = complete(shown.textContent.trim(), address());
  button.addEventListener("click", () => copy(shown.textContent, "引文已复制"));
}

function setUpTable(table, form) {
  const rows = readRows(table);
  const heads = [...table.tHead.rows[0].cells];
  const groups = [...table.tBodies];
  const flat = document.createElement("tbody");
  let sort = null; // [column, whether downwards]

  const chief = new Map(choices(rows, "theme")); // as the groups count; a figure may belong to further themes besides
  const besides = (name, count) => (count > chief.get(name) ? `，兼属 ${count - chief.get(name)}` : "");
  fill(form.theme, choices(rows, "themes").map(([name, count]) => [name, chief.has(name) ? `${name}（${chief.get(name)}${besides(name, count)}）` : `${name}（兼属 ${count}）`]));
  fill(form.role, choices(rows, "role").map(([name, count]) => [name, `${ROLES[name] || name}（${count}）`]));
  const plans = rows.filter((row) => row.plan).length;
  fill(form.status, [["done", `已完成（${rows.length - plans}）`], ["plan", `计划（${plans}）`]]);
  fill(form.unit, choices(rows, "unit").map(([name, count]) => [name, `${name}（${count}）`]));
  heads.forEach((head, column) => makeSortable(head, () => sortBy(column)));
  readAddress();
  form.addEventListener("input", () => show());
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => { sort = null; setTimeout(show); });
  form.addEventListener("click", (event) => {
    const what = event.target.dataset?.do;
    if (what === "csv") download(`${table.dataset.report}-figures.csv`, exported());
    if (what === "copy") copy(exported().map((row) => row.join("\t")).join("\n"), `已复制 ${shown().length} 条，可直接贴进表格`);
  });
  addEventListener("popstate", () => { readAddress(); show(false); });
  show(false);
  if (location.hash.startsWith("#f")) reveal();
  addEventListener("hashchange", reveal);

  function state() {
    return Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value]));
  }

  function shown() {
    const wanted = state();
    const found = rows.filter((row) => matches(row, wanted));
    return sort ? found.sort(comparer(sort[0], heads[sort[0]].dataset.sort, sort[1])) : found;
  }

  function show(remember = true) {
    const found = shown();
    const visible = new Set(found);
    heads.forEach((head, column) => {
      const direction = sort?.[0] === column ? (sort[1] ? "descending" : "ascending") : null;
      if (direction) head.setAttribute("aria-sort", direction);
      else head.removeAttribute("aria-sort");
    });
    for (const row of rows) row.tr.hidden = !visible.has(row);
    if (sort) {
      flat.append(...found.map((row) => row.tr));
      groups.forEach((body) => body.remove());
      table.append(flat);
    } else {
      if (flat.isConnected) { // back into the groups they came from
        flat.remove();
        for (const row of rows) row.body.append(row.tr);
        table.append(...groups);
      }
      for (const body of groups) {
        const count = found.filter((row) => row.body === body).length;
        body.hidden = !count;
        body.querySelector(".group small").textContent = `${count} 条`;
      }
    }
    const part = found.length === rows.length ? `共 ${rows.length} 条` : `列出 ${rows.length} 条中的 ${found.length} 条`;
    form.querySelector(".found").textContent = found.length ? part : "没有符合条件的数据，可以放宽条件。";
    if (remember) writeAddress();
  }

  function sortBy(column) {
    if (sort?.[0] !== column) sort = [column, heads[column].dataset.sort === "number"];
    else if (sort[1] === (heads[column].dataset.sort === "number")) sort = [column, !sort[1]];
    else sort = null;
    show();
  }

  function readAddress() {
    const given = new URLSearchParams(location.search);
    for (const name of FIELDS) {
      const field = form.elements[name];
      field.value = given.get(name) || "";
      if (field.value === "" && field.tagName === "SELECT") field.selectedIndex = 0;
    }
    const [, column, direction] = /^(\d)-(up|down)$/.exec(given.get("sort") || "") || [];
    sort = column && heads[column] ? [Number(column), direction === "down"] : null;
  }

  function writeAddress() {
    const given = new URLSearchParams(Object.entries(state()).filter(([, value]) => value));
    if (sort) given.set("sort", `${sort[0]}-${sort[1] ? "down" : "up"}`);
    const query = String(given);
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${query ? "#data" : location.hash}`);
  }

  function exported() {
    const names = ["指标", "原文数字", "数值", "数值上限", "单位", "限定词", "性质", "说明", "时期", "状态", "遮盖", "主题", "章节", "编号", "链接"];
    const base = new URL("text/", address().split("#")[0]).href;
    return [names, ...shown().map((row) => [
      row.cells[0], row.cells[1], row.value, row.max, row.unit, row.qualifier, ROLES[row.role] || row.role, row.cells[2],
      row.cells[3], row.cells[4], row.masked ? "是" : "否", row.themes.join(";"), row.cells[5], row.id, `${base}#${row.id}`,
    ])];
  }

  function reveal() {
    const row = document.getElementById(location.hash.slice(1));
    if (!row || !table.contains(row)) return;
    if (row.hidden) { form.reset(); }
    setTimeout(() => row.scrollIntoView({ block: "center" }));
  }
}

function fill(select, options) {
  for (const [value, label] of options) select.add(new Option(label, value));
}

function makeSortable(head, act) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: head.textContent });
  head.replaceChildren(button);
  button.addEventListener("click", act);
}

