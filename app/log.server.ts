/** The house's one voice to its operator. Never pass an address, a name, a token or a message to it. */
export function say(line: string) {
  process.stdout.write(`${line}\n`);
}

/** Logs a failure once, under a short reference that the visitor is shown, and returns it. */
export function report(error: unknown, where: string) {
  const reference = Math.random().toString(36).slice(2, 8);
  process.stderr.write(`[${reference}] ${where}: ${describe(error)}\n`);
  return reference;
}

/** A stack, or for a database error its code and statement: never its parameters, which are people's data. */
function describe(error: unknown) {
  if (!(error instanceof Error)) return "an unknown failure";
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = "code" in cause ? ` (${String(cause.code)})` : "";
  // Only the places: a message of several lines, with whatever it quotes, stands at the head of the stack.
  const places = cause.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  return `${cause.name}: ${firstLine(cause.message)}${code}\n${places.slice(0, 5).join("\n")}`;
}

function firstLine(message: string) {
  return message.split("\n", 1)[0] ?? "";
}
