// The card of a figure: what it measures, its value, what it is compared with, where its row is.

import { address, complete, copy } from "./clip.js";

const ROLES = { from: "变化之前", change: "增减", rank: "名次" };
const FIELDS = ["start", "indicator", "unit", "role", "status", "period", "themes", "change", "linked"];
const [NAME, VALUE] = ["figure-card-name", "figure-card-value"];
const LARGE = /[万亿]/;
const MARGIN = 260; // pixels beside the text in which the card finds room

export class FigureCard {
  /** Make the `figures` (elements in text order) live; `data` is the page's own description of them. */
  constructor(data, figures) {
    this.data = data;
    this.figures = figures;
    let themes = [];
    this.known = new Map(data.figures.map((row) => {
      const told = Object.fromEntries(FIELDS.map((name, place) => [name, row[place] ?? ""]));
      if (told.period === "") told.period = data.period; // 0 where none is known
      themes = told.themes === "" ? themes : told.themes; // as of the figure before
      return [`f${told.start}`, { ...told, themes }];
    }));
    this.sections = [...document.querySelectorAll(":is(h2, h3, h4, h5, h6)[data-s]")];
    this.current = -1;
    this.element = this.#make();
    for (const [place, figure] of figures.entries()) this.#enliven(figure, place);
    this.#listen();
  }

  /** Go to the figure at `place` (counted round the ends), focus it and open its card. */
  go(place) {
    const count = this.figures.length;
    if (!count) return;
    const figure = this.figures[(place + count) % count];
    figure.scrollIntoView({ block: "center" });
    figure.focus({ preventScroll: true });
    this.open(figure);
  }

  /** The place of the figure next to what is on the screen, in the direction `step` (1 or -1). */
  next(step) {
    if (this.current >= 0) return this.current + step;
    const below = this.figures.findIndex((figure) => figure.getBoundingClientRect().top > 110);
    return step > 0 ? Math.max(below, 0) : (below < 0 ? this.figures.length : below) - 1;
  }

  open(figure) {
    if (this.shown === figure) return;
    this.close(false);
    const told = this.known.get(figure.id);
    if (!told) return;
    this.shown = figure;
    this.#choose(this.figures.indexOf(figure));
    figure.setAttribute("aria-expanded", "true");
    this.element.replaceChildren(...this.#contents(figure, told));
    figure.setAttribute("aria-describedby", NAME); // what it measures is heard with the number
    this.element.hidden = false;
    this.#place(figure);
  }

  close(giveFocusBack) {
    if (!this.shown) return;
    this.shown.setAttribute("aria-expanded", "false");
    this.shown.removeAttribute("aria-describedby");
    this.element.hidden = true;
    if (giveFocusBack) this.shown.focus({ preventScroll: true });
    this.shown = null;
  }

  #make() {
    const element = Object.assign(document.createElement("div"), { className: "figure-card", id: "figure-card", hidden: true });
    element.setAttribute("role", "dialog");
    element.setAttribute("aria-labelledby", `${NAME} ${VALUE}`);
    document.querySelector(".md-content__inner").append(element);
    return element;
  }

  #enliven(figure, place) {
    figure.setAttribute("role", "button");
    figure.setAttribute("aria-haspopup", "dialog");
    figure.setAttribute("aria-expanded", "false");
    figure.tabIndex = place ? -1 : 0; // one stop for the Tab key; n and p move on from there
  }

  #choose(place) {
    this.figures[Math.max(this.current, 0)].tabIndex = -1;
    this.figures[place].tabIndex = 0;
    this.current = place;
    this.onchoose?.(place);
  }

  #listen() {
    const article = document.querySelector(".md-content__inner");
    const figureOf = (event) => event.target.closest?.("data[id]");
    const soon = (act, wait) => { clearTimeout(this.timer); this.timer = setTimeout(act, wait); };
    article.addEventListener("click", (event) => {
      const figure = figureOf(event);
      if (figure) { clearTimeout(this.timer); this.open(figure); }
    });
    article.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "mouse") return;
      const figure = figureOf(event);
      if (figure) soon(() => this.open(figure), 180);
      else if (event.target.closest(".figure-card")) clearTimeout(this.timer);
    });
    article.addEventListener("pointerout", (event) => {
      if (event.pointerType !== "mouse" || !(figureOf(event) || event.target.closest(".figure-card"))) return;
      soon(() => { if (!this.element.contains(document.activeElement) && document.activeElement !== this.shown) this.close(false); }, 320);
    });
    document.addEventListener("focusin", (event) => {
      const figure = figureOf(event);
      if (figure?.matches(":focus-visible")) this.open(figure);
      else if (!event.target.closest("data[id], .figure-card, .reading")) this.close(false); // it might cover what has the focus now
    });
    document.addEventListener("pointerdown", (event) => {
      if (this.shown && !figureOf(event) && !event.target.closest(".figure-card, .reading")) this.close(false);
    });
    document.addEventListener("keydown", (event) => this.#key(event, figureOf(event)));
    addEventListener("resize", () => this.shown && this.#place(this.shown));
  }

  #key(event, figure) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "Escape" && this.shown) this.close(true);
    else if (event.key === "Tab") return this.#leave(event);
    else if (figure && (event.key === "Enter" || event.key === " ")) {
      this.open(figure);
      this.element.querySelector("a, button").focus();
    } else if (event.key === "n" || (figure && event.key === "ArrowRight")) this.go(this.next(1));
    else if (event.key === "p" || (figure && event.key === "ArrowLeft")) this.go(this.next(-1));
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** From the ends of the card Tab goes on from its figure, wherever in the page the card stands. */
  #leave(event) {
    const stops = [...this.element.querySelectorAll("a, button")];
    if (document.activeElement !== stops.at(event.shiftKey ? 0 : -1)) return;
    if (event.shiftKey) event.preventDefault();
    this.shown.focus({ preventScroll: true });
  }

  #place(figure) {
    const style = this.element.style;
    style.left = style.top = "";
    if (innerWidth < 720) return; // a sheet at the lower edge
    const within = this.element.offsetParent.getBoundingClientRect();
    const at = figure.getClientRects()[0];
    const column = figure.closest("[data-s]").getBoundingClientRect();
    const beside = within.right - column.right > MARGIN;
    this.element.classList.toggle("beside", beside);
    if (beside) { // in the margin: it covers no text
      style.left = `${column.right - within.left + 20}px`;
      style.top = `${Math.min(at.top - 14, innerHeight - this.element.offsetHeight - 12) - within.top}px`;
      return;
    }
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const left = Math.min(Math.max(at.left, 8), document.documentElement.clientWidth - width - 8);
    const above = at.bottom + height + 12 > innerHeight && at.top - height - 8 > 100;
    style.left = `${left - within.left}px`;
    style.top = `${(above ? at.top - height - 8 : at.bottom + 8) - within.top}px`;
  }

  #contents(figure, told) {
    const text = figure.textContent;
    const section = this.#sectionOf(figure);
    const number = figure.getAttribute("value");
    const facts = [
      ["性质", ROLES[told.role] || ""],
      ["即", LARGE.test(text) && number ? `${Number(number).toLocaleString("zh-CN")}${told.unit}` : ""],
      ["状态", told.status === "plan" ? "计划、目标" : ""],
      ["时期", told.period],
      ["主题", told.themes.map((number) => this.data.themes[number]).join("、")],
      ["同句", this.#linked(told)],
      ["章节", section && link(section.name, `#${section.id}`)],
    ].filter(([, said]) => said);
    const list = make("dl");
    for (const [name, said] of facts) list.append(make("dt", name), make("dd", said));
    const actions = make("p", link("表格中的这一行", `../#${figure.id}`, "button"));
    actions.className = "actions";
    actions.append(
      button("复制链接", () => copy(address(`#${figure.id}`), "链接已复制")),
      button("复制引文", () => copy(this.#citation(figure), "引文已复制")),
    );
    const close = button("×", () => this.close(true), "close");
    close.setAttribute("aria-label", "关闭");
    const value = make("p", figure.classList.contains("m") ? `${text}（数字被遮盖）` : text, "card-value");
    const [direction, words] = told.change || [];
    const change = words ? [make("p", words, direction ? `change change--${direction}` : "change")] : [];
    const name = Object.assign(make("p", told.indicator, "card-name"), { id: NAME });
    value.id = VALUE;
    return [name, value, ...change, list, actions, close];
  }

  #linked(told) {
    const others = (told.linked || []).map((start) => document.getElementById(`f${start}`)).filter(Boolean);
    if (!others.length) return "";
    const found = document.createDocumentFragment();
    for (const other of others) {
      if (found.childNodes.length) found.append("、");
      const role = ROLES[this.known.get(other.id)?.role];
      found.append(link(other.textContent, `#${other.id}`), role ? `（${role}）` : "");
    }
    return found;
  }

  #sectionOf(figure) {
    const above = this.sections.filter((head) => head === figure.parentElement || head.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
    if (!above) return null;
    const name = above.textContent.trim().replace(/[。，；：]$/, "");
    return { id: above.id, name: name.length > 24 ? `${name.slice(0, 23)}…` : name };
  }

  #citation(figure) {
    const passage = figure.closest("[data-s]").textContent;
    const at = passage.indexOf(figure.textContent);
    const start = Math.max(passage.lastIndexOf("。", at), passage.lastIndexOf("；", at)) + 1;
    const ends = ["。", "；"].map((mark) => passage.indexOf(mark, at)).filter((place) => place >= 0);
    const sentence = passage.slice(start, ends.length ? Math.min(...ends) : undefined).trim();
    return `“${sentence}”——${complete(this.data.citation, address(`#${figure.id}`))}`;
  }
}

function make(name, content = "", className = "") {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(content);
  return element;
}

function link(text, href, className = "") {
  const element = make("a", text, className);
  element.href = href;
  return element;
}

function button(text, act, className = "button") {
  const element = make("button", text, className);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}
