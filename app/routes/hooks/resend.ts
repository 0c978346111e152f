import type { ActionFunctionArgs } from "@remix-run/node";
import { recordMailEvent } from "#app/mail/events.server.ts";
import { verifyWebhook } from "#app/mail/webhook.server.ts";

/** What Resend tells of a mail that left. Only a forged call is refused: whatever else comes, telling it again helps nobody. */
export async function action({ request }: ActionFunctionArgs) {
  const verified = verifyWebhook(await request.text(), request.headers);
  if (verified.outcome === "forged") return Response.json({ error: "The signature does not fit." }, { status: 401 });
  if (verified.outcome === "ignored") return Response.json({ outcome: "ignored" });
  const { outcome } = await recordMailEvent(verified.event);
  return Response.json({ outcome });
}
