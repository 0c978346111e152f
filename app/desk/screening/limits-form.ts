import { z } from "zod";
import { DEFAULT_LIMITS, type LimitName, Limits } from "#app/signatures/screening/limits.ts";

/** What the log calls them, and their page. */
export const LIMITS_TITLE = "Limits of signing";

/** In words for the desk, in the order of the form. */
export const LIMIT_WORDS: Record<LimitName, { title: string; hint: string }> = {
  clientBurst: { title: "One connection, at once", hint: "A person signs once. Two people at one computer take longer than a minute." },
  clientSustained: { title: "One connection, in a while", hint: "A family or a small office behind one connection." },
  networkBurst: { title: "One network, at once", hint: "A network is 256 neighbouring connections: a school, a street, part of a mobile carrier." },
  networkSustained: { title: "One network, in a while", hint: "A newsletter’s readers at one company, say." },
};

export const LIMIT_NAMES = ["clientBurst", "clientSustained", "networkBurst", "networkSustained"] as const satisfies readonly LimitName[];

const fields = Limits.shape;
const opened = { revision: z.coerce.number().int(), seen: z.string() };

/** One field a number; how often first, then within how many seconds. */
export const LimitsForm = z
  .object({
    client_burst_signings: fields.clientBurst.shape.signings, client_burst_seconds: fields.clientBurst.shape.seconds,
    client_sustained_signings: fields.clientSustained.shape.signings, client_sustained_seconds: fields.clientSustained.shape.seconds,
    network_burst_signings: fields.networkBurst.shape.signings, network_burst_seconds: fields.networkBurst.shape.seconds,
    network_sustained_signings: fields.networkSustained.shape.signings, network_sustained_seconds: fields.networkSustained.shape.seconds,
    ...opened,
  })
  .transform(({ revision, seen, ...typed }) => ({
    revision, seen,
    limits: {
      clientBurst: { signings: typed.client_burst_signings, seconds: typed.client_burst_seconds },
      clientSustained: { signings: typed.client_sustained_signings, seconds: typed.client_sustained_seconds },
      networkBurst: { signings: typed.network_burst_signings, seconds: typed.network_burst_seconds },
      networkSustained: { signings: typed.network_sustained_signings, seconds: typed.network_sustained_seconds },
    } satisfies Limits,
  }));

/** As the log and `seenOf` take them: a number a name, e.g. clientBurstSignings. */
export function flatLimits(limits: Limits): Record<string, number> {
  return Object.fromEntries(LIMIT_NAMES.flatMap((name) => [[`${name}Signings`, limits[name].signings], [`${name}Seconds`, limits[name].seconds]]));
}

/** The name of a form's field: client_burst_signings. */
export function limitField(name: LimitName, part: "signings" | "seconds") {
  return `${name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)}_${part}`;
}

export function areDefaults(limits: Limits) {
  return LIMIT_NAMES.every((name) => limits[name].signings === DEFAULT_LIMITS[name].signings && limits[name].seconds === DEFAULT_LIMITS[name].seconds);
}
