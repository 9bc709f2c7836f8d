// Column heads that sort: numbers as numbers, text by pinyin, what has no value last.

const collator = new Intl.Collator("zh-Hans-CN-u-co-pinyin", { numeric: true });

/** Make the heads of `table` that name a kind of value buttons; `sort(column, kind, down)` puts the rows in order. */
export function makeSortable(table, sort) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    if (!head.dataset.sort) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const before = head.getAttribute("aria-sort");
      const down = before === "ascending" || (!before && head.dataset.sort === "number");
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      sort(column, head.dataset.sort, down);
    });
  });
}

/** Compares two things by `key`, the text of their cell; those without a value stay last whichever way the others run. */
export function comparing(key, kind, down) {
  const sign = down ? -1 : 1;
  const order = kind === "number" ? (a, b) => parseFloat(a.replaceAll(",", "")) - parseFloat(b.replaceAll(",", "")) : collator.compare;
  return (one, other) => {
    const [a, b] = [key(one), key(other)];
    return (a === "") - (b === "") || (a === "" ? 0 : sign * order(a, b));
  };
}

/** Values in the order of pinyin and number. */
export function inOrder(values) {
  return [...values].sort(collator.compare);
}
