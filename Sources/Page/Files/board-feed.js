// The answer of the board for a view: asked for, shown with its time, and asked for again whenever
// it may have changed.

import { onChange } from "./api.js";
import { clock, h, state, t, watch } from "./base.js";
import { storedTime } from "./board-frame.js";
import { hear } from "./present.js";

/** Milliseconds in which several entries are one change. */
const TOGETHER = 120;

/** Milliseconds after which ages have grown and reports have ended, without any entry. */
const MINUTE = 60_000;

/** The answers of the board that a view shows one after the other. */
export class BoardFeed {
  #asking = new AbortController();
  #isShown = false;

  /**
   * @param {Element} main The view; marked while its answer is one that the device has kept.
   * @param {AbortSignal} signal Ends it.
   * @param {{ask: function, show: function}} calls `ask(options)` gives an answer of `get`, and
   *   `show(board)` draws it.
   */
  constructor(main, signal, { ask, show }) {
    Object.assign(this, { main, signal, ask, show });
    /** The time of the answer. */
    this.time = h("p", { class: "small soft" });
    signal.addEventListener("abort", () => {
      this.#asking.abort();
      main.classList.remove("stored");
    }, { once: true });
  }

  /** Asks, and shows the answer; throws only where there is none yet to be seen. */
  async load() {
    this.#asking.abort();
    this.#asking = new AbortController();
    const signal = AbortSignal.any([this.signal, this.#asking.signal]);
    try {
      const { data, stored } = await this.ask({ signal });
      if (stored === null) hear(data.at);
      this.time.textContent = stored
        ? t("stored", storedTime(stored)) : t("boardAt", clock(data.at));
      this.main.classList.toggle("stored", Boolean(stored));
      this.show(data);
      this.#isShown = true;
    } catch (error) {
      // The stream says that nothing is heard; an answer that is seen has its time.
      if (error.name !== "AbortError" && !this.#isShown) throw error;
    }
  }

  /** Asks again after entries, after silence, for another reader, and each minute. */
  follow() {
    const { signal } = this;
    const load = () => this.load();
    onChange(() => true, load, { signal, together: TOGETHER });
    watch(["stream"], () => state.stream.isLive && load(), signal);
    watch(["asker"], load, signal);
    const tick = setInterval(load, MINUTE);
    signal.addEventListener("abort", () => clearInterval(tick), { once: true });
  }
}
