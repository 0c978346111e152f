import type { mailProgram } from "#db/schema/index.ts";

export type MailProgram = (typeof mailProgram.enumValues)[number];

export const MAIL_PROGRAMS: Record<MailProgram, string> = {
  mailto: "my mail program",
  gmail: "Gmail",
  outlook: "Outlook",
};

/** Past this, mail programs cut a compose link short or refuse it. */
export const COMPOSE_BODY_MAX = 1_800;

/** An address that opens a filled-in mail in the signer's own program. Spaces are %20, for a plus would be read as a plus. */
export function composeUrl(program: MailProgram, { to, subject, body }: { to: string; subject: string; body: string }) {
  const lines = body.replaceAll("\n", "\r\n");
  const write = encodeURIComponent;
  switch (program) {
    case "mailto":
      return `mailto:${write(to).replaceAll("%40", "@")}?subject=${write(subject)}&body=${write(lines)}`;
    case "gmail":
      return `https://mail.google.com/mail/?view=cm&fs=1&to=${write(to)}&su=${write(subject)}&body=${write(lines)}`;
    case "outlook":
      return `https://outlook.live.com/mail/0/deeplink/compose?to=${write(to)}&subject=${write(subject)}&body=${write(lines)}`;
  }
}
