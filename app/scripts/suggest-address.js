// Finds the likely slip in an address of a well-known mail domain. It only ever suggests. The sign form's own script, and
// imported by the server for browsers without scripts.

/** Where most people have their mail: each is taken for what was meant, and never for a slip. */
export const WELL_KNOWN = [
  "gmail.com", "googlemail.com", "yahoo.com", "yahoo.co.uk", "yahoo.fr", "yahoo.de", "yahoo.es", "yahoo.it", "yahoo.com.br", "yahoo.co.in", "ymail.com",
  "outlook.com", "outlook.de", "outlook.fr", "outlook.es", "hotmail.com", "hotmail.co.uk", "hotmail.fr", "hotmail.de", "hotmail.it", "hotmail.es",
  "live.com", "live.co.uk", "live.fr", "live.nl", "msn.com", "icloud.com", "me.com", "mac.com", "aol.com", "proton.me", "protonmail.com", "pm.me",
  "fastmail.com", "fastmail.fm", "gmx.de", "gmx.net", "gmx.com", "gmx.at", "gmx.ch", "web.de", "t-online.de", "freenet.de", "posteo.de", "mailbox.org",
  "orange.fr", "free.fr", "laposte.net", "wanadoo.fr", "sfr.fr", "libero.it", "virgilio.it", "btinternet.com", "sky.com", "comcast.net", "verizon.net",
  "att.net", "sbcglobal.net", "cox.net", "ziggo.nl", "kpnmail.nl", "seznam.cz", "wp.pl", "o2.pl", "interia.pl", "yandex.ru", "yandex.com", "ya.ru",
  "mail.ru", "mail.com", "email.com", "rambler.ru", "ukr.net", "uol.com.br", "bol.com.br", "qq.com", "163.com", "126.com", "naver.com", "hey.com", "zoho.com",
];
/** Longer domains may have two slips. */
const ONE_SLIP_UP_TO = 8;
const SLIPPED_ENDINGS = /\.(con|cmo|ocm|comm|cpm|xom|vom|c0m|cim)$/;

/**
 * The address that was probably meant, or undefined where nothing looks like a slip.
 * @param {string} typed
 * @returns {string | undefined}
 */
export function suggestAddress(typed) {
  const address = typed.trim();
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1).toLowerCase();
  if (at < 1 || domain === "" || WELL_KNOWN.includes(domain)) return undefined;
  const meant = nearestTo(domain) ?? (SLIPPED_ENDINGS.test(domain) ? domain.replace(SLIPPED_ENDINGS, ".com") : undefined);
  return meant && `${address.slice(0, at)}@${meant}`;
}

/** @param {string} domain */
function nearestTo(domain) {
  if (domain.length > 30) return undefined;
  const slips = WELL_KNOWN.map((known) => ({ known, slips: countSlips(domain, known) }));
  const [nearest] = slips.toSorted((one, other) => one.slips - other.slips);
  const borne = domain.length > ONE_SLIP_UP_TO ? 2 : 1;
  return nearest && nearest.slips <= borne ? nearest.known : undefined;
}

/**
 * How many letters were left out, added, mistaken or swapped with their neighbour (Damerau and Levenshtein's distance,
 * each letter moved once).
 * @param {string} one
 * @param {string} other
 */
function countSlips(one, other) {
  /** @type {number[][]} */
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row += 1) {
    const here = [row];
    const above = rows[row - 1] ?? [];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      here[column] = Math.min(
        (above[column] ?? 0) + 1,
        (here[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (rows[row - 2]?.[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    rows.push(here);
  }
  return rows[one.length]?.[other.length] ?? Infinity;
}

/** Says it beside the field as soon as it is left, so that most people never meet the form again. */
function watch() {
  const input = document.querySelector("form.fields input[name=email]");
  const place = document.querySelector("[data-address-suggestion]");
  if (!(input instanceof HTMLInputElement) || !(place instanceof HTMLElement)) return;
  input.addEventListener("change", () => offer(input, place));
}

/**
 * @param {HTMLInputElement} input
 * @param {HTMLElement} place
 */
function offer(input, place) {
  const meant = suggestAddress(input.value);
  const kept = document.querySelector("form.fields input[name=kept_email]");
  if (kept instanceof HTMLInputElement) kept.value = meant ? input.value.trim() : "";
  place.replaceChildren();
  if (!meant) return;
  const use = document.createElement("button");
  use.type = "button";
  use.className = "field-suggestion-use";
  use.textContent = (place.dataset.addressSuggestion ?? "").replace("{address}", meant);
  use.addEventListener("click", () => {
    input.value = meant;
    place.replaceChildren();
    input.focus();
  });
  place.append(use);
}

if (typeof document !== "undefined") watch();
