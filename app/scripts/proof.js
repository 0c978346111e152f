// On a letter that asks for a proof of work: begins to calculate when somebody begins to fill in the form, and sends the
// form once that is done. Whatever fails, the form is sent without it, and its answer is one question.

/** Nobody waits longer than this after they sent the form. */
const LONGEST_WAIT_MS = 15_000;
/** A proof this near to its end may be too old when it arrives. */
const SPARE_MS = 60_000;
const WORDS = {
  working: "Your browser is calculating. Go on filling in the form.",
  done: "Your browser has done its calculation.",
  waiting: "One moment: your browser has not finished its calculation. The form is sent as soon as it has.",
};

const asked = document.querySelector("form[data-challenge]");
if (asked instanceof HTMLFormElement) provingOf(asked);

/** @param {HTMLFormElement} form */
function provingOf(form) {
  const field = form.querySelector("input[name=proof]");
  const state = form.querySelector("[data-proof-state]");
  if (!(field instanceof HTMLInputElement) || !state) return;
  /** @type {ReturnType<typeof prove> | undefined} */
  let proving;
  let isWaiting = false;

  const begin = () => {
    if (proving || isWaiting) return;
    state.textContent = WORDS.working;
    proving = prove(form);
    proving.then(({ packed }) => {
      if (!isWaiting) state.textContent = packed ? WORDS.done : "";
    });
  };
  form.addEventListener("focusin", begin);
  form.addEventListener("input", begin);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isWaiting) return;
    isWaiting = true;
    const hurry = setTimeout(() => (state.textContent = WORDS.waiting), 150);
    field.value = await Promise.race([bringProof(), tooLong()]);
    clearTimeout(hurry);
    form.submit();
    // A proof is good once: whoever stops the sending and sends again brings another.
    forget();
  });
  // The page may come back as it was left, with what it sent.
  addEventListener("pageshow", () => {
    field.value = "";
    forget();
  });

  async function bringProof() {
    const proof = await (proving ?? prove(form));
    if (proof.packed && proof.until > Date.now()) return proof.packed;
    // It failed while the page was filled in, or the page stood open for long.
    return (await prove(form)).packed;
  }

  function forget() {
    proving = undefined;
    isWaiting = false;
    if (state) state.textContent = "";
  }
}

/**
 * A new challenge, solved, as the form carries it; empty when it could not be.
 * @param {HTMLFormElement} form
 */
async function prove(form) {
  try {
    const answer = await fetch(form.dataset.challenge ?? "", { cache: "no-store" });
    if (!answer.ok) throw new Error("no challenge");
    const { parameters, signature } = await answer.json();
    const until = Date.now() + parameters.data.lastsSeconds * 1000 - SPARE_MS;
    const solution = await solve(form.dataset.solver ?? "", parameters);
    return { packed: btoa(JSON.stringify({ challenge: { parameters, signature }, solution })), until };
  } catch {
    return { packed: "", until: 0 };
  }
}

/**
 * @param {string} solver
 * @param {unknown} parameters
 */
function solve(solver, parameters) {
  const worker = new Worker(solver);
  return new Promise((resolve, reject) => {
    worker.addEventListener("message", ({ data }) => (data ? resolve(data) : reject(new Error("not solved"))));
    worker.addEventListener("error", reject);
    worker.postMessage(parameters, {});
  }).finally(() => worker.terminate());
}

/** @returns {Promise<string>} */
function tooLong() {
  return new Promise((resolve) => setTimeout(() => resolve(""), LONGEST_WAIT_MS));
}
