import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireOwnPage } from "#app/http/own-signature.server.ts";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { paths } from "#app/http/paths.ts";
import { writeOwnFile } from "#app/messages/own-file.server.ts";

/** Everything held for the address, as a file; its shape is told in docs/organize.md. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { own } = await requireOwnPage(params);
  const file = await writeOwnFile(own, { letter: (slug) => absolute(paths.letter(slug)) });
  return new Response(`${JSON.stringify(file, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="countersign-${file.madeAt.slice(0, 10)}.json"`,
      "X-Robots-Tag": "noindex",
    },
  });
}
