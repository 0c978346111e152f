import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskCompared } from "#app/components/desk-compared.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { SelectField } from "#app/components/field.tsx";
import { readSide, type Side } from "#app/desk/letter.server.ts";
import { requireLetterLanguage } from "#app/http/language.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { compareTexts } from "#app/letters/difference.ts";
import { listLetterVersions } from "#app/letters/find.server.ts";
import { englishName } from "#app/letters/languages.ts";
import { readVersionNumber } from "#app/letters/version-number.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Versions in ${englishName(data?.language ?? "en")} · Desk` }];

/** Any two versions, or one and the draft; the newest version and the draft where the address does not say. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "view");
  const language = requireLetterLanguage(params.language);
  const versions = await listLetterVersions(campaign.id, language);
  const asked = new URL(request.url).searchParams;
  const from = readAsked(asked.get("from")) ?? versions[0]?.number ?? "draft";
  const to = readAsked(asked.get("to")) ?? "draft";
  const [older, newer] = await Promise.all([readSide(campaign.id, language, from), readSide(campaign.id, language, to)]);
  if (!older || !newer) throw notFound();
  return {
    campaign: { slug: campaign.slug, name: campaign.name },
    language,
    numbers: versions.map(({ number }) => number),
    from,
    to,
    parts: compareTexts(older, newer),
    page: { language: "en", isSample: campaign.isSample },
  };
}

function readAsked(spelled: string | null): Side | undefined {
  return spelled === "draft" ? spelled : readVersionNumber(spelled);
}

export default function LetterComparison() {
  const { campaign, language, numbers, from, to, parts } = useLoaderData<typeof loader>();
  return (
    <>
      <DeskHeading
        title={`Versions in ${englishName(language)}, compared`}
        above={[
          { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
          { title: "Letter", path: paths.deskLetter(campaign.slug) },
        ]}
      />
      <Form key={`${from} ${to}`} method="get" className="desk-letter-sides">
        <SideField name="from" label="This" side={from} numbers={numbers} />
        <SideField name="to" label="against this" side={to} numbers={numbers} />
        <DeskButton busy="Comparing…" isQuiet>
          Compare
        </DeskButton>
      </Form>
      <section aria-labelledby="difference">
        <h2 id="difference">What differs</h2>
        <DeskCompared parts={parts} language={language} older={sideInWords(from)} newer={sideInWords(to)} />
      </section>
    </>
  );
}

function SideField({ name, label, side, numbers }: { name: string; label: string; side: Side; numbers: number[] }) {
  return (
    <SelectField name={name} label={label} value={String(side)}>
      <option value="draft">The draft</option>
      {numbers.map((number) => (
        <option key={number} value={number}>
          Version {number}
        </option>
      ))}
    </SelectField>
  );
}

function sideInWords(side: Side) {
  return side === "draft" ? "the draft" : `version ${side}`;
}
