// Arithmetic on ascending lists of numbers (Uint32Array).

/** The numbers of `list`, each less `offset`; those below it are left out. */
export function shift(list, offset) {
  let from = 0;
  while (from < list.length && list[from] < offset) from += 1;
  return list.subarray(from).map((value) => value - offset);
}

/** The numbers in both lists. */
export function intersect(one, other) {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const found = new Uint32Array(short.length);
  let [count, at] = [0, 0];
  for (const value of short) {
    at = lowerBound(long, value, at);
    if (at === long.length) break;
    if (long[at] === value) found[count++] = value;
  }
  return found.subarray(0, count);
}

/** The numbers in either list, each once. */
export function union(lists) {
  if (lists.length === 1) return lists[0];
  const all = new Uint32Array(lists.reduce((total, list) => total + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  all.sort();
  return all.filter((value, index) => !index || value !== all[index - 1]);
}

/** The index of the first number of `list` that is not below `value`, `from` being known to be no later. */
export function lowerBound(list, value, from = 0) {
  let step = 1;
  while (from + step < list.length && list[from + step] < value) step *= 2;
  let low = from + (step >> 1);
  let high = Math.min(list.length, from + step + 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Running totals: where each item of `sizes` begins, and the end. */
export function totals(sizes) {
  const starts = new Uint32Array(sizes.length + 1);
  for (let at = 0; at < sizes.length; at += 1) starts[at + 1] = starts[at] + sizes[at];
  return starts;
}

/** For ascending `values` the number of the item each lies in, `starts` as `totals` gives them. */
export function itemsOf(values, starts) {
  const items = new Uint32Array(values.length);
  let item = 0;
  for (let at = 0; at < values.length; at += 1) {
    if (values[at] >= starts[item + 1]) {
      item = lowerBound(starts, values[at], item);
      if (starts[item] > values[at]) item -= 1;
    }
    items[at] = item;
  }
  return items;
}

/** `list` without repeats; it ascends. */
export function distinct(list) {
  return list.filter((value, index) => !index || value !== list[index - 1]);
}
