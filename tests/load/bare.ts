import { createServer } from "node:http";
import { buffer, text } from "node:stream/consumers";
import { canonicalAddress } from "#app/signatures/mail-domains.server.ts";
import { sign } from "#app/signatures/sign.server.ts";
import { openDatabase } from "#db/client.server.ts";

/**
 * What the house is measured against: node:http with nothing in between. GET answers the bytes it was given on
 * standard input; POST runs the statement of a signing and redirects. Prints its port.
 */
const [databaseUrl = "", campaignId = "", letterVersionId = ""] = process.argv.slice(2);
openDatabase(databaseUrl);

const page = await buffer(process.stdin);
const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Encoding": "br", "Content-Length": page.byteLength };
const campaign = { id: campaignId, updatesConsentWording: "", sharesAddresses: false };
const letter = { id: letterVersionId };

const server = createServer(async (req, res) => {
  if (req.method === "GET") {
    res.writeHead(200, headers).end(page);
    return;
  }
  const fields = new URLSearchParams(await text(req));
  const email = await canonicalAddress(fields.get("email") ?? "");
  const values = { name: fields.get("name") ?? "", email, country: "GB", postcode: null, comment: null, isNameShown: false, updates: false };
  const { sessionToken } = await sign({ campaign, letter, values });
  res.writeHead(303, { Location: "/", "Set-Cookie": `signer=${sessionToken}` }).end();
});

server.listen(0, "127.0.0.1", () => {
  const bound = server.address();
  process.stdout.write(`${typeof bound === "object" ? bound?.port : ""}\n`);
});
