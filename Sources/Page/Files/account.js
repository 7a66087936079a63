// Signing in and out, the password, and for administrators accounts and keys.

import { send } from "./api.js";
import { go, say } from "./app.js";
import { fill, h, state, t } from "./base.js";
import { signIn, signOut, whoAmI } from "./session.js";
import "./words-account.js";

/** Shows the sign-in, or who is signed in. */
export async function show(main, parameters, signal) {
  const then = parameters.get("then");
  const asker = await whoAmI(true);
  if (signal.aborted) return;
  if (!asker) return showSignIn(main, then);
  if (asker.onlySetsPassword) return showSetPassword(main, asker.account, then);
  await showAccount(main, asker, signal);
}

/** Back to where somebody wanted to act; only addresses of this page. */
function goOn(then) {
  if (then && !then.startsWith("account")) location.hash = "#/" + then;
  else go("account");
}

/**
 * A form with labelled fields, which says what the service refuses.
 *
 * @param {Object[]} fields Each with `name`, `label`, and attributes of the input.
 * @param {string} label What the button says.
 * @param {function} submit Given the values; what it throws is shown.
 */
export function form(fields, label, submit) {
  const alert = h("p", { role: "alert" });
  const inputs = fields.map(({ label: _, hint: __, options, ...attributes }) => {
    const id = "field-" + attributes.name;
    return options
      ? h("select", { id, ...attributes },
        options.map(({ code, name }) => h("option", { value: code }, name)))
      : h("input", {
        id, required: true, autocapitalize: "off", spellcheck: "false", ...attributes,
      });
  });
  const button = h("button", { class: "primary wide big" }, label);
  const element = h(
    "form", {
      class: "stack", onsubmit: async (event) => {
        event.preventDefault();
        button.disabled = true;
        alert.textContent = "";
        try {
          await submit(Object.fromEntries(inputs.map((input) => [input.name, input.value])));
        } catch (error) {
          alert.textContent = error.status === 0 ? t("offline") : error.message;
        } finally {
          button.disabled = false;
        }
      },
    },
    fields.map(({ label: name, hint, type }, index) => {
      const input = inputs[index];
      if (hint) input.setAttribute("aria-describedby", input.id + "-hint");
      return h(
        "div", {}, h("label", { for: input.id }, name), input,
        hint && h("p", { class: "soft small", id: input.id + "-hint" }, hint),
        type === "password" && shown(input));
    }),
    alert, button);
  return element;
}

/** A box to tick: whoever types a long sentence in an ambulance wants to see it. */
function shown(input) {
  return h(
    "label", { class: "row tick" },
    h("input", {
      type: "checkbox", onchange: (event) => {
        input.type = event.target.checked ? "text" : "password";
      },
    }), t("accountShow"));
}

function showSignIn(main, then) {
  fill(
    main, h("h1", {}, t("accountSignIn")), then && h("p", {}, t("accountWhy")),
    form([
      { name: "account", label: t("accountName"), autocomplete: "username" },
      {
        name: "password", label: t("accountPassword"), type: "password",
        autocomplete: "current-password", hint: t("accountPasswordHint"),
      },
    ], t("accountSignIn"), async ({ account, password }) => {
      const session = await signIn(account.trim(), password);
      if (session.onlySetsPassword) showSetPassword(main, session.account, then);
      else goOn(then);
    }));
  main.querySelector("input").focus();
}

function showSetPassword(main, account, then) {
  fill(
    main, h("h1", {}, t("accountSet")),
    form([
      // Managers of passwords want to know whose it is.
      {
        name: "account", label: t("accountName"), autocomplete: "username", value: account,
        readonly: true,
      },
      {
        name: "password", label: t("accountNew"), type: "password", minlength: "12",
        autocomplete: "new-password", hint: t("accountNewHint"),
      },
    ], t("accountSet"), async ({ password }) => {
      await send("POST", "/v1/password", { password });
      // A new password ends every session, this one too.
      await signIn(account, password);
      goOn(then);
    }));
  main.querySelector("#field-password").focus();
}

async function showAccount(main, asker, signal) {
  const people = h("div");
  const sessions = h("div");
  fill(
    main, h("h1", {}, t("accountTitle", asker.account)),
    h("p", {}, t("accountRole", asker.roleText)),
    asker.facilities.length > 0 && h("p", {}, t("accountFor", ""),
      asker.facilities.map((id) => h("a", { href: "#/hospital/" + id }, id, " "))),
    h("div", { class: "row" },
      asker.permissions.includes("coordinate") &&
        h("a", { class: "button", href: "#/case" }, t("accountCases")),
      h("button", {
        type: "button", onclick: async () => {
          await signOut();
          await show(main, new URLSearchParams(), signal);
          say(t("accountSignedOut"));
        },
      }, t("accountSignOut"))),
    h("details", {}, h("summary", {}, t("accountChange")),
      form([
        {
          name: "current", label: t("accountCurrent"), type: "password",
          autocomplete: "current-password",
        },
        {
          name: "password", label: t("accountNew"), type: "password", minlength: "12",
          autocomplete: "new-password", hint: t("accountNewHint"),
        },
      ], t("accountChange"), async ({ current, password }) => {
        await send("POST", "/v1/password", { password, current });
        await signIn(state.asker.account, password);
        say(t("accountChanged"));
      })),
    sessions, people);
  const { sessionsView } = await import("./account-sessions.js");
  fill(sessions, await sessionsView(asker.account, true, signal));
  if (!asker.permissions.includes("administer")) return;
  const { peopleView } = await import("./account-people.js");
  fill(people, await peopleView(signal));
}
