import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CAMPAIGN_STATES } from "#app/campaigns/states.ts";
import { DemandStanding } from "#app/components/board-demand.tsx";
import { ResponseTimeline } from "#app/components/board-timeline.tsx";
import { daysInWords } from "#app/components/board-words.ts";
import { ContactState } from "#app/components/contact-state.tsx";
import { numberInWords } from "#app/components/number-words.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { countryName } from "#app/signatures/countries.ts";
import { Day } from "#app/components/day.tsx";
import { Foot } from "#app/components/foot.tsx";
import { Masthead } from "#app/components/masthead.tsx";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { paths } from "#app/http/paths.ts";
import { findRetailer } from "#app/retailers/find.server.ts";
import { contactMeaning } from "#app/scoreboard/contact-axis.ts";
import { type CampaignRecord, readRetailerRecord } from "#app/scoreboard/retailer-record.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: "Countersign" }];
  const { retailer, canonicalUrl } = data;
  return [
    { title: `${retailer.name}: what is asked and what it answered` },
    {
      name: "description",
      content: `What open letters ask of ${retailer.name}, what it answered, and where it stands, with sources and dates.`,
    },
    { tagName: "link", rel: "canonical", href: canonicalUrl },
  ];
};

export async function loader({ params }: LoaderFunctionArgs) {
  const retailer = await findRetailer(params.slug ?? "");
  if (!retailer) throw notFound();
  const { id, isSample, slug, name, country, websiteUrl } = retailer;
  const record = await readRetailerRecord(id);
  return {
    page: { language: "en", isSample },
    retailer: { slug, name, country, websiteUrl },
    record,
    canonicalUrl: absolute(paths.retailer(slug)),
  };
}

export default function RetailerPage() {
  const { retailer, record } = useLoaderData<typeof loader>();
  const [only, ...others] = record.campaigns;
  return (
    <>
      <Masthead campaign={others.length === 0 ? only?.campaign : undefined} />
      <main id="main" className="record-page">
        <p className="over-title">Retailer, {countryName(retailer.country, "en")}</p>
        <h1>
          <bdi>{retailer.name}</bdi>
        </h1>
        {record.campaigns.length === 0 && <p className="lead">No open letter asks anything of this retailer.</p>}
        {record.campaigns.map((campaignRecord) => (
          <AskedBy key={campaignRecord.campaign.slug} record={campaignRecord} />
        ))}
      </main>
      <Foot privacyContact={others.length === 0 ? only?.campaign.privacyContact : undefined} />
    </>
  );
}

function AskedBy({ record: { campaign, contact, messages, demands, responses } }: { record: CampaignRecord }) {
  const heading = `asked-by-${campaign.slug}`;
  return (
    <section className="record" aria-labelledby={heading}>
      <h2 id={heading}>Asked by “{campaign.name}”</h2>
      <dl className="facts">
        <dt>Contact</dt>
        <dd>
          <ContactState state={contact.state} />. {contactMeaning(contact.state).definition}
        </dd>
        <dt>Asked on</dt>
        <dd>
          {contact.askedOn ? <Day on={contact.askedOn} /> : "no day is recorded"}
          {contact.daysOfSilence !== null && `, ${daysInWords(contact.daysOfSilence)} without a reply`}
        </dd>
        <dt>Messages</dt>
        <dd>
          {numberInWords(messages.sent)} sent, {numberInWords(messages.delivered)} delivered
          {messages.opened > 0 && `, and ${numberInWords(messages.opened)} opened in signers’ own mail programs`}
        </dd>
      </dl>
      <p className="actions">
        <a href={paths.letter(campaign.slug)}>Read the letter</a>
        <a href={paths.scoreboard(campaign.slug)}>See all retailers</a>
        {CAMPAIGN_STATES[campaign.state].canBeWrittenFrom && <a href={paths.chooseRetailers(campaign.slug)}>Write to it</a>}
      </p>
      {demands.map((demand) => (
        <DemandStanding key={demand.slug} campaignSlug={campaign.slug} demand={demand} />
      ))}
      <section aria-labelledby={`${heading}-record`}>
        <h3 id={`${heading}-record`}>Everything on record</h3>
        {responses.length > 0 ? (
          <ResponseTimeline campaignSlug={campaign.slug} askedOn={contact.askedOn} responses={responses} />
        ) : (
          <p>No answer, statement or search has been published yet.</p>
        )}
      </section>
    </section>
  );
}
