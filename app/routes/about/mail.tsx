import type { MetaFunction } from "@remix-run/node";
import { Page } from "#app/components/page.tsx";

export const meta: MetaFunction = () => [
  { title: "How we send mail" },
  { name: "description", content: "For people who sign here, and for the people who look after a retailer’s mail." },
];

export default function HowWeMail() {
  return (
    <Page>
      <h1>How we send mail</h1>
      <p className="lead">
        People sign open letters here and write to retailers about them. This page is for those who write, and for those who
        look after a retailer’s mailboxes.
      </p>
      <section>
        <h2>If a message reached your company</h2>
        <p>
          One person wrote it, or changed our draft as they saw fit, and their address was confirmed by mail before anything
          left. In one campaign a person can send you one message and no more.
        </p>
        <ul className="stack">
          <li>
            <strong>The sender is ours.</strong> From is an address of this site’s own domain, so that SPF, DKIM and DMARC hold.
            We never write in the name of another domain.
          </li>
          <li>
            <strong>The answer goes where its writer chose.</strong> Reply-To is either their own address or one of ours that
            belongs to that single message. Replying works as with any mail.
          </li>
          <li>
            <strong>No flood.</strong> Sending is held to a fixed rate for the whole site, and can be paused for one company at
            once.
          </li>
          <li>
            <strong>A wrong address stops.</strong> When your server refuses an address, or reports our mail as unwanted, nothing
            more goes there.
          </li>
        </ul>
        <p>
          To name a better address, or to ask for a pause, write to the contact at the foot of the letter’s page. Please do not
          block the domain: the people who wrote would take it for your answer.
        </p>
      </section>
      <section>
        <h2>If you signed</h2>
        <ul className="stack">
          <li>
            <strong>We mail you to confirm.</strong> At most one mail in ten minutes and a few a day go to one address, however
            often it is typed into the form.
          </li>
          <li>
            <strong>Updates come only if you ticked the box.</strong> It is not ticked for you.
          </li>
          <li>
            <strong>Every mail says why it came</strong> and how to stop it. If somebody else typed your address, one button
            removes the request.
          </li>
          <li>
            <strong>No tracking.</strong> Our mails carry no pixels and no counted links. We learn whether a mail server took
            them, and nothing of who opened them.
          </li>
        </ul>
      </section>
      <section>
        <h2>What we count</h2>
        <p>
          A message counts as sent when it left here for the retailer itself, and as delivered when the retailer’s mail server
          took it. One that came back is shown as failed. A message opened in somebody’s own mail program is counted apart, for
          we cannot know whether it was sent.
        </p>
      </section>
    </Page>
  );
}
