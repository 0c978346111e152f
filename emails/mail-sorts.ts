/**
 * The sorts of mail that their reader can end with one click (RFC 8058), in words that follow "You get no more …". Mail
 * of such a sort goes to a signer: its row in `deliveries` has the signature and the campaign, and it is not sent once
 * the address has ended the sort under that campaign.
 */
export const ENDABLE_SORTS = {
  updates: "updates about this letter",
  reminders: "reminders to confirm your signature",
  "letter changes": "mails about changes of the letter’s text",
} as const;

export type EndableSort = keyof typeof ENDABLE_SORTS;

/** "transactional": the direct answer to what its reader, or a signer who writes to them, just did. */
export type MailSort = "transactional" | EndableSort;

export function isEndable(sort: string): sort is EndableSort {
  return Object.hasOwn(ENDABLE_SORTS, sort);
}
