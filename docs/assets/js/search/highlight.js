// On a full-text page opened from a search result: marks the string that was searched for, and goes to the one meant.

const asked = new URLSearchParams(location.search);
const needle = asked.get("highlight") ?? "";
const SKIPPED = "script, style, noscript, button, [hidden], .md-nav, .crumbs, .pair-tabs";

/** Wrap every `needle` in `block` in mark elements; the first mark of each occurrence. One may run across elements. */
export function markIn(block, needle) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes = [];
  let text = "";
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, start: text.length });
    text += walker.currentNode.data;
  }
  const found = [];
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) found.push(at);
  // From the end, so that the offsets of what comes before stay true.
  return found.reverse().map((at) => wrap(nodes, at, at + needle.length)).reverse();
}

function wrap(nodes, start, end) {
  let first = null;
  for (const { node, start: begins } of [...nodes].reverse()) {
    const from = Math.max(start - begins, 0);
    const to = Math.min(end - begins, node.data.length);
    if (from >= to) continue;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const mark = document.createElement("mark");
    mark.className = "search-mark";
    range.surroundContents(mark);
    first = mark;
  }
  return first;
}

function blocks(root) {
  const own = [...root.querySelectorAll("p, li, td, th, h1, h2, h3, h4, h5, h6, [data-s]")];
  return own.filter((block) => !own.some((other) => other !== block && block.contains(other)));
}

function run() {
  const content = document.querySelector("article") ?? document.body;
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const marks = [];
  let meant = null;
  for (const block of blocks(content)) {
    const found = markIn(block, needle).filter(Boolean);
    const inside = target && (target === block || target.contains(block) || block.contains(target));
    if (inside && found.length) meant ??= found[Math.min(Number(asked.get("nth") ?? 0), found.length - 1)];
    marks.push(...found);
  }
  meant ??= marks[0];
  if (!meant) return;
  meant.classList.add("search-mark--here");
  meant.scrollIntoView({ block: "center" });
}

if (needle) run();
