import type { IncomingMessage } from "node:http";
import { env } from "#app/env.server.ts";
import { say } from "#app/log.server.ts";
import { hashClient, noteUnknownProxy } from "#app/signatures/screening/client-key.server.ts";
import { trustNobody } from "#app/trust-proxy.ts";
import { clientAddress } from "./client-address.ts";

/** Who asks, by names that tell nothing of them: a hash that changes daily, and the network around. Null where it is not known. */
export interface Client {
  clientHash: string | null;
  network: string | null;
}

export const UNKNOWN_CLIENT: Client = { clientHash: null, network: null };

let hasSaid = false;

/** Asked for by the doors that need it. The address itself goes no further than this. */
export async function findClient(req: IncomingMessage, now: Date = new Date()): Promise<Client> {
  if (env.TRUST_PROXY === undefined && req.headers["x-forwarded-for"] !== undefined) await tellOfProxy(now);
  const address = clientAddress(req, env.TRUST_PROXY ?? trustNobody);
  return address ? { clientHash: await hashClient(address.client, now), network: address.network } : UNKNOWN_CLIENT;
}

/** Once in the log of each process, and on the desk for as long as it goes on. */
async function tellOfProxy(now: Date) {
  if (!hasSaid) say("Requests come through a proxy (X-Forwarded-For) and TRUST_PROXY is not set: signers' addresses are not known. See docs/operate.md.");
  hasSaid = true;
  await noteUnknownProxy(now);
}
