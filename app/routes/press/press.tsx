import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CAMPAIGN_STATES } from "#app/campaigns/states.ts";
import { countCoSigners } from "#app/campaigns/co-signers.server.ts";
import { Foot } from "#app/components/foot.tsx";
import { Masthead } from "#app/components/masthead.tsx";
import { PressContacts, PressImages, PressQuotes } from "#app/components/press-material.tsx";
import { PressFacts } from "#app/components/press-facts.tsx";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { requireCampaign, requireLetter } from "#app/http/guards.server.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE, spokenIn } from "#app/letters/languages.ts";
import { readPress } from "#app/press/read.server.ts";
import { readScoreboard } from "#app/scoreboard/read.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { fontLinks } from "#app/styles/preload.ts";

export const links = fontLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: "Countersign" }];
  return [
    { title: `For the press: ${data.letter.title}` },
    { name: "description", content: `Facts, quotes, pictures and contacts about the open letter “${data.letter.title}”.` },
    { tagName: "link", rel: "canonical", href: data.canonicalUrl },
  ];
};

export async function loader({ params }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  const [letter, signatures, coSigners, board, press] = await Promise.all([
    requireLetter(campaign),
    countSignatures(campaign.id),
    countCoSigners(campaign.id),
    readScoreboard(campaign),
    readPress(campaign.id),
  ]);
  const { slug, name, language, state, goal, openedAt, closedAt, isWon, privacyContact } = campaign;
  const { title, addressees, summary, datedOn } = letter;
  return {
    campaign: { slug, name, language, goal, openedAt, closedAt, isWon, isPaused: state === "paused", hasEnded: CAMPAIGN_STATES[state].isInArchive, privacyContact },
    letter: { title, addressees, summary, datedOn, language: letter.language },
    signatures,
    coSigners,
    board: { asOf: board.asOf, totals: board.totals, retailers: board.rows.map(({ retailer }) => retailer), demands: board.demands },
    quotes: press.quotes.map(({ quote, speaker, role }) => ({ quote, speaker, role })),
    contacts: press.contacts.map(({ name: who, role, email, phone }) => ({ name: who, role, email, phone })),
    images: press.images.map(({ hash, alt, credit, mediaType, width, height }) => ({ hash, alt, credit, mediaType, width, height })),
    canonicalUrl: absolute(paths.press(slug)),
    letterUrl: absolute(paths.letter(slug)),
    page: campaignPage(campaign, INTERFACE_LANGUAGE),
  };
}

export default function Press() {
  const { campaign, letter, quotes, contacts, images, letterUrl, ...facts } = useLoaderData<typeof loader>();
  return (
    <>
      <Masthead campaign={campaign} />
      <main id="main" className="press-page">
        <header className="press-head">
          <p className="over-title">For the press</p>
          <h1 {...spokenIn(letter.language)}>{letter.title}</h1>
          <p className="lead" {...spokenIn(letter.language)}>
            {letter.summary}
          </p>
          <PressContacts contacts={contacts} />
        </header>
        <PressFacts campaign={campaign} letter={letter} {...facts} />
        <PressQuotes quotes={quotes} language={campaign.language} />
        <PressImages images={images} slug={campaign.slug} />
        <section className="press-section" aria-labelledby="links">
          <h2 id="links">Links</h2>
          <ul className="press-links">
            <li>
              <a href={paths.letter(campaign.slug)}>The letter</a> <span className="print-address">{letterUrl}</span>
            </li>
            <li>
              <a href={paths.scoreboard(campaign.slug)}>The answers, retailer by retailer</a>
            </li>
            <li>
              <a href={paths.posts(campaign.slug)}>News of the campaign</a>
            </li>
          </ul>
        </section>
      </main>
      <Foot slug={campaign.slug} privacyContact={campaign.privacyContact} />
    </>
  );
}
