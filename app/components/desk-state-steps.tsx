import { Form, Link } from "@remix-run/react";
import type { CampaignState } from "#app/campaigns/states.ts";
import { paths } from "#app/http/paths.ts";
import { DeskButton } from "./desk-button.tsx";

interface DeskStateStepsProps {
  slug: string;
  life: { state: CampaignState; canReopen: boolean; hindrances: string[] };
  canOpenAndClose: boolean;
  canPause: boolean;
  canEdit: boolean;
}

/** The steps out of the present state, as far as this organizer may take them. */
export function DeskStateSteps({ slug, life: { state, canReopen, hindrances }, canOpenAndClose, canPause, canEdit }: DeskStateStepsProps) {
  const isRunning = state === "open" || state === "paused";
  return (
    <div className="actions">
      {canPause && isRunning && <PauseButton slug={slug} isPaused={state === "paused"} />}
      {canOpenAndClose && state === "draft" && (
        <Link className={hindrances.length === 0 ? "button" : "button button-quiet"} to={paths.setUpStep(slug, "publish")}>
          {hindrances.length === 0 ? "Publish and open" : "See what is missing"}
        </Link>
      )}
      {canOpenAndClose && state === "closed" && canReopen && <Step slug={slug} step="reopen" title="Reopen" busy="Reopening…" />}
      {canOpenAndClose && state === "closed" && <Step slug={slug} step="archive" title="Move to the archive" busy="Archiving…" />}
      {canOpenAndClose && state === "archived" && <Step slug={slug} step="restore" title="Take out of the archive" busy="Restoring…" />}
      {canOpenAndClose && isRunning && <Link to={paths.deskClosing(slug)}>Close this campaign</Link>}
      {canEdit && state !== "archived" && <Link to={paths.deskEndMessages(slug)}>Closing and victory message</Link>}
    </div>
  );
}

/** Everything at once, and back: one press, for the day when something is wrong. */
export function PauseButton({ slug, isPaused }: { slug: string; isPaused: boolean }) {
  const action = paths.deskPause(slug);
  return (
    <Form method="post" action={action}>
      <DeskButton busy={isPaused ? "Resuming…" : "Pausing…"} action={action} name="step" value={isPaused ? "resume" : "pause"} isQuiet={!isPaused}>
        {isPaused ? "Resume" : "Pause"}
      </DeskButton>
    </Form>
  );
}

function Step({ slug, step, title, busy }: { slug: string; step: string; title: string; busy: string }) {
  return (
    <Form method="post" action={paths.deskState(slug)}>
      <DeskButton busy={busy} action={paths.deskState(slug)} name="step" value={step} isQuiet>
        {title}
      </DeskButton>
    </Form>
  );
}
