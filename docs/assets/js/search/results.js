// Results as elements: reports with their sentences, figures, names.

import { el, grouped, sourceLink } from "./dom.js";
import { excerpts, figuresWith } from "./excerpt.js";
import { accepts } from "./facets.js";
import { identify } from "./query.js";

const SENTENCES = 3;
const KINDS = { theme: "主题", indicator: "指标", region: "地区", report: "报告" };

/** One report: title, facts, the first sentences that hold `needles`; the rest on request. */
export async function reportResult(doc, needles, chosen, { literal }) {
  const [text] = await Promise.all([doc.bundle.text(doc.report), identify([doc])]);
  // What the title and the place say already need not be looked for in the sentences.
  const telling = literal ? needles : needles.filter((word) => !text.title.includes(word) && !doc.region.includes(word));
  const found = excerpts(text, telling.length ? telling : needles, accepts(doc, chosen));
  // The title is shown above: as a sentence it would only be said twice.
  const own = found.findIndex(({ parts }) => parts.map((part) => part.text).join("") === text.title);
  if (own >= 0 && found.length > 1) found.splice(own, 1);
  if (!literal) found.sort((a, b) => b.kinds - a.kinds);
  const list = el("ul", { class: "hit-sentences" }, found.slice(0, SENTENCES).map((one) => sentence(doc, one, needles, literal)));
  const node = el(
    "article",
    { class: "hit", "data-report": doc.id },
    el(
      "h3",
      { class: "hit-title" },
      el("a", { href: new URL(`reports/${doc.id}/`, doc.bundle.root).href }, marked(text.title || doc.id, literal && needles[0])),
    ),
    el("p", { class: "hit-facts" }, [doc.region, doc.year, doc.kind].filter((word) => word && word !== "未知").join(" · ")),
    list,
  );
  if (found.length > SENTENCES) {
    const more = el("button", { type: "button", class: "button hit-more" }, `还有 ${found.length - SENTENCES} 句`);
    more.addEventListener("click", () => {
      const rest = found.slice(SENTENCES).map((one) => sentence(doc, one, needles, literal));
      list.append(...rest);
      rest[0].querySelector("a").focus();
      more.remove();
    });
    node.append(more);
  }
  return { node, text };
}

function sentence(doc, { anchor, nth, heading, parts }, needles, literal) {
  const marked = literal ? needles[0] : parts.find((part) => part.mark)?.text;
  const link = sourceLink(doc.bundle, doc.id, anchor, marked, literal ? nth : 0);
  const shown = parts.map((part) => (part.mark ? el("mark", {}, part.text) : part.text));
  return el(
    "li",
    {},
    heading ? el("span", { class: "hit-heading" }, heading) : null,
    el("a", { class: "hit-sentence", href: link }, shown),
  );
}

/** Figures of the shown reports that the query is part of, or that it names. */
export function figureResults(shown, needle, most) {
  const all = shown.flatMap(({ doc, text }) => figuresWith(text, needle).map((figure) => ({ doc, text, figure })));
  if (!all.length) return null;
  return group(
    "关键数据",
    all.length > most ? `前 ${most} 项` : `${all.length} 项`,
    all.slice(0, most).map(({ doc, text, figure }) =>
      el(
        "li",
        {},
        el(
          "a",
          { class: "name", href: sourceLink(doc.bundle, doc.id, figure.id, "") },
          el("span", { class: "name-main" }, figure.indicator, " ", el("b", { class: "figure-value" }, figure.text)),
          figure.plan ? el("span", { class: "badge badge--plan" }, "计划") : null,
          el("span", { class: "name-note" }, doc.region === "未知" ? text.title : [doc.region, doc.year].filter((word) => word !== "未知").join(" · ")),
        ),
      ),
    ),
  );
}

/** Themes, indicators and reports of that name, each kind a list of its own. */
export function nameResults(found, needle, most) {
  const lists = [];
  for (const [kind, label] of Object.entries(KINDS)) {
    const { entries = [], total = 0 } = found[kind] ?? {};
    if (!entries.length) continue;
    const shown = entries.slice(0, most);
    lists.push(group(label, total > shown.length ? `前 ${shown.length} 项，共 ${grouped(total)} 项` : `${total} 项`, shown.map((entry) => el("li", {}, nameLink(entry, needle)))));
  }
  return lists;
}

export function nameLink(entry, needle) {
  const other = entry.name.includes(needle) ? null : entry.others.find((name) => name.includes(needle));
  return el(
    "a",
    { class: "name", href: entry.url },
    el("span", { class: "name-main" }, marked(entry.name, needle), other ? el("small", {}, "（", marked(other, needle), "）") : null),
    el("span", { class: "name-note" }, entry.note),
  );
}

/** `text` with every `needle` in it marked. */
export function marked(text, needle) {
  if (!needle) return [text];
  const parts = text.split(needle);
  return parts.flatMap((part, at) => (at ? [el("mark", {}, needle), part] : [part]));
}

function group(label, note, items) {
  return el(
    "section",
    { class: "name-group" },
    el("h2", {}, label, " ", el("small", {}, note)),
    el("ul", { class: "names" }, items),
  );
}
