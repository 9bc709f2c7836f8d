// The full-text page of a report: figures that open a card, the reading bar, and marked deep links.

import { address, copy } from "./clip.js";
import { FigureCard } from "./figure-card.js";
import { markPassage } from "./passage.js";
import { ReadingBar } from "./reading-bar.js";

const data = JSON.parse(document.getElementById("report-figures").textContent);
const figures = [...document.querySelectorAll("data[id]")];
const card = new FigureCard(data, figures);
new ReadingBar(document.querySelector(".reading"), data, figures, card);
markPassage();
addEventListener("hashchange", markPassage);
document.querySelector(".md-content__inner").addEventListener("click", (event) => {
  const mark = event.target.closest("[data-s] > a[title]:empty"); // the § of a passage
  if (mark) copy(address(mark.getAttribute("href")), "本段链接已复制");
});
