// Marks the stretch of source a link asks for (?mark=START-END#…) and brings the target below the sticky bars.

/** The text node and offset where the source character `offset` stands inside a passage. */
function point(passage, offset) {
  // Where litter was cut out of the passage the count drifts; the page then marks a few characters more or less.
  const from = Number(passage.dataset.s);
  let left = Math.min(Math.max(offset - from, 0), passage.textContent.length);
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  for (; node; node = walker.nextNode()) {
    const length = [...node.data].length; // code points, as the offsets count
    if (left <= length) return [node, [...node.data].slice(0, left).join("").length];
    left -= length;
  }
  return null;
}

/** Mark what the address asks for; also the block or figure of a plain #fragment. */
export function markPassage() {
  for (const old of document.querySelectorAll(".marked")) old.classList.remove("marked");
  globalThis.CSS?.highlights?.delete("passage");
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const [, start, end] = /[?&]mark=(\d+)-(\d+)/.exec(location.search) || [];
  if (start && mark(Number(start), Number(end))) return;
  target?.classList.add("marked");
}

function mark(start, end) {
  const touched = [...document.querySelectorAll("[data-s]")].filter((passage) => Number(passage.dataset.s) < end && Number(passage.dataset.e) > start);
  if (!touched.length) return false;
  if (!globalThis.CSS?.highlights) {
    for (const passage of touched) passage.classList.add("marked");
    return true;
  }
  const ranges = [];
  for (const passage of touched) {
    const [from, to] = [point(passage, start), point(passage, Math.min(end, Number(passage.dataset.e)))];
    if (!from || !to) continue;
    const range = new Range();
    range.setStart(...from);
    range.setEnd(...to);
    ranges.push(range);
  }
  CSS.highlights.set("passage", new Highlight(...ranges));
  return true;
}
