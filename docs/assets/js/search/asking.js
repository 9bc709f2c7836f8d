// Asks the parts of a site a few at a time, so that the first answers are there long before the last part was asked.

/** What the parts asked so far have answered, and the parts still to be asked. */
export class Asking {
  #waiting;
  #ask;
  docs = [];
  bundles = [];
  places = 0;
  byPassage = false;
  /** Parts that could not be read; if none can be, asking fails. */
  missed = [];

  /** `ask(index)` answers for one part (see query.js), or gives null; `needles` are the strings looked for. */
  constructor(parts, needles, ask) {
    this.#waiting = [...parts];
    this.#ask = ask;
    this.needles = needles;
    this.total = parts.length;
  }

  /** Parts still to be asked, of those that pass `may`. */
  waiting(may = () => true) {
    return this.#waiting.filter(may);
  }

  get asked() {
    return this.total - this.#waiting.length;
  }

  /** Ask the next `count` parts that pass `may`, side by side; `ask` may be another way to ask them. False if none is left. */
  async next(count, may = () => true, ask = this.#ask) {
    const now = this.waiting(may).slice(0, count);
    this.#waiting = this.#waiting.filter((part) => !now.includes(part));
    const answers = await Promise.allSettled(now.map(async (part) => ask(await part.open())));
    answers.forEach(({ value, reason }, at) => {
      if (value) this.#add(value);
      if (reason) this.missed.push(now[at]);
    });
    const failure = answers.find(({ reason }) => reason);
    if (failure && this.missed.length === this.asked) throw failure.reason;
    return now.length > 0;
  }

  #add({ docs, bundles, places, byPassage }) {
    this.docs.push(...docs);
    this.bundles.push(...bundles);
    this.places += places;
    this.byPassage ||= byPassage;
  }
}
