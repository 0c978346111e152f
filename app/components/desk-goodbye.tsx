import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { paths } from "#app/http/paths.ts";
import { DeskButton } from "./desk-button.tsx";
import { DeskHeading } from "./desk-heading.tsx";

interface DeskGoodbyeProps {
  title: string;
  campaign: { slug: string; name: string };
  /** What happens, before the button that does it. */
  children: ReactNode;
  verb: string;
  busy: string;
  /** Why it cannot be done, when it cannot. */
  refused: string | undefined;
}

/** Somebody goes: what that means, and the button. */
export function DeskGoodbye({ title, campaign, children, verb, busy, refused }: DeskGoodbyeProps) {
  const team = paths.deskTeam(campaign.slug);
  return (
    <>
      <DeskHeading
        title={title}
        above={[
          { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
          { title: "Team", path: team },
        ]}
      />
      {refused && (
        <p className="notice notice-bad" role="alert">
          {refused}
        </p>
      )}
      {children}
      <Form method="post" className="desk-row-actions">
        <DeskButton busy={busy}>{verb}</DeskButton>
        <Link to={team}>Back to the team</Link>
      </Form>
    </>
  );
}
