import { redirect } from "@remix-run/node";
import { type SetUpStepKey, stepAfter } from "#app/desk/set-up-steps.ts";
import { paths } from "./paths.ts";

/** After a step was saved: the next one while the campaign is set up, and the same one, saying so, once it is open. */
export function goOn({ slug, state }: { slug: string; state: string }, step: SetUpStepKey) {
  if (state !== "draft") return redirect(`${paths.setUpStep(slug, step)}?saved`, 303);
  const next = stepAfter(step);
  return redirect(next === "letter" ? paths.deskLetter(slug) : paths.setUpStep(slug, next), 303);
}
