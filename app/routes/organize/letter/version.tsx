import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { v7 } from "uuid";
import { Day } from "#app/components/day.tsx";
import { DeskAsking } from "#app/components/desk-asking.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskLetterPreview } from "#app/components/desk-letter-preview.tsx";
import { lengthInWords } from "#app/components/desk-letter-words.ts";
import { letterPath } from "#app/components/letter-languages.tsx";
import { readDeskVersion } from "#app/desk/letter-versions.server.ts";
import { requireLetterLanguage } from "#app/http/language.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { canAskAgain } from "#app/letters/asking-rules.ts";
import { findLetter, findLetterVersion, textOf } from "#app/letters/find.server.ts";
import { englishName } from "#app/letters/languages.ts";
import { previewLetter } from "#app/letters/preview.ts";
import { readVersionNumber } from "#app/letters/version-number.ts";
import { may } from "#app/organizers/roles.ts";
import { countSignatures } from "#app/signatures/count.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Letter in ${englishName(data?.letter.language ?? "en")}, version ${data?.number ?? ""} · Desk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const language = requireLetterLanguage(params.language);
  const number = readVersionNumber(params.number);
  const version = number && (await findLetterVersion(campaign.id, language, number));
  if (!version) throw notFound();
  const [newest, signatureCount, standing] = await Promise.all([
    findLetter(campaign.id, { language }), countSignatures(campaign.id), readDeskVersion(campaign.id, language, version.number),
  ]);
  const { slug, name, language: mainLanguage, goal, isSample } = campaign;
  return {
    campaign: { slug, name, language: mainLanguage, goal, isPublic: campaign.state !== "draft" },
    number: version.number,
    publishedAt: version.publishedAt,
    newestNumber: newest?.number ?? version.number,
    letter: previewLetter(textOf(version), language),
    signatureCount,
    standing,
    canAsk: may(role, "open and close") && canAskAgain(campaign),
    newId: v7(),
    page: { language: "en", isSample },
  };
}

export default function LetterVersion() {
  const { campaign, number, publishedAt, newestNumber, letter, signatureCount, standing, canAsk, newId } = useLoaderData<typeof loader>();
  const { language } = letter;
  const isNewest = number === newestNumber;
  return (
    <>
      <DeskHeading
        title={`Version ${number} in ${englishName(language)}`}
        above={[
          { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
          { title: "Letter", path: paths.deskLetter(campaign.slug) },
        ]}
      >
        {publishedAt && (
          <span>
            Published on <Day on={publishedAt} />
          </span>
        )}
        <span>{lengthInWords(letter.length)}</span>
        {isNewest && campaign.isPublic && <a href={letterPath(campaign, language)}>Public page</a>}
        <Link to={paths.deskLetterComparison(campaign.slug, language, String(number), isNewest ? "draft" : String(newestNumber))}>
          {isNewest ? "Compare with the draft" : `Compare with version ${newestNumber}`}
        </Link>
      </DeskHeading>
      {!isNewest && <p className="notice">The public reads version {newestNumber} now. This is what stood before it.</p>}
      {standing && <DeskAsking slug={campaign.slug} {...standing} canAsk={canAsk} newId={newId} />}
      <DeskLetterPreview campaign={campaign} letter={letter} languages={[]} signatureCount={signatureCount} />
    </>
  );
}
