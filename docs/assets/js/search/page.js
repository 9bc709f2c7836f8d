// The results page: reads ?q= and the filters from the address, and keeps the address in step.

import { el, onTyping, ROOT } from "./dom.js";
import { openIndex } from "./engine.js";
import { FACETS, OF_PASSAGES, counts } from "./facets.js";
import { drawFilters } from "./filters.js";
import { findNames } from "./names.js";
import { AT_ONCE, Question } from "./question.js";
import { nameResults } from "./results.js";
import { NAMES, clear, drawLiteral, drawLooser, drawScoped, page, parts, preview, say, state, suggest, summarise } from "./view.js";
import { tidy } from "./words.js";

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
  const turn = ++state.turn;
  state.run += 1;
  state.question = null;
  clear();
  parts.start.hidden = Boolean(state.query);
  parts.body.hidden = !state.query;
  if (!state.query) return say("");
  say("正在查找……");
  page.setAttribute("aria-busy", "true");
  try {
    await answer(turn);
  } catch (error) {
    if (turn === state.turn) fail(error);
  } finally {
    if (turn === state.turn) page.removeAttribute("aria-busy");
  }
}

async function answer(turn) {
  const gone = () => turn !== state.turn;
  const opened = await index();
  const names = findNames(opened, state.query, NAMES);
  const question = new Question(opened, state.query, state.chosen);
  await question.begin((sample) => (gone() || isFiltered() ? null : preview(sample)));
  if (gone()) return;
  state.question = question;
  if (asksForDetails()) await question.addDetails();
  await drawLiteral();
  const found = await names;
  if (gone()) return;
  parts.names.replaceChildren(...nameResults(found, state.query, NAMES));
  await askRest(question);
  await question.addDetails();
  if (gone()) return;
  redraw();
  if (question.scope) {
    await question.findScoped();
    await question.addDetails();
    if (gone()) return;
    redraw();
    await drawScoped();
    offerRest("scoped");
  }
  summarise();
  await question.findLooser();
  await question.addDetails();
  if (gone()) return;
  redraw();
  await drawLooser();
  offerRest("looser");
  if (!question.literal.docs.length && !question.scoped?.docs.length) await suggest(opened);
}

/** Ask the parts of a joined site that are left, telling how far it is, and put all reports in order. */
async function askRest(question) {
  let more = false;
  while (question === state.question && (await question.next())) {
    if (question === state.question) summarise();
    more = true;
  }
  if (more && question === state.question) await drawLiteral();
}

const isFiltered = () => Object.values(state.chosen).some((values) => values.size);
/** Whether a chosen filter needs what is loaded only after the first results. */
const asksForDetails = () => ["region", ...OF_PASSAGES].some((name) => state.chosen[name].size);

function redraw() {
  const { literal, scoped, looserDocs, detailed } = state.question;
  const docs = [...literal.docs, ...(scoped?.docs ?? []), ...looserDocs];
  const offered = detailed ? {} : Object.fromEntries(OF_PASSAGES.map((name) => [name, new Map()]));
  drawFilters(parts.filters, { ...counts(docs, state.chosen), ...offered }, state.chosen, (name, value, on) => {
    state.chosen[name][on ? "add" : "delete"](value);
    if (name === "province" && !state.chosen.province.size) state.chosen.region.clear();
    writeAddress(false);
    refresh();
  });
  if (detailed) return;
  const more = el("button", { type: "button", class: "button" }, "再按主题、状态、数据筛选");
  more.addEventListener("click", async () => {
    state.question.wantsDetails = true;
    more.disabled = true;
    await refresh();
    parts.filters.querySelector("[data-filter=theme] input")?.focus();
  });
  parts.filters.append(more);
}

async function refresh() {
  const run = ++state.run;
  const { question } = state;
  await askRest(question);
  await question.addDetails();
  if (run !== state.run) return;
  redraw();
  await drawLiteral();
  await drawScoped();
  await drawLooser();
  offerRest("scoped");
  offerRest("looser");
}

/** Below the list `name` a button that asks the parts of a joined site that the list does not cover yet. */
function offerRest(name) {
  const { [name]: asking, may } = state.question;
  const left = asking?.waiting(may).length;
  parts[`${name}-rest`].replaceChildren();
  if (!left) return;
  const more = el("button", { type: "button", class: "button" }, `再查其余 ${left} 个分站`);
  more.addEventListener("click", async () => {
    const { turn } = state;
    more.disabled = true;
    while (await asking.next(AT_ONCE, may)) more.textContent = `已查 ${asking.asked}/${asking.total} 个分站……`;
    if (turn !== state.turn) return;
    await refresh();
    parts[`${name}-list`].querySelector("a")?.focus();
  });
  parts[`${name}-rest`].append(more);
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
  if (state.question) refresh();
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
