import { env } from "#app/env.server.ts";
import type { CoalitionUrls } from "#app/coalition/coalition-urls.ts";
import type { AlertUrls } from "#app/desk/watching/tell-organizers.server.ts";
import type { MailUrls } from "#app/mail/seal.server.ts";
import type { MessageUrls } from "#app/messages/queue.server.ts";
import type { ReceiptUrls } from "#app/register/mail-receipts.server.ts";
import type { AskingUrls } from "#app/signatures/letter-changes/ask-signers.server.ts";
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

/** For the mail that says that a signature counts. */
export const receiptUrls: ReceiptUrls = {
  me: (token) => absolute(paths.me(token)),
  verify: (slug) => absolute(paths.verify(slug)),
};

/** For the mail that asks signers about a changed letter. */
export const askingUrls: AskingUrls = {
  agreement: (token, signature) => absolute(paths.agreement(token, signature)),
  withdrawal: (token, signature) => absolute(paths.withdrawal(token, signature)),
  me: (token) => absolute(paths.me(token)),
  changesSince: ({ slug, number, language }) => absolute(paths.letterChangesSince(slug, number, language)),
};

/** For mail that its reader can end. */
export const mailUrls: MailUrls = { unsubscribe: (token) => absolute(paths.unsubscribe(token)) };

/** For mail to retailers. */
export const messageUrls: MessageUrls = {
  letter: (slug) => absolute(paths.letter(slug)),
  howWeMail: () => absolute(paths.howWeMail()),
};

/** For mail to organisations that co-sign. */
export const coalitionUrls: CoalitionUrls = {
  request: (token) => absolute(paths.coSignRequest(token)),
  partnerPage: (token) => absolute(paths.partnerPage(token)),
  partnerLetter: (slug, partner) => absolute(paths.letterWith(slug, partner)),
};

/** For mail to organizers about their own desk. */
export const alertUrls: AlertUrls = {
  screening: (slug) => absolute(paths.deskScreening(slug)),
};
