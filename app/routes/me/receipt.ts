import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/http/closed-doors.ts";
import { findReceiptByLink } from "#app/register/receipt-by-link.server.ts";

/** A signer's receipt as a file. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { token = "", signature = "" } = params;
  const found = await findReceiptByLink({ token, signatureId: signature });
  if (found?.outcome !== "found") throw notFound();
  return new Response(`${JSON.stringify(found.receipt, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="receipt.json"',
      "Cache-Control": "private, no-store",
    },
  });
}
