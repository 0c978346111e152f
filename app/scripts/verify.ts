// Checks a receipt, or a file for handing over, in the browser: what is dropped here is sent to nobody.
import { hashes, verify } from "@noble/ed25519";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { checkLines } from "#app/register/check-text.ts";
import { type Tools, UNREADABLE, verdict } from "#app/register/finding.ts";
import { parseJson, readKey } from "#app/register/read-json.ts";

hashes.sha512 = sha512;

const tools: Tools = {
  sha256,
  isSignedBy(publicKey, signature, message) {
    try {
      return verify(signature, message, publicKey, { zip215: false });
    } catch {
      return false;
    }
  },
};

const form = document.querySelector("form[data-keys]");
const place = document.querySelector("[data-findings]");
if (form instanceof HTMLFormElement && place instanceof HTMLElement) listen(form, place);

function listen(asked: HTMLFormElement, shown: HTMLElement) {
  asked.addEventListener("submit", (event) => {
    event.preventDefault();
    const fields = new FormData(asked);
    const [file, text] = [fields.get("file"), fields.get("receipt")];
    const isChosen = file instanceof File && file.size > 0;
    check(asked, shown, isChosen ? linesOf(file) : String(text ?? "").split("\n")).catch(() => show(shown, UNREADABLE, []));
  });
  asked.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === "file") asked.requestSubmit();
  });
}

async function check(asked: HTMLFormElement, shown: HTMLElement, lines: AsyncIterable<string> | Iterable<string>) {
  const given = parseJson(asked.dataset["keys"] ?? "");
  const keys = (Array.isArray(given) ? given : []).flatMap((key: unknown) => readKey(key) ?? []);
  show(shown, "Checking…", []);
  const result = await checkLines(lines, tools, { keys }, async (read) => {
    show(shown, `Checking… ${read.toLocaleString("en")} lines`, []);
    await new Promise((resume) => setTimeout(resume));
  });
  if (!result) return show(shown, UNREADABLE, []);
  const { title, holds } = verdict(result.findings);
  const countries = result.countries.map(([country, count]) => `${country} ${count.toLocaleString("en")}`).join(", ");
  show(shown, title, [...result.findings, ...(countries ? [{ fits: true, sentence: `By country: ${countries}.` }] : [])], holds);
}

/** As app/components/findings.tsx prints them on the server. */
function show(shown: HTMLElement, title: string, findings: { fits: boolean; sentence: string }[], holds = true) {
  const head = Object.assign(document.createElement("h2"), { textContent: title });
  const list = Object.assign(document.createElement("ul"), { className: "findings" });
  for (const { fits, sentence } of findings) {
    const row = document.createElement("li");
    const mark = Object.assign(document.createElement("strong"), { textContent: fits ? "Fits." : "Does not fit." });
    row.append(mark, ` ${sentence}`);
    row.className = fits ? "finding-fits" : "finding-fails";
    list.append(row);
  }
  shown.className = holds ? "notice" : "notice notice-bad";
  shown.hidden = false;
  shown.replaceChildren(head, list);
}

async function* linesOf(file: File): AsyncIterable<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const lines = (rest + piece.value).split(/\r?\n/);
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
