// Where an account is signed in: since when, from where, last used; ending one session, or all others.

import { get, send } from "./api.js";
import { say } from "./app.js";
import { clock, day, fill, h, t } from "./base.js";
import { form } from "./account.js";
import { whoAmI } from "./session.js";

/**
 * The view of the sessions of an account; ending one asks for the password of whoever looks.
 *
 * @param {string} account The account: one's own, or for administrators another.
 * @param {boolean} isOwn Whether it is one's own.
 */
export async function sessionsView(account, isOwn, signal) {
  const list = h("ul", { class: "people" });
  const ending = h("div");
  const draw = async () => {
    const { data } = await get("/v1/sessions", isOwn ? {} : { account }, { signal });
    fill(list, data.sessions.map((one) => h("li", {}, line(one))));
    const choices = [
      { code: "", name: t(isOwn ? "sessionsOthers" : "sessionsAll") },
      ...data.sessions.map((one) => ({ code: one.id, name: line(one) })),
    ];
    fill(ending, data.sessions.length === 0 ? h("p", { class: "soft" }, t("sessionsNone"))
      : h("details", {}, h("summary", {}, t("sessionsEnd")), endForm(choices)));
  };
  const endForm = (choices) => form([
    { name: "session-" + account, label: t("sessionsWhich"), options: choices },
    {
      name: "confirm-" + account, label: t("sessionsPassword"), type: "password",
      autocomplete: "current-password",
    },
  ], t("sessionsEnd"), async (values) => {
    const session = values["session-" + account];
    const { ended } = await send("POST", "/v1/sessions/end", {
      password: values["confirm-" + account], ...(session && { session }), ...(!isOwn && { account }),
    });
    say(t("sessionsEnded", ended));
    // The session of this page may be the one that was ended.
    if (isOwn && !await whoAmI(true)) location.reload();
    else await draw();
  });
  await draw();
  return h(
    "section", {}, h("h2", {}, isOwn ? t("sessionsTitle") : t("sessionsOf", account)), list, ending);
}

/** A session in a line. */
function line(one) {
  const moment = (instant) => `${clock(instant)} ${day(instant)}`;
  const text = t("sessionsLine", one.origin || "—", moment(one.began), moment(one.lastUsed));
  return one.isThis ? `${text} · ${t("sessionsThis")}` : text;
}
