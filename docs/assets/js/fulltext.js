// The full-text page of a report: figures that open a card, the reading bar, and marked deep links.

import { address, copy } from "./clip.js";
import { FigureCard } from "./figure-card.js";
import { markPassage } from "./passage.js";
import { ReadingBar } from "./reading-bar.js";

const data = JSON.parse(document.getElementById("report-figures").textContent);
followToPart();
addEventListener("hashchange", followToPart);
const figures = [...document.querySelectorAll("data[id]")];
const card = new FigureCard(data, figures);
new ReadingBar(document.querySelector(".reading"), data, figures, card);
markPassage();
addEventListener("hashchange", markPassage);
document.querySelector(".md-content__inner").addEventListener("click", (event) => {
  const mark = event.target.closest("[data-s] > a[title]:empty"); // the § of a passage
  if (mark) copy(address(mark.getAttribute("href")), "本段链接已复制");
});

/** A very long text has parts; an id is a letter and an offset, so it says in which part it is. */
function followToPart() {
  const offset = Number(/^#[a-z](\d+)$/.exec(location.hash)?.[1] ?? NaN);
  if (!data.parts?.length || Number.isNaN(offset)) return;
  const part = Math.max(data.parts.findLastIndex((begin) => begin <= offset) + 1, 1);
  if (part === data.part) return;
  const first = new URL(data.part > 1 ? "../" : "./", location.href);
  location.replace(new URL(`${part > 1 ? `${part}/` : ""}${location.search}${location.hash}`, first));
}
