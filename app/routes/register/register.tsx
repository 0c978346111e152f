import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/page.tsx";
import { RegisterDays } from "#app/components/register-days.tsx";
import { RegisterFiles } from "#app/components/register-files.tsx";
import { RegisterState } from "#app/components/register-state.tsx";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";
import copyScript from "#app/scripts/copy.js?url";
import { readRegister } from "./read-register.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `The register · ${data?.campaign.name ?? "Countersign"}` },
  { name: "description", content: "Every signature that counts, entered so that the number can be recounted by everybody and nobody is named." },
];

export async function loader({ params }: LoaderFunctionArgs) {
  const { campaign, ...register } = await readRegister(params.slug);
  const { slug, name, privacyContact } = campaign;
  return { campaign: { slug, name, privacyContact }, ...register, page: campaignPage(campaign, INTERFACE_LANGUAGE) };
}

export default function Register() {
  const { campaign, head, days, keys, pages, pageSize } = useLoaderData<typeof loader>();
  return (
    <Page campaign={campaign}>
      <p className="over-title">
        <a href={paths.letter(campaign.slug)}>
          <bdi>{campaign.name}</bdi>
        </a>
      </p>
      <h1>The register</h1>
      <p className="lead">
        Each confirmed signature is entered here, and the number under the letter is what these entries add up to. Nobody can change, slip in or take
        out an entry unseen: not the organizers, and not this site. No entry names a person.
      </p>
      {head ? <RegisterState head={head} /> : <p className="notice">Nothing has been entered yet. The first signature is, within a minute of its confirmation.</p>}
      <section>
        <h2>Check it</h2>
        <p>
          Whoever signed has a receipt on their own page. <a href={paths.verify(campaign.slug)}>Check a receipt, or a file that was handed over</a>.
        </p>
        <p>
          What it shows: how many signatures counted at each time, and that none was slipped in, changed or lost later. What it cannot show by itself:
          that a person stands behind each entry. But each is bound to one address, so whoever doubts can have entries of their own choice opened, and
          ask their owners.
        </p>
      </section>
      <RegisterDays days={days} />
      <RegisterFiles slug={campaign.slug} keys={keys} pages={pages} pageSize={pageSize} />
      {head && <script type="module" src={copyScript} />}
    </Page>
  );
}
