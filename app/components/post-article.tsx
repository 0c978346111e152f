import { paths } from "#app/http/paths.ts";
import { spokenIn } from "#app/letters/languages.ts";
import { Day } from "./day.tsx";

interface PostArticleProps {
  campaign: { slug: string; language: string };
  post: { slug: string; title: string; html: string; publishedAt: Date; correctedAt: Date | null };
  /** One among others, under a heading of theirs. */
  isInList?: boolean;
}

/** One piece of news: its day in the margin, its text beside it. */
export function PostArticle({ campaign, post, isInList = false }: PostArticleProps) {
  const spoken = spokenIn(campaign.language);
  return (
    <article className="post" aria-labelledby={post.slug}>
      <p className="post-days">
        <Day on={post.publishedAt} />
        {post.correctedAt && (
          <span className="post-corrected">
            Corrected on <Day on={post.correctedAt} />
          </span>
        )}
      </p>
      <div className="post-text">
        {isInList ? (
          <h2 id={post.slug} {...spoken}>
            <a href={paths.post(campaign.slug, post.slug)}>{post.title}</a>
          </h2>
        ) : (
          <h1 id={post.slug} {...spoken}>
            {post.title}
          </h1>
        )}
        <div className="post-body" {...spoken} dangerouslySetInnerHTML={{ __html: post.html }} />
      </div>
    </article>
  );
}
