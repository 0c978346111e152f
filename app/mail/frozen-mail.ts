import { z } from "zod";

/** A printed mail as its batch keeps it: what is sent a second time is this, to the byte. */
export const FrozenMail = z.object({
  deliveryId: z.uuid(),
  from: z.string(),
  to: z.string(),
  replyTo: z.string().optional(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
});

export type FrozenMail = z.infer<typeof FrozenMail>;

/** What became of one mail of a batch that the provider took. */
export type SendResult =
  | { outcome: "accepted"; deliveryId: string; providerId: string }
  | { outcome: "refused"; deliveryId: string; reason: string };
