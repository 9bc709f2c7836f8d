// What is found for one query: literally, in the place and year it names, and by looser readings. Of a joined site no
// part is asked that cannot have an answer, and those that may are asked a few at a time.

import { Asking } from "./asking.js";
import { OF_PASSAGES, filtered } from "./facets.js";
import { addPassages, askLiteral, askLooser, askTogether, findLiteral, identify, sampleLiteral } from "./query.js";
import { scopeOf } from "./scope.js";

export const AT_ONCE = 4; // parts asked side by side
const FEW = 3; // parts that are asked for looser readings, and whose tables for filters are loaded, without being told to
const ENOUGH = 5; // reports of a looser reading that fill a screen

export class Question {
  literal = null;
  scope = null;
  scoped = null;
  looser = null;
  /** Whether the filters on passages are wanted, whatever they cost. */
  wantsDetails = false;

  /** `chosen`: the filters, name -> set of values; they may change as long as the question stands. */
  constructor(index, query, chosen) {
    this.index = index;
    this.query = query;
    this.chosen = chosen;
    this.joined = index.parts.length > 1;
  }

  /** Whether a part of the site may have reports that pass the filters. */
  may = (part) =>
    [[part.years, this.chosen.year], [part.provinces, this.chosen.province]].every(
      ([has, wanted]) => !has || !wanted?.size || [...wanted].some((value) => has.has(value)),
    );

  /** Ask for the literal string until something is found; `preview` is shown likely reports that are not proved yet. */
  async begin(preview) {
    const scoping = scopeOf(this.index, this.query, false);
    const holding = await this.index.partsHolding([[this.query]]);
    const early = this.joined ? await scoping : null; // the place the query names comes first
    const first = early ? holding.filter(early.mayHold) : [];
    this.literal = askLiteral([...first, ...holding.filter((part) => !first.includes(part))], this.query);
    await this.literal.next(1, this.may, async (part) => {
      const sample = await sampleLiteral(part, this.query);
      if (!sample.exact) await preview(sample);
      return sample.finish();
    });
    while (!this.literal.docs.length && (await this.literal.next(AT_ONCE, this.may)));
    this.scope = (await scoping) ?? (this.literal.docs.length ? null : await scopeOf(this.index, this.query, true));
    await this.#loadScope();
  }

  /** Ask some more parts for the literal string; false if none is left. */
  async next() {
    const more = await this.literal.next(AT_ONCE, this.may);
    if (more) await this.#loadScope();
    return more;
  }

  #loadScope() {
    return this.scope?.load(this.literal.bundles.filter(({ docs }) => docs.length).map(({ bundle }) => bundle));
  }

  /** Reports of the place and year the query names that hold the rest of it, or failing that its words. */
  async findScoped() {
    const { rest, mayHold, load, holds } = this.scope ?? {};
    if (!rest) return;
    const known = new Set(this.literal.docs.map(keyOf));
    const within = async (found) => {
      await load(found.bundles.filter(({ docs }) => docs.length).map(({ bundle }) => bundle));
      return { ...found, docs: found.docs.filter((doc) => holds(doc) && !known.has(keyOf(doc))) };
    };
    const parts = (await this.index.partsHolding([[rest]])).filter(mayHold);
    const exact = new Asking(parts, [rest], async (part) => within(await findLiteral(part, rest)));
    await this.#some(exact, true);
    this.scoped = exact.docs.length ? Object.assign(exact, { exact: true }) : await askLooser(this.index, rest, exact, { mayHold, within });
    if (this.scoped && !this.scoped.exact) await this.#some(this.scoped, true);
  }

  /** Looser readings: of few parts, or until something is found if nothing else was. */
  async findLooser() {
    const hungry = !this.literal.docs.length && !this.scoped?.docs.length;
    const looser = await askLooser(this.index, this.query, this.literal);
    if (looser) await this.#some(looser, hungry);
    const together = hungry && !looser?.docs.length ? await askTogether(this.index, this.query) : null;
    if (together) await this.#some(together, hungry);
    this.looser = together ?? looser;
  }

  /** The looser reports that are not told of before them. */
  get looserDocs() {
    const told = new Set(this.scoped?.docs.map(keyOf));
    return (this.looser?.docs ?? []).filter((doc) => !told.has(keyOf(doc)));
  }

  async #some(asking, hungry) {
    const open = () => (asking.docs.length ? asking.docs.length < ENOUGH && asking.asked < FEW : hungry || asking.asked < FEW);
    while (open() && (await asking.next(asking.asked < FEW ? 1 : AT_ONCE, this.may)));
  }

  get #results() {
    return [this.literal, this.scoped, this.looser].filter(Boolean);
  }

  /** Whether the filters on passages are there, or to be loaded: of many parts they are only if they are asked for. */
  get detailed() {
    if (!this.joined || this.wantsDetails || OF_PASSAGES.some((name) => this.chosen[name].size)) return true;
    return new Set(this.#results.flatMap(({ docs }) => docs.map(({ bundle }) => bundle))).size <= FEW;
  }

  /** Load what the filters need of every result. */
  async addDetails() {
    if (this.detailed) await Promise.all(this.#results.map(addPassages));
    const { year, province, region } = this.chosen;
    if (province.size || region.size) {
      await Promise.all(this.#results.map(({ docs }) => identify(filtered(docs, { year, province }))));
    }
  }
}

/** What tells a report from all others: two searches make two objects of it. */
const keyOf = ({ bundle, report }) => `${bundle.url} ${report}`;
