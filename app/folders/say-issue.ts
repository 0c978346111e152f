import type { z } from "zod";

/** What a shape found wrong, with the places as the file has them, in words for whoever wrote it. */
export function faultsOf(error: z.ZodError, value: unknown): { path: PropertyKey[]; message: string }[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ path: [...issue.path, key], message: `There is no setting “${key}” here.` }));
    }
    const name = issue.path.at(-1);
    const isMissing = typeof name === "string" && at(value, issue.path) === undefined;
    return [{ path: issue.path, message: isMissing ? `“${name}” is missing.` : sentenceOf(issue) }];
  });
}

/** A shape's own sentence; Zod's, for what no shape has words for, would help nobody. */
function sentenceOf({ message }: z.core.$ZodIssue): string {
  return message.startsWith("Invalid input") ? "This is not what belongs here." : message;
}

function at(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((part, name) => (typeof part === "object" && part !== null ? Reflect.get(part, name) : undefined), value);
}
