// Copying, with a short spoken and visible confirmation; today's date and this page's address for citations.

/** Put `text` on the clipboard and say so; works also where the clipboard API is refused. */
export async function copy(text, said = "已复制") {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = Object.assign(document.createElement("textarea"), { value: text });
    area.style.cssText = "position:fixed;opacity:0";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say(said);
}

let status;

/** Show `text` for a moment; screen readers hear it. */
export function say(text) {
  if (!status) {
    status = Object.assign(document.createElement("div"), { className: "said-now" });
    status.setAttribute("role", "status");
    document.body.append(status);
  }
  status.textContent = text;
  status.classList.add("on");
  clearTimeout(say.timer);
  say.timer = setTimeout(() => status.classList.remove("on"), 2400);
}

/** The page's lasting address: the canonical one where the site knows it. */
export function address(hash = "") {
  const canonical = document.querySelector('link[rel="canonical"]')?.href;
  const base = canonical || location.origin + location.pathname;
  return base + hash;
}

/** Today as the standard writes it: 2026-01-31, in the reader's own time zone. */
export function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A citation with the day of reading and an address put in. */
export function complete(citation, url) {
  return `${citation.replace("[引用日期]", `[${today()}]`)} ${url}.`;
}
