import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { DeskButton } from "./desk-button.tsx";
import { LocalMoment } from "./local-moment.tsx";

interface DeskPostStateProps {
  campaign: { slug: string; isPublic: boolean };
  post: { id: string; slug: string; publishedAt: Date | null; updatedAt: Date; withdrawnAt: Date | null };
  canPublish: boolean;
}

/** Whether the public sees the post, and the step from there. */
export function DeskPostState({ campaign, post, canPublish }: DeskPostStateProps) {
  const { publishedAt, updatedAt, withdrawnAt } = post;
  if (!publishedAt) return <DraftState campaign={campaign} postId={post.id} canPublish={canPublish} />;
  const address = paths.post(campaign.slug, post.slug);
  return (
    <section className="desk-panel" aria-label="State of this post">
      <p>
        {withdrawnAt ? (
          <>
            Taken back on <LocalMoment at={withdrawnAt} />: its address says so, and its text is gone from there.
          </>
        ) : (
          <>
            Public since <LocalMoment at={publishedAt} />
            {updatedAt > publishedAt && (
              <>
                , corrected on <LocalMoment at={updatedAt} />
              </>
            )}
            . {campaign.isPublic && <a href={address}>Read it there</a>}
          </>
        )}
      </p>
      {canPublish && (
        <Step slug={campaign.slug} postId={post.id} step={withdrawnAt ? "restore" : "withdraw"} title={withdrawnAt ? "Put it back" : "Take it back"} isQuiet />
      )}
    </section>
  );
}

function DraftState({ campaign, postId, canPublish }: { campaign: DeskPostStateProps["campaign"]; postId: string; canPublish: boolean }) {
  return (
    <section className="desk-panel" aria-label="State of this post">
      <p>
        <strong>A draft.</strong> Only the desk sees it.{" "}
        {campaign.isPublic ? "Published, it stands on the campaign’s news and in its feed at once." : "Published, it is seen once the campaign is open."}
      </p>
      {canPublish && <Step slug={campaign.slug} postId={postId} step="publish" title="Publish" isQuiet={false} />}
    </section>
  );
}

function Step({ slug, postId, step, title, isQuiet }: { slug: string; postId: string; step: string; title: string; isQuiet: boolean }) {
  const action = paths.deskPostPublication(slug, postId);
  return (
    <Form method="post" action={action}>
      <DeskButton busy="One moment…" action={action} name="step" value={step} isQuiet={isQuiet}>
        {title}
      </DeskButton>
    </Form>
  );
}
