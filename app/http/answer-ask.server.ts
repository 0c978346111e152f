import { data } from "@remix-run/node";
import { z } from "zod";
import { askForMe } from "#app/signatures/ask-for-me.server.ts";
import { emailField } from "#app/signatures/sign-form.ts";
import { signerUrls } from "./absolute-urls.server.ts";
import { inEqualTime } from "./equal-time.ts";
import { readForm, refill } from "./form.ts";

const ANSWER_MS = 50;

const AskForm = z.object({ email: emailField });

/** Takes the request for a link to one's own page: of one letter, or of the house. The answer and its time are the same for every address. */
export async function answerAsk(request: Request, campaign?: { id: string }) {
  const form = await readForm(request, AskForm);
  if (!form.ok) return refill(form);
  const asked = { email: form.values.email, urls: signerUrls };
  await inEqualTime(ANSWER_MS, askForMe(campaign ? { ...asked, campaign } : asked));
  return data({ askedFor: form.values.email });
}
