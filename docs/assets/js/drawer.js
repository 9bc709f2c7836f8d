// The drawer of small screens, for the keyboard: Material opens it by a label, which only a pointer reaches.

const toggle = document.getElementById("__drawer");
const label = document.querySelector(".md-header__button[for=__drawer]");
const drawer = document.querySelector(".md-sidebar--primary");

if (label && drawer) {
  const opener = Object.assign(document.createElement("button"), { type: "button" });
  opener.setAttribute("aria-label", label.title);
  opener.append(...label.childNodes);
  label.append(opener);
  const open = (on) => { if (toggle.checked !== on) toggle.click(); };
  const tell = () => opener.setAttribute("aria-expanded", toggle.checked);
  tell();
  toggle.addEventListener("change", tell);
  opener.addEventListener("click", (event) => {
    open(!toggle.checked);
    if (toggle.checked && !event.detail) drawer.querySelector("li a").focus(); // no pointer clicked
  });
  drawer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    open(false);
    opener.focus();
  });
  drawer.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (next && next !== opener && !drawer.contains(next)) open(false);
  });
}
