// Draws the filters: values with counts, the chosen ones always among them.

import { el, grouped } from "./dom.js";
import { FACETS } from "./facets.js";

const SHOWN = 6;
const ORDER = {
  year: (a, b) => b[0].localeCompare(a[0]),
};
const byCount = (a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "zh-CN");

/** Fill `target` with a group for each filter that has a choice to offer; `choose(name, value, on)` is told of clicks. */
export function drawFilters(target, counted, chosen, choose) {
  const open = new Set([...target.querySelectorAll("details[open]")].map((node) => node.dataset.more));
  const focus = document.activeElement?.id;
  const groups = [];
  for (const [name, label] of FACETS) {
    const values = [...counted[name]].filter(([value]) => value);
    for (const value of chosen[name]) if (!counted[name].has(value)) values.push([value, 0]);
    if (name === "region" && !chosen.province.size) continue; // thousands of places; first the province
    if (values.length < 2 && !chosen[name].size && name !== "figures") continue;
    if (!values.length) continue;
    values.sort(ORDER[name] ?? byCount);
    groups.push(drawGroup(name, label, values, chosen[name], choose, open.has(name)));
  }
  target.replaceChildren(...groups);
  if (focus) document.getElementById(focus)?.focus();
}

function drawGroup(name, label, values, chosen, choose, open) {
  const boxes = values.map(([value, count], at) => {
    const id = `filter-${name}-${at}`;
    const box = el("input", { type: "checkbox", id, checked: chosen.has(value) });
    box.addEventListener("change", () => choose(name, value, box.checked));
    return el("li", {}, el("label", { for: id }, box, el("span", {}, value), el("small", {}, grouped(count))));
  });
  const rest = boxes.slice(SHOWN);
  return el(
    "fieldset",
    { class: "filter", "data-filter": name },
    el("legend", {}, label),
    el("ul", {}, boxes.slice(0, SHOWN)),
    rest.length
      ? el("details", { "data-more": name, open: open || values.slice(SHOWN).some(([value]) => chosen.has(value)) }, el("summary", {}, `另 ${rest.length} 项`), el("ul", {}, rest))
      : null,
  );
}
