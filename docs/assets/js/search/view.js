// What the results page shows of a question.

import { el, grouped } from "./dom.js";
import { filtered } from "./facets.js";
import { findEverywhere, sorted } from "./query.js";
import { figureResults, reportResult } from "./results.js";
import { partsOf } from "./words.js";

const FIRST_SCREEN = 5;
const PREVIEWED = 3;
const PAGE = 10;
export const NAMES = 6;

export const page = document.querySelector("#search-page");
export const parts = Object.fromEntries([...page.querySelectorAll("[data-part]")].map((node) => [node.dataset.part, node]));
/** What is asked. `turn` counts the questions and `run` what is drawn, so that what is out of date can be told and dropped. */
export const state = { query: "", order: "relevance", chosen: {}, turn: 0, run: 0, question: null };

export function clear() {
  for (const name of ["names", "figures", "scope", "literal", "scoped-list", "scoped-rest", "looser-list", "looser-rest", "filters", "suggestions"]) parts[name].replaceChildren();
  parts.scoped.hidden = true;
  parts.looser.hidden = true;
  parts.help.hidden = true;
}

export function say(text) {
  parts.status.textContent = text;
}

/** Show the first likely reports that turn out to hold the query, while the others are still being proved. */
export async function preview(sample) {
  const { run } = state;
  const likely = sorted(sample.docs, state.order).slice(0, PREVIEWED);
  const results = await Promise.all(likely.map((doc) => reportResult(doc, [state.query], state.chosen, { literal: true })));
  if (run === state.run) parts.literal.replaceChildren(...results.filter(({ node }) => node.querySelector("mark")).map(({ node }) => node));
}

export async function drawLiteral() {
  const { literal, scope } = state.question;
  let docs = sorted(filtered(literal.docs, state.chosen), state.order);
  if (scope && state.order === "relevance") docs = [...docs.filter(scope.holds), ...docs.filter((doc) => !scope.holds(doc))];
  offerScope();
  summarise(docs);
  await list(parts.literal, docs, literal.needles, true);
}

/** Say how many reports hold the query, and how many of them, `docs`, pass the filters. */
export function summarise(docs = filtered(state.question.literal.docs, state.chosen)) {
  const { literal, scope, scoped, may } = state.question;
  const all = literal.docs.length;
  const known = !literal.byPassage || literal.docs.every((doc) => doc.passages);
  const where = known ? `，共 ${grouped(literal.places)} ${literal.byPassage ? "段" : "处"}` : "";
  const quoted = `“${state.query}”`;
  const also = scoped?.docs.length ? `，${scope.label}的报告有${scoped.waiting(may).length ? "" : ` ${grouped(scoped.docs.length)} 份`}写到${scope.rest}` : "";
  let said = `${grouped(all)} 份报告写着${quoted}，其中 ${grouped(docs.length)} 份符合筛选。`;
  if (!all) said = `没有报告写着${quoted}${also}。`;
  else if (docs.length === all) said = `${grouped(all)} 份报告写着${quoted}${where}。`;
  say(askedParts(said));
}

/** `said`, and of a joined site how many of its parts that is true of. */
function askedParts(said) {
  const { joined, index: opened, literal, may } = state.question;
  if (!joined) return said;
  const total = opened.parts.length;
  const asked = `${total - literal.waiting().length}/${total} 个分站`;
  if (literal.waiting(may).length) return `已查 ${asked}：${said.slice(0, -1)}，还在查……`;
  if (literal.waiting().length) return `${said}（只查了 ${asked}，其余没有所选年度、省份的报告。）`;
  const missed = literal.missed.length;
  return missed ? `${said}（查了 ${total - missed} 个分站，${missed} 个没有读到，数目可能不全。）` : `${said}（${total} 个分站都查过了。）`;
}

/** A link that turns the place and year of the query into filters. */
function offerScope() {
  const { label, rest, filters } = state.question.scope ?? {};
  parts.scope.replaceChildren();
  if (!filters?.length || filters.every(([name, value]) => state.chosen[name].has(value))) return;
  const asked = new URLSearchParams([["q", rest || state.query], ...filters]);
  const words = rest ? `只在${label}的报告里找“${rest}”` : `只看${label}的报告`;
  parts.scope.append(el("a", { class: "chip", href: `?${asked}` }, words));
}

export async function drawScoped() {
  const { scope, scoped } = state.question;
  const docs = scoped ? sorted(filtered(scoped.docs, state.chosen), state.order) : [];
  parts.scoped.hidden = !docs.length;
  if (!docs.length) return;
  const { label, rest } = scope;
  const words = scoped.exact ? [rest] : scoped.needles;
  parts["scoped-title"].textContent = scoped.exact ? `${label}的报告写着“${rest}”` : `${label}的报告，同一段里有这些词：${words.slice(0, 12).join("、")}`;
  parts["scoped-count"].textContent = countIn(docs, scoped);
  await list(parts["scoped-list"], docs, words, Boolean(scoped.exact));
}

export async function drawLooser() {
  const { looser, looserDocs, may } = state.question;
  const docs = sorted(filtered(looserDocs, state.chosen), state.order);
  parts.looser.hidden = !docs.length && !looser?.waiting(may).length;
  if (parts.looser.hidden) return;
  parts["looser-count"].textContent = countIn(docs, looser);
  const words = looser.needles.filter((word) => word !== state.query);
  const how = looser.together ? "同一份报告里有这些词，但不在同一段" : "同一段里有这些词，但不连在一起，或用的是同义的词";
  parts["looser-words"].textContent = `${how}：${words.slice(0, 12).join("、")}`;
  await list(parts["looser-list"], docs, words, false);
}

/** How many reports a list has, and of how many parts they are while others wait to be asked. */
function countIn(docs, asking) {
  const said = `${grouped(docs.length)} 份`;
  return asking.waiting(state.question.may).length ? `${said}，已查 ${asking.asked}/${asking.total} 个分站` : said;
}

/** Show `docs`, a first screen at once and more on request. */
async function list(target, docs, needles, literal) {
  const { run } = state;
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
export async function suggest(opened) {
  const { turn } = state;
  const words = partsOf(state.query).filter((word) => word !== state.query);
  const found = await Promise.all(words.map((word) => countOf(opened, word)));
  if (turn !== state.turn) return;
  const useful = words.map((word, at) => [word, found[at]]).filter(([, count]) => count);
  parts.help.hidden = false;
  parts.suggestions.replaceChildren(
    ...useful.map(([word, count]) => el("li", {}, el("a", { class: "chip", href: `?q=${encodeURIComponent(word)}` }, word, " ", el("small", {}, count)))),
  );
  parts.suggestions.previousElementSibling.hidden = !useful.length;
}

/** How many reports hold `word`, or of a joined site how many of its parts may; "" for none. */
async function countOf(opened, word) {
  const holding = await opened.partsHolding([[word]]);
  if (opened.parts.length > 1) return holding.length ? `${holding.length} 个分站` : "";
  const { docs } = await findEverywhere(opened, word);
  return docs.length ? `${grouped(docs.length)} 份` : "";
}
