import { Form, Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { DeskButton } from "./desk-button.tsx";

interface DeskModeProps {
  slug: string;
  isInTestMode: boolean;
  canGoLive: boolean;
}

/** Whether messages reach retailers, and the switch. */
export function DeskMode({ slug, isInTestMode, canGoLive }: DeskModeProps) {
  return (
    <section className="desk-panel" aria-labelledby="mode">
      <h2 id="mode">{isInTestMode ? "Test mode" : "Live"}</h2>
      <p>
        {isInTestMode
          ? "No retailer gets a message. Copies go to the campaign’s organizers, marked as tests; the messages themselves wait."
          : "Confirmed signers’ messages go to the retailers."}
      </p>
      {canGoLive && isInTestMode && (
        <p>
          <Link className="button button-quiet" to={paths.deskMode(slug)}>
            Check and go live
          </Link>
        </p>
      )}
      {canGoLive && !isInTestMode && (
        <Form method="post" action={paths.deskMode(slug)}>
          <DeskButton isQuiet busy="Switching…" action={paths.deskMode(slug)} name="mode" value="test">
            Back to test mode
          </DeskButton>
        </Form>
      )}
    </section>
  );
}
