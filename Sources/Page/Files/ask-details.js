// Further circumstances of a question, behind a fold: time, onset, vehicle, weather, severity, age.

import { h, t } from "./base.js";
import "./words-ask.js";

/** The fields of the fold; `values()` are parameters of the question. */
export class AskDetails {
  /**
   * @param {Object} asked The parameters that are known already.
   * @param {?Object} terms What GET /v1/terms answers; null without network.
   */
  constructor(asked, terms) {
    this.inputs = {
      at: this.time("at", asked.at), onset: this.time("onset", asked.onset),
      vehicle: this.choice("vehicle", terms?.vehicles, asked.vehicle, t("detailUsual")),
      weather: this.choice("weather", terms?.weathers, asked.weather, t("detailUsual")),
      severity: this.choice("severity", terms?.severities, asked.severity, t("detailUnsaid")),
      age: h("input", {
        id: "detail-age", type: "number", inputmode: "numeric", min: "0", max: "120",
        value: asked.age ?? "",
      }),
    };
    const words = {
      at: "detailAt", onset: "detailOnset", vehicle: "detailVehicle", weather: "detailWeather",
      severity: "detailSeverity", age: "detailAge",
    };
    this.element = h(
      "div", { class: "stack" },
      Object.entries(this.inputs).map(([name, input]) =>
        h("div", {}, h("label", { for: input.id }, t(words[name])), input)));
  }

  /** A time of the network's own zone, as the service reads it. */
  time(name, value) {
    return h("input", {
      id: "detail-" + name, type: "datetime-local", value: value?.slice(0, 16) ?? "",
    });
  }

  choice(name, list, value, none) {
    const options = (list ?? []).filter(({ code }) => code !== "normal");
    return h(
      "select", { id: "detail-" + name }, h("option", { value: "" }, none),
      options.map(({ code, name: words }) =>
        h("option", { value: code, selected: code === value }, words)));
  }

  /** The parameters of the question that are filled in, by name. */
  values() {
    return Object.fromEntries(
      Object.entries(this.inputs).map(([name, input]) => [name, input.value]));
  }
}
