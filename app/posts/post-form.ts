import { z } from "zod";

const TITLE_MAX = 160;
const BODY_MAX = 20_000;

const title = z
  .string("Give the post a title.")
  .transform((text) => text.replace(/\s+/g, " ").trim())
  .pipe(z.string().min(1, "Give the post a title.").max(TITLE_MAX, `Keep the title within ${TITLE_MAX} characters.`));

const body = z
  .string("Write the post.")
  .transform((text) => text.trim())
  .pipe(z.string().min(1, "Write the post.").max(BODY_MAX, `Keep the post within ${BODY_MAX.toLocaleString("en")} characters.`));

/** A post as it is written; `do=preview` only prints it. */
export const PostForm = z
  .object({ title, body, revision: z.coerce.number().int().nonnegative().catch(0), do: z.string().optional() })
  .transform(({ title: heading, body: bodyMarkdown, revision, do: wish }) => ({
    post: { title: heading, bodyMarkdown },
    revision,
    isPreview: wish === "preview",
  }));

export interface PostText {
  title: string;
  bodyMarkdown: string;
}
