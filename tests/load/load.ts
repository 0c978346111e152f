import autocannon from "autocannon";
import type { Served } from "./servers.ts";

export const CONNECTIONS = 32;

export interface Measured {
  /** Answers per second. */
  rate: number;
  redirected: number;
}

/** Until the last of `amount` answers. Autocannon itself ends on whole seconds only, so its own duration is not used. */
export function load(served: Pick<Served, "origin">, { path, ...options }: Omit<autocannon.Options, "url"> & { path: string }) {
  return new Promise<Measured>((resolve, reject) => {
    const begun = performance.now();
    let lastAnswer = begun;
    const run = autocannon({ url: `${served.origin}${path}`, connections: CONNECTIONS, ...options }, (error, result) => {
      const { non2xx, errors, requests } = result ?? {};
      const redirected = result?.["3xx"] ?? 0;
      if (error || errors || non2xx !== redirected) return reject(error ?? new Error(`${path}: ${errors} failed, ${non2xx} not answered well`));
      resolve({ rate: ((requests?.total ?? 0) * 1000) / (lastAnswer - begun), redirected });
    });
    run.on("response", () => (lastAnswer = performance.now()));
  });
}

let signers = 0;

/** Every request signs with an address of its own. */
export function signing(served: Pick<Served, "origin">, letter: string, amount: number) {
  return {
    path: `${letter}/sign`,
    amount,
    method: "POST" as const,
    headers: { "content-type": "application/x-www-form-urlencoded", origin: served.origin },
    requests: [{ setupRequest: (request: autocannon.Request) => ({ ...request, body: nextForm() }) }],
  };
}

function nextForm() {
  signers += 1;
  return `name=Ada+Lovelace&email=ada-${signers}%40example.org&country=GB&postcode=&comment=&show_name=on`;
}

export function median(values: number[]) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
