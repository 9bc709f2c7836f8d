// Finds entries (themes, indicators, regions, reports) by parts of their names.

import { fetchValue, readList } from "./files.js";
import { intersect } from "./lists.js";
import { RunFolder, sampledRuns } from "./runs.js";

/** Themes, indicators and reports by name. */
export class NameList extends RunFolder {
  #blocks = new Map();

  /** Entries whose names hold every one of `words`: {theme: [...], indicator: [...], report: [...]}, at most `most` of a kind. */
  async search(words, most) {
    const lists = await Promise.all(words.flatMap(sampledRuns).map((run) => this.find(run)));
    if (!lists.length || lists.includes(null)) return {};
    const numbers = lists.map((entry) => readList(entry.bytes)).reduce(intersect);
    const found = {};
    let from = 0;
    for (const [kind, count] of Object.entries(this.info.kinds)) {
      const inside = numbers.filter((number) => number >= from && number < from + count);
      const entries = await Promise.all(Array.from(inside.slice(0, most * 2), (number) => this.#entry(number)));
      const holds = (entry) => words.every((word) => [entry.name, ...entry.others].some((name) => name.includes(word)));
      found[kind] = { entries: entries.filter(holds), total: inside.length };
      from += count;
    }
    return found;
  }

  async #entry(number) {
    const size = this.info.block;
    const block = Math.floor(number / size);
    if (!this.#blocks.has(block)) this.#blocks.set(block, fetchValue(new URL(`e/${block}.bin`, this.url)));
    const [name, others, note, url] = (await this.#blocks.get(block))[number % size];
    return { number, name, others, note, url: new URL(url, this.root).href };
  }
}
