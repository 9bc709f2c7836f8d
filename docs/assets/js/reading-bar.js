// The bar above the full text: step through figures, quiet their marks, contents, themes that dim the rest.

export class ReadingBar {
  /** Wire the bar's buttons. */
  constructor(bar, data, figures, card) {
    this.bar = bar;
    this.article = document.querySelector(".md-content__inner");
    this.count = bar.querySelector(".reading-count");
    const acts = {
      previous: () => card.go(card.next(-1)),
      next: () => card.go(card.next(1)),
      marks: (button) => this.#toggleMarks(button),
      contents: (button) => this.#panel(button),
      themes: (button) => this.#panel(button),
    };
    bar.addEventListener("click", (event) => {
      const button = event.target.closest("[data-do]");
      if (button) acts[button.dataset.do](button);
    });
    bar.addEventListener("keydown", (event) => {
      const open = event.key === "Escape" && bar.querySelector('[aria-expanded="true"]');
      if (!open) return;
      this.#panel(open);
      open.focus();
    });
    card.onchoose = (place) => { this.count.textContent = `${place + 1}／${figures.length}`; };
    if (!figures.length) for (const name of ["previous", "next", "marks"]) this.#button(name).hidden = true;
    this.#fillThemes(data.themes);
    this.#fillContents();
    if (remembered() === "quiet") this.#toggleMarks(this.#button("marks"));
  }

  #button(name) {
    return this.bar.querySelector(`[data-do="${name}"]`);
  }

  #toggleMarks(button) {
    const quiet = this.article.classList.toggle("quiet");
    button.setAttribute("aria-pressed", !quiet);
    remember(quiet ? "quiet" : "");
  }

  #panel(button) {
    const open = button.getAttribute("aria-expanded") !== "true";
    for (const other of this.bar.querySelectorAll("[aria-controls]")) {
      const opened = other === button && open;
      other.setAttribute("aria-expanded", opened);
      document.getElementById(other.getAttribute("aria-controls")).hidden = !opened;
    }
  }

  #fillThemes(themes) {
    const passages = [...this.article.querySelectorAll("[data-s]")];
    const panel = document.getElementById("themes");
    themes.forEach((name, number) => {
      const about = new Set(passages.filter((passage) => passage.dataset.t?.split(" ").includes(String(number))));
      if (!about.size) return;
      const chip = document.createElement("button");
      chip.type = "button";
      chip.className = "chip";
      chip.setAttribute("aria-pressed", "false");
      chip.append(name, " ", Object.assign(document.createElement("small"), { textContent: about.size }));
      chip.addEventListener("click", () => {
        const on = chip.getAttribute("aria-pressed") !== "true";
        for (const other of panel.children) other.setAttribute("aria-pressed", other === chip && on);
        for (const passage of passages) {
          passage.classList.toggle("dim", on && !about.has(passage));
          passage.classList.toggle("lit", on && about.has(passage));
        }
        this.#button("themes").textContent = on ? `主题：${name}` : "主题";
        if (on && matchMedia("(max-width: 44.98em)").matches) { // on a phone the open panel would hide what was chosen
          this.#panel(this.#button("themes"));
          this.#button("themes").focus({ preventScroll: true });
        }
        if (on) [...about][0].scrollIntoView({ block: "center" });
      });
      panel.append(chip);
    });
    if (!panel.children.length) this.#button("themes").hidden = true;
  }

  #fillContents() {
    const list = document.querySelector(".md-sidebar--secondary .md-nav__list");
    if (!list) { this.#button("contents").hidden = true; return; }
    const panel = document.getElementById("contents");
    panel.append(outline(list));
    panel.addEventListener("click", (event) => { if (event.target.closest("a")) this.#panel(this.#button("contents")); });
  }
}

/** The side navigation's links as plain nested lists, for screens too narrow to show it. */
function outline(list) {
  const made = document.createElement("ul");
  for (const item of list.children) {
    const entry = document.createElement("li");
    const from = item.querySelector(":scope > a");
    entry.append(Object.assign(document.createElement("a"), { href: from.getAttribute("href"), textContent: from.textContent.trim() }));
    const inner = item.querySelector(":scope > nav > ul");
    if (inner) entry.append(outline(inner));
    made.append(entry);
  }
  return made;
}

function remembered() {
  try { return localStorage.getItem("reading-marks"); } catch { return null; }
}

function remember(value) {
  try { localStorage.setItem("reading-marks", value); } catch { /* private mode: the choice lasts for this page */ }
}
