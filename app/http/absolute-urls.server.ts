import { env } from "#app/env.server.ts";
import type { MailUrls } from "#app/mail/seal.server.ts";
import type { MessageUrls } from "#app/messages/queue.server.ts";
import type { SignerUrls } from "#app/signatures/links.ts";
import { paths } from "./paths.ts";

export function absolute(path: string) {
  return `${env.APP_URL}${path}`;
}

/** For mail to signers. */
export const signerUrls: SignerUrls = {
  confirmation: (token) => absolute(paths.confirmation(token)),
  denial: (token) => absolute(paths.denial(token)),
  me: (token) => absolute(paths.me(token)),
};

/** For mail that its reader can end. */
export const mailUrls: MailUrls = { unsubscribe: (token) => absolute(paths.unsubscribe(token)) };

/** For mail to retailers. */
export const messageUrls: MessageUrls = {
  letter: (slug) => absolute(paths.letter(slug)),
  howWeMail: () => absolute(paths.howWeMail()),
};
