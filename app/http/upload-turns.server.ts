/** Each is held in memory whole, several times over while it is read: a machine of 512 MB bears so many. */
const UPLOADS_AT_ONCE = 4;

/** Too many files are on their way just now. */
export class TooManyUploads extends Error {}

let open = 0;

/** @throws TooManyUploads at once, rather than let whoever sends much take the memory from everybody. */
export async function inUploadTurn<Outcome>(take: () => Promise<Outcome>): Promise<Outcome> {
  if (open >= UPLOADS_AT_ONCE) throw new TooManyUploads();
  open += 1;
  try {
    return await take();
  } finally {
    open -= 1;
  }
}
