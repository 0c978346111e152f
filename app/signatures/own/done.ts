const DONE: Record<string, string> = {
  changed: "Changed. What is public shows it from now on.",
  withdrawn: "Your signature is withdrawn. It is no longer shown or counted.",
  "signed-again": "Your signature counts again.",
  "updates-started": "You get updates from now on.",
  "updates-stopped": "You get no more updates. Those that had not left are cancelled.",
  "sharing-stopped": "You are in no file for that organisation from now on. What it has, it has: ask it to delete you.",
  erased: "Erased. The name, the address and everything that was written are gone.",
};

/** What was just done, for the page that is shown after it; undefined for whatever no form of ours says. */
export function doneInWords(done: string | null): string | undefined {
  return done !== null && Object.hasOwn(DONE, done) ? DONE[done] : undefined;
}
