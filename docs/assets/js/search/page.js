// The results page: reads ?q= and the filters from the address, and keeps the address in step.

import { el, grouped, onTyping, ROOT } from "./dom.js";
import { openIndex } from "./engine.js";
import { FACETS, counts, filtered } from "./facets.js";
import { findNames } from "./names.js";
import { addPassages, findLiteral, findLooser, findTogether, identify, sampleLiteral, sorted } from "./query.js";
import { figureResults, nameResults, reportResult } from "./results.js";
import { scopeOf } from "./scope.js";
import { partsOf, tidy } from "./words.js";
import { drawFilters } from "./filters.js";

const FIRST_SCREEN = 5;
const PREVIEWED = 3;
const PAGE = 10;
const NAMES = 6;

const page = document.querySelector("#search-page");
const parts = Object.fromEntries([...page.querySelectorAll("[data-part]")].map((node) => [node.dataset.part, node]));
const state = { query: "", order: "relevance", chosen: {}, run: 0, literal: null, scope: null, scoped: null, looser: null };
let opening = null;

/** The index, opened once; a failure may be tried again. */
function index() {
  opening ??= openIndex(ROOT).catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

function readAddress() {
  const asked = new URLSearchParams(location.search);
  state.query = tidy(asked.get("q") ?? "");
  state.order = asked.get("sort") ?? "relevance";
  state.chosen = Object.fromEntries(FACETS.map(([name]) => [name, new Set(asked.getAll(name))]));
  parts.input.value = state.query;
  parts.order.value = state.order;
}

function writeAddress(replace) {
  const asked = new URLSearchParams();
  if (state.query) asked.set("q", state.query);
  for (const [name] of FACETS) for (const value of state.chosen[name]) asked.append(name, value);
  if (state.order !== "relevance") asked.set("sort", state.order);
  const url = `${location.pathname}${asked.size ? `?${asked}` : ""}`;
  if (url === location.pathname + location.search) return;
  history[replace ? "replaceState" : "pushState"](null, "", url);
}

/** Ask anew; what an older, slower question answers is dropped. */
async function ask(query, { replace = false, keep = false } = {}) {
  state.query = tidy(query);
  if (!keep) state.chosen = Object.fromEntries(FACETS.map(([name]) => [name, new Set()]));
  writeAddress(replace);
  document.title = document.title.replace(/^(.*?：)?搜索/, state.query ? `${state.query}：搜索` : "搜索");
  const run = ++state.run;
  clear();
  parts.start.hidden = Boolean(state.query);
  parts.body.hidden = !state.query;
  if (!state.query) return say("");
  say("正在查找……");
  page.setAttribute("aria-busy", "true");
  try {
    await answer(run);
  } catch (error) {
    if (run === state.run) fail(error);
  } finally {
    if (run === state.run) page.removeAttribute("aria-busy");
  }
}

async function answer(run) {
  const opened = await index();
  const names = findNames(opened, state.query, NAMES);
  const scoping = scopeOf(opened, state.query, false);
  state.scope = state.scoped = state.looser = null;
  const sample = await sampleLiteral(opened, state.query);
  if (run !== state.run) return;
  if (!sample.exact && !Object.values(state.chosen).some((values) => values.size)) await preview(sample, run);
  state.literal = await sample.finish();
  const scope = (await scoping) ?? (state.literal.docs.length ? null : await scopeOf(opened, state.query, true));
  if (run !== state.run) return;
  state.scope = scope;
  if (asksForDetails()) await addDetails();
  await drawLiteral(run);
  const found = await names;
  if (run !== state.run) return;
  parts.names.replaceChildren(...nameResults(found, state.query, NAMES));
  await addDetails();
  if (run !== state.run) return;
  redraw();
  if (scope) {
    state.scoped = await findScoped(opened, scope);
    await addDetails();
    if (run !== state.run) return;
    redraw();
    await drawScoped(run);
  }
  summarise(filtered(state.literal.docs, state.chosen));
  let looser = await findLooser(opened, state.query, state.literal);
  const any = [state.literal, state.scoped, looser].some((one) => one?.docs.length);
  if (!any) looser = (await findTogether(opened, state.query)) ?? looser;
  const told = new Set(state.scoped?.docs.map(keyOf));
  state.looser = looser && { ...looser, docs: looser.docs.filter((doc) => !told.has(keyOf(doc))) };
  await addDetails();
  if (run !== state.run) return;
  redraw();
  await drawLooser(run);
  if (!state.literal.docs.length && !state.scoped?.docs.length) await suggest(opened, run);
}

const bundles = new Map();
/** What tells a report from all others: two searches make two objects of it. */
function keyOf({ bundle, report }) {
  if (!bundles.has(bundle)) bundles.set(bundle, bundles.size);
  return `${bundles.get(bundle)} ${report}`;
}

/** Reports of the place and year the query names that hold the rest of it, or failing that its words. */
async function findScoped(opened, scope) {
  if (!scope.rest) return null;
  const known = new Set(state.literal.docs.map(keyOf));
  const within = (found) => found && { ...found, docs: found.docs.filter((doc) => scope.holds(doc) && !known.has(keyOf(doc))) };
  const literal = await findLiteral(opened, scope.rest);
  const exact = within(literal);
  if (exact.docs.length) return { ...exact, exact: true };
  return within(await findLooser(opened, scope.rest, literal));
}

/** Show the first likely reports that turn out to hold the query, while the others are still being proved. */
async function preview(sample, run) {
  const likely = sorted(sample.docs, state.order).slice(0, PREVIEWED);
  const results = await Promise.all(likely.map((doc) => reportResult(doc, [state.query], state.chosen, { literal: true })));
  if (run === state.run) parts.literal.replaceChildren(...results.filter(({ node }) => node.querySelector("mark")).map(({ node }) => node));
}

/** Whether a chosen filter needs what is loaded only after the first results. */
const asksForDetails = () => ["region", "theme", "status", "figures"].some((name) => state.chosen[name].size);

/** Load what the filters need of every result. */
async function addDetails() {
  const results = [state.literal, state.scoped, state.looser].filter(Boolean);
  await Promise.all(results.map(addPassages));
  if (state.chosen.province.size || state.chosen.region.size) await Promise.all(results.map(({ docs }) => identify(docs)));
}

function redraw() {
  const docs = [state.literal, state.scoped, state.looser].flatMap((found) => found?.docs ?? []);
  drawFilters(parts.filters, counts(docs, state.chosen), state.chosen, (name, value, on) => {
    state.chosen[name][on ? "add" : "delete"](value);
    if (name === "province" && !state.chosen.province.size) state.chosen.region.clear();
    writeAddress(false);
    refresh();
  });
}

async function refresh() {
  const run = ++state.run;
  await addDetails();
  redraw();
  await drawLiteral(run);
  await drawScoped(run);
  await drawLooser(run);
}

async function drawLiteral(run) {
  let docs = sorted(filtered(state.literal.docs, state.chosen), state.order);
  if (state.scope && state.order === "relevance") docs = [...docs.filter(state.scope.holds), ...docs.filter((doc) => !state.scope.holds(doc))];
  offerScope();
  summarise(docs);
  await list(parts.literal, docs, state.literal.needles, true, run);
}

function summarise(docs) {
  const all = state.literal.docs.length;
  const known = !state.literal.byPassage || state.literal.docs[0]?.passages;
  const where = known ? `，共 ${grouped(state.literal.places)} ${state.literal.byPassage ? "段" : "处"}` : "";
  const quoted = `“${state.query}”`;
  const { docs: ones = [] } = state.scoped ?? {};
  if (!all) say(`没有报告写着${quoted}${ones.length ? `，${state.scope.label}的报告有 ${grouped(ones.length)} 份写到${state.scope.rest}` : ""}。`);
  else if (docs.length === all) say(`${grouped(all)} 份报告写着${quoted}${where}。`);
  else say(`${grouped(all)} 份报告写着${quoted}，其中 ${grouped(docs.length)} 份符合筛选。`);
}

/** A link that turns the place and year of the query into filters. */
function offerScope() {
  const { label, rest, filters } = state.scope ?? {};
  parts.scope.replaceChildren();
  if (!filters?.length || filters.every(([name, value]) => state.chosen[name].has(value))) return;
  const asked = new URLSearchParams([["q", rest || state.query], ...filters]);
  const words = rest ? `只在${label}的报告里找“${rest}”` : `只看${label}的报告`;
  parts.scope.append(el("a", { class: "chip", href: `?${asked}` }, words));
}

async function drawScoped(run) {
  const docs = state.scoped ? sorted(filtered(state.scoped.docs, state.chosen), state.order) : [];
  parts.scoped.hidden = !docs.length;
  if (!docs.length) return;
  const { label, rest } = state.scope;
  const words = state.scoped.exact ? [rest] : state.scoped.needles;
  parts["scoped-title"].textContent = state.scoped.exact ? `${label}的报告写着“${rest}”` : `${label}的报告，同一段里有这些词：${words.slice(0, 12).join("、")}`;
  parts["scoped-count"].textContent = `${grouped(docs.length)} 份`;
  await list(parts["scoped-list"], docs, words, Boolean(state.scoped.exact), run);
}

async function drawLooser(run) {
  const docs = state.looser ? sorted(filtered(state.looser.docs, state.chosen), state.order) : [];
  parts.looser.hidden = !docs.length;
  if (!docs.length) return;
  parts["looser-count"].textContent = `${grouped(docs.length)} 份`;
  const words = state.looser.needles.filter((word) => word !== state.query);
  const how = state.looser.together ? "同一份报告里有这些词，但不在同一段" : "同一段里有这些词，但不连在一起，或用的是同义的词";
  parts["looser-words"].textContent = `${how}：${words.slice(0, 12).join("、")}`;
  await list(parts["looser-list"], docs, words, false, run);
}

/** Show `docs`, a first screen at once and more on request. */
async function list(target, docs, needles, literal, run) {
  const shown = [];
  const more = el("button", { type: "button", class: "button" });
  const add = async (count) => {
    const batch = docs.slice(shown.length, shown.length + count);
    const results = await Promise.all(batch.map((doc) => reportResult(doc, needles, state.chosen, { literal })));
    if (run !== state.run) return;
    if (!shown.length) target.replaceChildren();
    more.remove();
    target.append(...results.map(({ node }) => node));
    results.forEach(({ text }, at) => shown.push({ doc: batch[at], text }));
    const rest = docs.length - shown.length;
    more.textContent = `再显示 ${Math.min(PAGE, rest)} 份（还有 ${grouped(rest)} 份）`;
    if (rest) target.append(more);
  };
  more.addEventListener("click", () => add(PAGE));
  if (!docs.length) return target.replaceChildren();
  await add(FIRST_SCREEN);
  if (literal && run === state.run) {
    const figures = figureResults(shown, needles[0], NAMES);
    parts.figures.replaceChildren(...(figures ? [figures] : []));
  }
}

/** Nothing holds the query: say what would be found. */
async function suggest(opened, run) {
  const words = partsOf(state.query).filter((word) => word !== state.query);
  const found = await Promise.all(words.map((word) => findLiteral(opened, word)));
  if (run !== state.run) return;
  const useful = words.map((word, at) => [word, found[at].docs.length]).filter(([, count]) => count);
  parts.help.hidden = false;
  parts.suggestions.replaceChildren(
    ...useful.map(([word, count]) => el("li", {}, el("a", { class: "chip", href: `?q=${encodeURIComponent(word)}` }, word, " ", el("small", {}, `${grouped(count)} 份`)))),
  );
  parts.suggestions.previousElementSibling.hidden = !useful.length;
}

function clear() {
  for (const name of ["names", "figures", "scope", "literal", "scoped-list", "looser-list", "filters", "suggestions"]) parts[name].replaceChildren();
  parts.scoped.hidden = true;
  parts.looser.hidden = true;
  parts.help.hidden = true;
}

function say(text) {
  parts.status.textContent = text;
}

function fail(error) {
  console.error(error);
  const old = !("DecompressionStream" in window);
  say(old ? "这个浏览器太旧，读不了搜索索引，请换用 2023 年以后的浏览器。" : "搜索索引没有读到，请检查网络后重试。");
  parts.status.append(" ", Object.assign(el("button", { type: "button", class: "button" }, "重试"), { onclick: () => ask(state.query, { replace: true, keep: true }) }));
}

parts.form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(parts.input.value);
});
onTyping(parts.input, (text) => tidy(text) !== state.query && ask(text, { replace: true }), 350);
parts.order.addEventListener("change", () => {
  state.order = parts.order.value;
  writeAddress(true);
  if (state.literal) refresh();
});
window.addEventListener("popstate", () => {
  readAddress();
  ask(state.query, { replace: true, keep: true });
});
// On a phone the filters would push the results off the screen.
if (matchMedia("(max-width: 59.99em)").matches) page.querySelector(".search-filters").open = false;
readAddress();
ask(state.query, { replace: true, keep: true });
if (!state.query) parts.input.focus();
