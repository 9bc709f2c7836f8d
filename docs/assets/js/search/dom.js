// Small helpers for building the page out of text that is never trusted as HTML.

/** An element with attributes and children (elements or text). */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(key, "");
    else if (value !== false && value != null) node.setAttribute(key, value);
  }
  node.append(...children.flat().filter((child) => child != null));
  return node;
}

/** Calls `act` with the input's text once typing rests, never while an input method composes. */
export function onTyping(input, act, rest = 220) {
  let timer = 0;
  let composing = false;
  const later = () => {
    clearTimeout(timer);
    if (!composing) timer = setTimeout(() => act(input.value), rest);
  };
  input.addEventListener("compositionstart", () => {
    composing = true;
    clearTimeout(timer);
  });
  input.addEventListener("compositionend", () => {
    composing = false;
    later();
  });
  input.addEventListener("input", (event) => {
    if (!event.isComposing) later();
  });
}

/** Where the site begins: this file stands in assets/js/search/. */
export const ROOT = new URL("../../../", import.meta.url);

/** The address of a place on a report's full-text page, with `needle` marked there. */
export function sourceLink(bundle, id, anchor, needle, nth = 0) {
  const url = new URL(`reports/${id}/text/`, bundle.root);
  if (needle) url.searchParams.set("highlight", needle);
  if (nth) url.searchParams.set("nth", nth);
  url.hash = anchor;
  return url.href;
}

/** A number with thousands separated. */
export const grouped = (number) => number.toLocaleString("zh-CN");
