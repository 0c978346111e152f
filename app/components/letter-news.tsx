import { paths } from "#app/http/paths.ts";
import { spokenIn } from "#app/letters/languages.ts";
import { Day } from "./day.tsx";

interface LetterNewsProps {
  campaign: { slug: string; language: string };
  post: { slug: string; title: string; publishedAt: Date };
}

/** The newest piece of news of the campaign, in one line, and the way to the others. */
export function LetterNews({ campaign: { slug, language }, post }: LetterNewsProps) {
  return (
    <p className="letter-news">
      <span className="quiet">
        <Day on={post.publishedAt} />
      </span>
      <a href={paths.post(slug, post.slug)} {...spokenIn(language)}>
        {post.title}
      </a>
      <a href={paths.posts(slug)}>All news</a>
    </p>
  );
}
