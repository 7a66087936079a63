// Accounts and keys, for administrators: lists, adding, revoking.

import { get, send, terms } from "./api.js";
import { say } from "./app.js";
import { day, fill, h, t } from "./base.js";
import { form } from "./account.js";

/** The view of accounts and keys. */
export async function peopleView(signal) {
  const roles = (await terms()).roles;
  const names = Object.fromEntries(roles.map(({ code, name }) => [code, name]));
  return [
    await section({
      title: t("peopleAccounts"), path: "/v1/accounts", list: "accounts", id: "account",
      names, signal,
      adding: (added) => form([
        { name: "account", label: t("accountName"), autocomplete: "off" },
        { name: "role", label: t("peopleRole"), options: roles },
        { name: "facilities", label: t("peopleFacilities"), required: false },
      ], t("peopleMake"), async ({ account, role, facilities }) => {
        const made = await send("POST", "/v1/accounts", {
          account: account.trim(), role, facilities: ids(facilities),
        });
        await added(t("peopleSecret", made.account), made.oneTimeSecret);
      }),
      addTitle: t("peopleAdd"),
      about: (account) => account.hasPassword ? null : t("peopleNoPassword"),
      more: async (account) => {
        const { sessionsView } = await import("./account-sessions.js");
        return sessionsView(account.account, false, signal);
      },
    }),
    await section({
      title: t("peopleKeys"), path: "/v1/keys", list: "keys", id: "id", names, signal,
      adding: (added) => form([
        { name: "sender", label: t("peopleSender"), autocomplete: "off" },
        { name: "keyRole", label: t("peopleRole"), options: roles },
        { name: "keyFacilities", label: t("peopleFacilities"), required: false },
        {
          name: "days", label: t("peopleDays"), type: "number", min: "1", max: "366", value: "90",
          inputmode: "numeric",
        },
      ], t("peopleMake"), async ({ sender, keyRole, keyFacilities, days }) => {
        const made = await send("POST", "/v1/keys", {
          sender: sender.trim(), role: keyRole, facilities: ids(keyFacilities), days: Number(days),
        });
        await added(t("peopleKeySecret", made.sender), made.key);
      }),
      addTitle: t("peopleAddKey"),
      about: (key) => t("peopleEnds", day(key.until)),
    }),
  ];
}

function ids(text) {
  return text.split(",").map((id) => id.trim()).filter(Boolean);
}

async function section({ title, path, list, id, names, signal, adding, addTitle, about, more }) {
  const rows = h("ul", { class: "people" });
  const secret = h("div", { role: "status" });
  const details = h("div");
  const draw = async () => {
    const { data } = await get(path, {}, { signal });
    fill(rows, data[list].map((one) => row(one)));
  };
  const row = (one) => h(
    "li", { class: "row" },
    h("span", {}, h("strong", {}, one.sender ?? one.account), " · ", names[one.role] ?? one.role,
      one.facilities.length > 0 && " · " + one.facilities.join(", "),
      about(one) && h("span", { class: "soft" }, " · ", about(one))),
    one.revoked
      ? h("span", { class: "soft" }, t("peopleRevoked", day(one.revoked)))
      : h("span", { class: "row" }, more && moreButton(one), revokeButton(one)));
  const moreButton = (one) => h("button", {
    type: "button", "aria-label": `${t("peopleSessions")} ${one.account}`,
    onclick: async () => {
      try {
        fill(details, await more(one));
        details.scrollIntoView({ block: "nearest" });
      } catch (error) {
        say(error.message);
      }
    },
  }, t("peopleSessions"));
  // Asked twice: what is revoked does not come back.
  const revokeButton = (one) => {
    const name = one.sender ?? one.account;
    const button = h("button", {
      type: "button", class: "danger", "aria-label": `${t("peopleRevoke")} ${name}`,
      onclick: async () => {
        if (!button.dataset.sure) {
          button.dataset.sure = "true";
          button.removeAttribute("aria-label");
          button.textContent = t("peopleRevokeSure", name);
          return;
        }
        try {
          await send("DELETE", `${path}/${encodeURIComponent(one[id])}`);
          await draw();
        } catch (error) {
          say(error.message);
        }
      },
    }, t("peopleRevoke"));
    return button;
  };
  const fold = h("details", {}, h("summary", {}, addTitle), adding(async (sentence, value) => {
    fill(
      secret, h("p", {}, sentence), h("p", {}, h("code", { class: "secret" }, value)),
      h("button", {
        type: "button", onclick: async () => {
          await navigator.clipboard.writeText(value);
          say(t("peopleCopied"));
        },
      }, t("peopleCopy")));
    fold.open = false;
    await draw();
  }));
  await draw();
  return h("section", {}, h("h2", {}, title), rows, details, secret, fold);
}
