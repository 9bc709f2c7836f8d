// The search box in the header: answers while typing, and hands over to the results page.

import { el, grouped, onTyping, ROOT, sourceLink } from "./dom.js";

const REPORTS = 4;
const NAMES = 2; // of each kind
const PARTS = 3; // of a joined site that are asked while somebody types

const form = document.querySelector(".site-search form");
const input = form.elements.q;
const list = document.querySelector(".site-search__list");
const meta = document.querySelector(".site-search__meta");
const toggle = document.getElementById("__search");
let loaded = null;
let asked = 0;

/** The code and the index, fetched when the box is first used. */
function load() {
  loaded ??= Promise.all([import("./engine.js"), import("./query.js"), import("./names.js"), import("./results.js"), import("./excerpt.js"), import("./words.js")])
    .then(async ([engine, ...rest]) => Object.assign({ index: await engine.openIndex(ROOT) }, ...rest))
    .catch((error) => {
      loaded = null;
      throw error;
    });
  return loaded;
}

async function answer(value) {
  const run = ++asked;
  const query = value.normalize("NFC").trim();
  if (!query) return show("在全部报告里找：校名、政策、数字、遮盖符号 *** 都行", []);
  try {
    const tools = await load();
    const [names, found] = await Promise.all([tools.findNames(tools.index, query, NAMES), look(tools, query)]);
    const docs = tools.sorted(found.docs, "relevance").slice(0, REPORTS);
    await tools.identify(docs);
    const texts = await Promise.all(docs.map((doc) => doc.bundle.text(doc.report)));
    if (run !== asked) return;
    const items = Object.values(names).flatMap(({ entries }) => entries.slice(0, NAMES)).map((entry) => el("li", {}, tools.nameLink(entry, query)));
    items.push(...docs.map((doc, at) => reportItem(tools, doc, texts[at], query)));
    const all = new URL(`search/?${new URLSearchParams({ q: query })}`, ROOT).href;
    const whole = !found.waiting().length;
    const label = !whole ? "全部结果" : found.docs.length ? `全部 ${grouped(found.docs.length)} 份报告` : "换一种找法";
    items.push(el("li", { class: "site-search__all" }, el("a", { href: all }, `${label} →`)));
    const said = found.docs.length ? `${grouped(found.docs.length)} 份报告写着“${query}”` : `没有报告写着“${query}”`;
    show(whole ? said : `已查 ${found.asked}/${found.total} 个分站：${said}`, items);
  } catch (error) {
    console.error(error);
    if (run === asked) show("搜索索引没有读到，按回车到搜索页重试", []);
  }
}

/** Reports that hold `query`: all of one site, or those of the first parts of a joined site that fill the list. */
async function look(tools, query) {
  const asking = tools.askLiteral(await tools.index.partsHolding([[query]]), query);
  const few = asking.total <= PARTS;
  while ((few || (asking.docs.length < REPORTS && asking.asked < PARTS)) && (await asking.next(few ? PARTS : 1)));
  return asking;
}

function reportItem(tools, doc, text, query) {
  const [first] = tools.excerpts(text, [query]);
  return el(
    "li",
    {},
    el(
      "a",
      { class: "name", href: sourceLink(doc.bundle, doc.id, first?.anchor ?? "", query, first?.nth) },
      el("span", { class: "name-main" }, (first?.parts ?? []).map((part) => (part.mark ? el("mark", {}, part.text) : part.text))),
      el("span", { class: "name-note" }, text.title),
    ),
  );
}

function show(text, items) {
  meta.textContent = text;
  list.replaceChildren(...items);
}

function open(on) {
  toggle.checked = on;
  if (!on) input.blur();
}

/** Arrow keys walk through the answers and back into the box. */
function walk(event) {
  if (event.key === "Escape") return open(false);
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return undefined;
  const stops = [input, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
  event.preventDefault();
  stops[(at + stops.length) % stops.length].focus();
  return undefined;
}

/** Going on with Tab closes the box, which would cover what is focused next. */
function leave(event) {
  if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) toggle.checked = false;
}

const typing = (node) => node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName);

input.addEventListener("focus", () => {
  toggle.checked = true;
  load().catch(() => {});
});
onTyping(input, answer);
form.addEventListener("reset", () => setTimeout(() => answer("") && input.focus()));
toggle.addEventListener("change", () => toggle.checked && input.focus());
if (toggle.checked) input.focus(); // opened before this script was there
form.closest(".site-search").addEventListener("keydown", walk);
form.closest(".site-search").addEventListener("focusout", leave);
document.addEventListener("keydown", (event) => {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  if (plain && (event.key === "/" || event.key === "s") && !typing(event.target)) {
    event.preventDefault();
    input.focus();
    input.select();
  }
});
if (new URLSearchParams(location.search).has("highlight")) import("./highlight.js");
