import { eq } from "drizzle-orm";
import { z } from "zod";
import { organizerCookie } from "#app/http/organizer-session.server.ts";
import { createSignInLink } from "#app/organizers/sign-in-link.server.ts";
import { signIn } from "#app/organizers/sign-in.server.ts";
import { db } from "#db/client.server.ts";
import { deliveries } from "#db/schema/index.ts";

/** Steps that the stories of organizers share. */
export function linkTo(token: string) {
  return `https://countersign.example/organize/sign-in/${token}`;
}

const SignInProps = z.object({ url: z.url(), minutes: z.number() });

/** The sign-in mails that wait for an address, with the token of each. */
export async function signInMails(email: string) {
  const mails = await db.select().from(deliveries).where(eq(deliveries.toAddress, email));
  return mails.map(({ card, props }) => {
    const { url, minutes } = SignInProps.parse(props);
    return { card, minutes, token: url.split("/").at(-1) ?? "" };
  });
}

export async function sessionOf(organizer: { id: string }) {
  const signed = await signIn(await createSignInLink(db, organizer.id));
  if (signed.outcome !== "signed in") throw new Error(`The organizer could not sign in: ${signed.outcome}.`);
  return signed.sessionToken;
}

/** A browser of this organizer, or of nobody, that asks for a page or sends a form. */
export async function browserOf(organizer: { id: string } | undefined) {
  const cookie = organizer && organizerCookie(await sessionOf(organizer)).split(";")[0];
  const headers = new Headers(cookie ? { Cookie: cookie } : {});
  return {
    gets: (path: string) => new Request(`http://localhost:3000${path}`, { headers }),
    sends: (path: string, fields: Record<string, string> = {}) =>
      new Request(`http://localhost:3000${path}`, { method: "POST", headers, body: new URLSearchParams(fields) }),
  };
}

/** What a door answered, whether it returned or threw it. */
export async function answerOf(opening: Promise<unknown>): Promise<Response> {
  const answer = await opening.catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return answer;
  if (answer instanceof Error) throw answer;
  return Response.json(answer);
}
