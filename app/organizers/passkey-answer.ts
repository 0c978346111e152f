import { z } from "zod";

const base64url = z.string().regex(/^[\w-]+$/).max(8_192);
/** Of a size that no authenticator comes near. */
const MAX_LENGTH = 32_768;

const credential = {
  id: base64url.max(1_400),
  rawId: base64url.max(1_400),
  type: z.literal("public-key"),
  // What extensions answered is of no use to us.
  clientExtensionResults: z.unknown().transform(() => ({})),
};

const Registration = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url.max(MAX_LENGTH),
    transports: z.array(z.string().max(32)).max(12).default([]),
  }),
});

const Authentication = z.object({
  ...credential,
  response: z
    .object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url, userHandle: base64url.nullish() })
    .transform(({ userHandle, ...rest }) => ({ ...rest, ...(userHandle ? { userHandle } : {}) })),
});

export type NewPasskeyAnswer = z.output<typeof Registration>;
export type PasskeyAnswer = z.output<typeof Authentication>;

/** What a browser says of a passkey that it made; undefined when it is nothing of the kind. */
export function readNewPasskey(text: string | null): NewPasskeyAnswer | undefined {
  return Registration.safeParse(parse(text)).data;
}

/** What a passkey answered to a question. */
export function readPasskeyAnswer(text: string | null): PasskeyAnswer | undefined {
  return Authentication.safeParse(parse(text)).data;
}

/** Which question it answers; an empty one when it says none. */
export function challengeOf({ response }: NewPasskeyAnswer | PasskeyAnswer): string {
  const said = z.object({ challenge: base64url }).safeParse(parse(Buffer.from(response.clientDataJSON, "base64url").toString()));
  return said.data?.challenge ?? "";
}

function parse(text: string | null): unknown {
  if (!text || text.length > 2 * MAX_LENGTH) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
