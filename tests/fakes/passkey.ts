import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

type Cbor = Parameters<typeof isoCBOR.encode>[0];

interface Answering {
  challenge: string;
  /** The page that the browser says it stands on. */
  origin?: string;
  host?: string;
  isVerified?: boolean;
  /** What the key counts to; by itself one more each time. */
  counter?: number;
  userHandle?: string;
}

/** An authenticator in software: makes one passkey (ES256) and answers with it, honestly or as it is told. */
export function aPasskey({ origin = "http://localhost:3000" } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const rawId = randomBytes(16);
  const id = rawId.toString("base64url");
  const credential = { id, rawId: id, type: "public-key", clientExtensionResults: {} };
  let count = 0;

  return {
    id,
    /** What a browser sends after `navigator.credentials.create`. */
    made({ challenge, origin: at = origin, host = "localhost", isVerified = true, counter = 0 }: Answering) {
      const data = Buffer.concat([
        head(host, HAS_CREDENTIAL | flags(isVerified), counter), Buffer.alloc(16), Buffer.from([0, rawId.length]), rawId, cose(publicKey),
      ]);
      const attestation = new Map<string, Cbor>([["fmt", "none"], ["attStmt", new Map()], ["authData", new Uint8Array(data)]]);
      const response = {
        clientDataJSON: clientData("webauthn.create", challenge, at).toString("base64url"),
        attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString("base64url"),
        transports: ["internal"],
      };
      return JSON.stringify({ ...credential, response });
    },
    /** What a browser sends after `navigator.credentials.get`. */
    answers({ challenge, origin: at = origin, host = "localhost", isVerified = true, counter, userHandle }: Answering) {
      count = counter ?? count + 1;
      const data = head(host, flags(isVerified), count);
      const client = clientData("webauthn.get", challenge, at);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
      const response = {
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: signature.toString("base64url"),
        ...(userHandle ? { userHandle: Buffer.from(userHandle).toString("base64url") } : {}),
      };
      return JSON.stringify({ ...credential, response });
    },
  };
}

function flags(isVerified: boolean) {
  return USER_PRESENT | (isVerified ? USER_VERIFIED : 0);
}

function head(host: string, flagBits: number, counter: number) {
  const counted = Buffer.alloc(4);
  counted.writeUInt32BE(counter);
  return Buffer.concat([sha256(Buffer.from(host)), Buffer.from([flagBits]), counted]);
}

function clientData(type: string, challenge: string, origin: string) {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

/** The public key as COSE spells it: EC2, ES256, P-256, x, y. */
function cose(publicKey: KeyObject) {
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const key = new Map<number, Cbor>([[1, 2], [3, -7], [-1, 1], [-2, bytes(x)], [-3, bytes(y)]]);
  return Buffer.from(isoCBOR.encode(key));
}

function bytes(text: string) {
  return new Uint8Array(Buffer.from(text, "base64url"));
}

function sha256(content: Buffer) {
  return createHash("sha256").update(content).digest();
}
