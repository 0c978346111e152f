import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { LogoForm } from "#app/components/logo-form.tsx";
import { removeLogo, setLogo } from "#app/desk/logo.server.ts";
import { readFieldsAndFile, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";

export const meta: MetaFunction = () => [{ title: "Logo · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const { slug, name, logoHash, isSample } = campaign;
  return { campaign: { slug, name, logoHash }, page: { language: "en", isSample } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const { fields, file } = await readFieldsAndFile(request, "logo");
  const look = redirect(paths.setUpStep(campaign.slug, "look"), 303);
  if (fields.get("logo_step") === "remove") {
    await removeLogo({ campaign, by: organizer.id });
    return look;
  }
  const set = await setLogo({ campaign, content: file ?? new Uint8Array(), by: organizer.id });
  return set.outcome === "refused" ? refill({ errors: { logo: set.reason }, typed: {} }) : look;
}

/** Where a picture that was refused says why. */
export default function Logo() {
  const { campaign } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <DeskHeading
        title="Logo"
        above={[
          { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
          { title: "Set-up", path: paths.setUp(campaign.slug) },
          { title: "Look", path: paths.setUpStep(campaign.slug, "look") },
        ]}
      />
      <LogoForm campaign={campaign} answer={answer} />
      <p>
        <Link to={paths.setUpStep(campaign.slug, "look")}>Back to the look</Link>
      </p>
    </>
  );
}
