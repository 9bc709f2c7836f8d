// Two to four reports side by side, from the published data: passages and figures by theme, aligned by indicator.
// The address says which: ?a=…&b=…&c=…&d=…

import { parseCsv } from "./csv.js";

const KEYS = ["a", "b", "c", "d"];
const frame = document.getElementById("compare");
const root = frame.dataset.root;
const part = (name) => frame.querySelector(`[data-${name}]`);
const wordings = JSON.parse(part("wordings").textContent);
const vague = new Set(JSON.parse(part("vague").textContent));
const themeIds = JSON.parse(part("themes").textContent);
const ROLES = { level: "水平数", from: "变化之前的数", change: "增减数", rank: "名次" };
const STATUS = { done: "完成数", plan: "计划数" };
const SAME_UNITS = [["人", "名", "位"], ["所", "个", "家", "座", "项", "件", "处", "条", "支"], ["次", "场", "场次", "期"], ["篇", "份"]];

let turn = 0; // the latest call of show(); slower earlier ones give way
let listing = null; // all reports, read when first needed
let chosen = KEYS.map((key) => new URLSearchParams(location.search).get(key)).filter(Boolean);
chosen = [...new Set(chosen)];

makePicker();
addEventListener("popstate", () => location.reload());
show();

// ---- data

async function allReports() {
  listing ??= fetch(`${root}data/reports.csv`).then((answer) => answer.text()).then(parseCsv);
  return listing;
}

async function load(id) {
  if (!/^[\w.-]+$/.test(id)) return null;
  const answer = await fetch(`${root}data/${id}.json`);
  if (!answer.ok) return null;
  const report = await answer.json();
  for (const one of [...report.sections, ...report.figures]) one.themes = (one.themes ?? []).map((number) => report.themes[number]);
  for (const figure of report.figures) { // what is as usual is left out of the file
    figure.role ??= "level";
    figure.status ??= "done";
  }
  return report;
}

// ---- choosing

function makePicker() {
  const input = document.getElementById("compare-find");
  const list = document.getElementById("compare-list");
  let found = [], current = -1;
  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); current = -1; };
  const mark = (next) => {
    current = (next + found.length) % found.length;
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", index === current));
    input.setAttribute("aria-activedescendant", `compare-option-${current}`);
    list.children[current].scrollIntoView({ block: "nearest" });
  };
  const take = (report) => {
    if (report && chosen.length < KEYS.length) { chosen.push(report.report); input.value = ""; close(); remember(); show().then(() => input.disabled && focusOn(KEYS.length - 1)); }
  };
  const look = async () => {
    const words = input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const all = await allReports();
    if (document.activeElement !== input) return; // gone on while they were read
    const places = new Set(all.filter((one) => chosen.includes(one.report)).map((one) => one.region));
    const same = (one) => places.has(one.region) && one.region !== "未知"; // other years of a chosen place come first
    found = all.filter((one) => !chosen.includes(one.report)
      && words.every((word) => `${one.title} ${one.region} ${one.year} ${one.report}`.toLowerCase().includes(word)))
      .sort((one, other) => same(other) - same(one)).slice(0, 30);
    list.replaceChildren(...found.map((one, index) => {
      const item = make("li", { role: "option", id: `compare-option-${index}`, "aria-selected": "false" }, one.title, make("small", {}, `${one.region} · ${one.year} · ${one.figures} 条数据`));
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(one); });
      return item;
    }));
    if (!found.length) list.append(make("li", { role: "option", "aria-disabled": "true" }, "没有这样的报告"));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  };
  input.addEventListener("input", look);
  input.addEventListener("focus", look);
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("keydown", async (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) await look();
      if (found.length) mark(event.key === "ArrowDown" ? current + 1 : Math.max(current, 0) - 1);
    } else if (event.key === "Enter") { event.preventDefault(); if (!list.hidden) take(found[Math.max(current, 0)]); }
    else if (event.key === "Escape") close();
  });
}

function remember() {
  const address = new URLSearchParams(chosen.map((id, index) => [KEYS[index], id]));
  history.pushState(null, "", chosen.length ? `?${address}` : location.pathname);
}

// ---- showing

async function show() {
  const mine = ++turn;
  const loaded = await Promise.all(chosen.map(load));
  if (mine !== turn) return;
  const missing = chosen.filter((_, index) => !loaded[index]);
  const reports = loaded.filter(Boolean);
  part("chosen").replaceChildren(...chosen.map((id, index) => chip(id, loaded[index])));
  document.getElementById("compare-find").disabled = chosen.length >= KEYS.length;
  if (part("suggest")) part("suggest").hidden = chosen.length > 1;
  part("status").textContent = missing.length ? `没有找到：${missing.join("、")}。` : statusLine(reports);
  part("result").replaceChildren(...(reports.length > 1 ? result(reports) : []));
}

function statusLine(reports) {
  if (chosen.length >= KEYS.length) return "已选四份，最多四份。";
  return reports.length < 2 ? `已选 ${reports.length} 份，再选 ${2 - reports.length} 份就可以对比。` : "";
}

function chip(id, report) {
  const drop = make("button", { type: "button", "aria-label": `去掉 ${report?.title ?? id}` }, "×");
  drop.addEventListener("click", () => {
    const place = chosen.indexOf(id);
    chosen = chosen.filter((one) => one !== id);
    remember();
    show().then(() => focusOn(place));
  });
  return make("li", {}, make("span", {}, report ? `${report.title}` : id), drop);
}

/** After a change the keyboard goes on from the chosen report at `place`, or from the search field. */
function focusOn(place) {
  const buttons = part("chosen").querySelectorAll("button");
  (buttons[place] ?? document.getElementById("compare-find")).focus();
}

function result(reports) {
  const themes = Object.keys(themeIds);
  const speaking = (theme) => reports.map((report) => report.sections.some((one) => one.themes[0] === theme));
  const shown = themes.filter((theme) => speaking(theme).some(Boolean));
  return [overview(reports), coverage(reports, themes), ...shown.map((theme) => themeBlock(reports, theme))];
}

function overview(reports) {
  const disclosure = (report) => {
    const masked = report.figures.filter((one) => one.masked).length;
    return report.figures.length ? `${Math.floor((1 - masked / report.figures.length) * 100)}%` : "—";
  };
  const facts = [
    ["地区", (one) => one.region], ["年度", (one) => one.year], ["类型", (one) => one.kind], ["原文字数", (one) => one.chars],
    ["章节", (one) => one.sections.filter((section) => section.level).length], ["关键数据", (one) => `${one.figures.length} 条`],
    ["公开率", disclosure], ["完整性", (one) => one.completeness],
  ];
  return table("基本情况", reports, facts.map(([name, value]) => [name, reports.map((one) => [String(value(one))])]), true);
}

function coverage(reports, themes) {
  const silent = reports.map((report) => themes.filter((theme) => !report.sections.some((one) => one.themes.includes(theme))));
  const only = reports.map((_, index) => themes.filter((theme) => silent.every((quiet, other) => quiet.includes(theme) === (other !== index))));
  const missed = reports.map((_, index) => silent[index].filter((theme) => silent.some((quiet) => !quiet.includes(theme))));
  const names = (list) => [list.length ? list.join("、") : "无"];
  return table("内容的异同", reports, [["只有它谈到的主题", only.map(names)], ["别的谈到、它没谈到", missed.map(names)]]);
}

function themeBlock(reports, theme) {
  const block = make("section", {}, make("h2", { id: `t-${themeIds[theme]}` }, make("span", {}, theme), make("a", { class: "more", href: `${root}themes/${themeIds[theme]}/` }, "主题页")));
  const rows = [["怎么说", reports.map((report) => passages(report, theme))], ...figureRows(reports, theme)];
  const shown = table(theme, reports, rows);
  shown.querySelector("caption").className = "sr"; // the heading above says the same
  block.append(shown);
  return block;
}

function passages(report, theme) {
  const gists = Object.fromEntries(report.summary.digests.map((one) => [one.section, one.text]));
  const about = report.sections.filter((one) => one.level && one.themes[0] === theme);
  const last = new Map(about.map((one) => [gists[one.section], one.section])); // a subsection repeats its section's gist
  const cells = about.slice(0, 8).map((one) => {
    const heading = one.marker + (one.title === "-" ? "" : one.title);
    const said = make("div", { class: "passage" }, make("p", { class: "passage__head" }, make("a", { href: `${root}reports/${report.id}/text/#s${one.start}` }, heading || "（无标题）")));
    if (gists[one.section] && last.get(gists[one.section]) === one.section) said.append(make("blockquote", { class: "quote" }, gists[one.section]));
    return said;
  });
  if (about.length > 8) cells.push(make("p", { class: "source-line" }, `另有 ${about.length - 8} 节`));
  return cells.length ? cells : [nothing()];
}

/** Indicators of a theme: first those that several reports state, then each report's own. */
function figureRows(reports, theme) {
  const groups = new Map();
  reports.forEach((report, column) => {
    for (const figure of report.figures) {
      if (figure.themes[0] !== theme) continue;
      const name = wordings[figure.indicator] ?? figure.indicator;
      if (!groups.has(name)) groups.set(name, reports.map(() => []));
      groups.get(name)[column].push(figure);
    }
  });
  const count = (cells) => cells.filter((cell) => cell.length).length;
  const ordered = [...groups].sort(([, a], [, b]) => count(b) - count(a));
  const shared = ordered.filter(([, cells]) => count(cells) > 1);
  const own = ordered.filter(([, cells]) => count(cells) === 1);
  const rows = shared.map(([name, cells]) => {
    const head = [make("span", {}, name), make("br"), ...verdict(reports, cells)];
    return [head, cells.map((cell, column) => cell.length ? cell.slice(0, 4).map((one) => figureLine(reports[column], one, false)) : [nothing()])];
  });
  if (own.length) {
    rows.push(["其他数据", reports.map((report, column) => {
      const lines = own.flatMap(([, cells]) => cells[column]).map((one) => figureLine(report, one, true));
      return lines.length > 12 ? [...lines.slice(0, 12), more(report, lines.length - 12)] : lines.length ? lines : [nothing()];
    })]);
  }
  return rows;
}

function figureLine(report, figure, named) {
  const value = figure.masked ? make("span", { class: "mask", title: "原文遮盖了这个数" }, figure.text) : figure.text;
  const line = make("div", { class: "cell" }, make("a", { class: "figure-value", href: `${root}reports/${report.id}/text/#${figure.figure}` }, value));
  if (named) line.prepend(`${figure.indicator} `);
  if (figure.status === "plan") line.append(" ", make("span", { class: "badge badge--plan" }, "计划"));
  if (figure.role !== "level") line.append(" ", make("span", { class: "badge" }, ROLES[figure.role] ?? figure.role));
  return line;
}

/** Whether the first statements of the reports may be compared, and why not. */
function verdict(reports, cells) {
  const given = cells.map((cell, column) => ({ figure: cell[0], many: differ(cell), report: reports[column] })).filter((one) => one.figure);
  const reason = given.some((one) => vague.has(one.figure.indicator)) ? "名称笼统，所指可能不同" : whyNot(given);
  return reason
    ? [make("span", { class: "badge badge--no" }, "不可比"), " ", make("small", { class: "why" }, reason)]
    : [make("span", { class: "badge badge--yes" }, "可比")];
}

function differ(cell) {
  return new Set(cell.map((one) => `${one.value}|${one.unit}|${one.role}|${one.status}`)).size > 1;
}

function whyNot(given) {
  const all = (name) => [...new Set(given.map(name))];
  if (given.some((one) => one.figure.masked || one.figure.value === null)) return "被遮盖，没有数值";
  if (given.some((one) => one.many)) return "同一份报告给出几个不同的数，口径不明";
  const units = all((one) => SAME_UNITS.find((group) => group.includes(one.figure.unit))?.[0] ?? one.figure.unit);
  if (units.length > 1) return `单位不同：${all((one) => one.figure.unit || "无单位").join("、")}`;
  const roles = all((one) => one.figure.role);
  if (roles.length > 1) return roles.map((role) => ROLES[role] ?? role).join("与");
  const status = all((one) => one.figure.status);
  if (status.length > 1) return status.map((one) => STATUS[one] ?? one).join("与");
  const periods = all((one) => stretch(one.figure.period) || one.report.period);
  if (periods.length > 1) return `时段不同：${periods.join("、")}`;
  const scopes = all((one) => scope(one.figure.indicator, one.report) || "本地区");
  if (scopes.length > 1) return `范围不同：${scopes.join("、")}`;
  const levels = all((one) => level(one.report));
  if (levels.includes("")) return "地区未知，看不出是哪一级的数";
  return levels.length > 1 ? `级别不同：${levels.join("、")}` : "";
}

function stretch(period) {
  return /上半年|下半年|[一二三四]季度|学年|(?:春季|秋季)?学期|\d+月|年来/.exec(period ?? "")?.[0] ?? "";
}

/** The level a report speaks from, as the build sees it: by code, place, the office in its title, or 全区 in its text. */
function level({ region_code: code, region, title, sentences }) {
  if (code) return code.endsWith("0000") ? "省级" : code.endsWith("00") ? "市级" : "区县级";
  const end = region === "未知" ? (/([区县旗])委?(?:教育|教体|教科)/.exec(title)?.[1] ?? "") : region;
  if (/(?:省|自治区|特别行政区)$|^(?:北京|天津|上海|重庆)市$/.test(end)) return "省级";
  if (/[区县旗]$/.test(end)) return "区县级";
  if (/[市州盟]$/.test(end)) return "市级";
  return sentences.some((one) => /(?<!自治)[全我][区县]/.test(one.text)) ? "区县级" : "";
}

/** 全国, 全省, 全市 where a name says that the figure is not the report's own. */
function scope(indicator, report) {
  const word = /^全[国省市]/.exec(indicator)?.[0] ?? "";
  const own = { 省级: "全省", 市级: "全市" }[level(report)];
  return word === own || (word === "全市" && report.region.endsWith("市")) ? "" : word;
}

// ---- pieces

function table(caption, reports, rows) {
  const head = make("tr", {}, make("td", { class: "corner" }), ...reports.map((one) => make("th", { scope: "col" }, make("a", { href: `${root}reports/${one.id}/` }, one.title), make("br"), make("small", {}, `${one.region} · ${one.year}`))));
  const body = rows.map(([name, cells]) => make("tr", {}, make("th", { scope: "row" }, ...[name].flat()), ...cells.map((cell) => make("td", {}, ...cell))));
  return make("div", { class: "table-wrap", tabindex: "0", role: "region", "aria-label": caption },
    make("table", { class: "data data--compare", style: `--reports:${reports.length}` }, make("caption", {}, caption), make("thead", {}, head), make("tbody", {}, ...body)));
}

function nothing() {
  return make("span", { class: "none" }, "未述及");
}

function more(report, count) {
  return make("p", { class: "source-line" }, `另有 ${count} 条，见`, make("a", { href: `${root}reports/${report.id}/` }, "概览"));
}

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
