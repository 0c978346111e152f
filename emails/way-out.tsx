import { link } from "./fields.ts";
import { NoteLink } from "./layout.tsx";

/** For the props of a card whose reader can end its sort: the post fills it in when the mail leaves. */
export const unsubscribeUrl = link.optional();

/** The last line at the foot of such a card, for readers whose mail program shows no button of its own. */
export function WayOut({ unsubscribeUrl: url, children }: { unsubscribeUrl?: string | undefined; children: string }) {
  return url === undefined ? null : <NoteLink href={url}>{children}</NoteLink>;
}
