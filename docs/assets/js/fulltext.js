// The full-text page of a report: figures that open a card, the reading bar, and marked deep links.

import { address, copy } from "./clip.js";
import { FigureCard } from "./figure-card.js";
import { markPassage } from "./passage.js";
import { ReadingBar } from "./reading-bar.js";

const data = JSON.parse(document.getElementById("report-figures").textContent);
const figures = [...document.querySelectorAll("data[id]")];
const card = new FigureCard(data, figures);
new ReadingBar(document.querySelector(".reading"), data, figures, card);
addPassageLinks();
markPassage();
addEventListener("hashchange", markPassage);
document.querySelector(".md-content__inner").addEventListener("click", (event) => {
  const mark = event.target.closest(".pl");
  if (mark) copy(address(mark.getAttribute("href")), "本段链接已复制");
});

/** A § beside each heading and paragraph that leads to it; added here, for a page has a hundred of them. */
function addPassageLinks() {
  for (const passage of document.querySelectorAll(":is(h1, h2, h3, h4, h5, h6, p)[data-s][id]")) {
    const link = document.createElement("a");
    link.className = "pl";
    link.href = `#${passage.id}`;
    link.setAttribute("aria-label", passage.tagName === "P" ? "本段链接" : "本节链接");
    passage.append(link);
  }
}
