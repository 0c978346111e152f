import { describe, expect, test } from "vitest";
import { cards, isCardName, printCard, sortOfCard, type CardName, type CardProps } from "#emails/index.ts";
import { ENDABLE_SORTS, isEndable } from "#emails/mail-sorts.ts";

const samples: { [Name in CardName]: CardProps<Name> } = {
  "confirm-signature": {
    name: "Ada Lovelace",
    campaignName: "Minimum standards",
    letterTitle: "Dear retailers",
    confirmUrl: "https://countersign.example/signatures/token-1/confirm",
    code: "012345",
    denyUrl: "https://countersign.example/signatures/token-1/deny",
    expiresInDays: 7,
  },
  reminder: {
    name: "Ada Lovelace",
    campaignName: "Minimum standards",
    letterTitle: "Dear retailers",
    signedOn: "12 February 2019",
    confirmUrl: "https://countersign.example/signatures/token-6/confirm",
    code: "246801",
    denyUrl: "https://countersign.example/signatures/token-6/deny",
    endsInDays: 27,
  },
  "already-signed": {
    name: "Ada Lovelace",
    campaignName: "Minimum standards",
    letterTitle: "Dear retailers",
    meUrl: "https://countersign.example/me/token-2",
    code: "678901",
    signedOn: "12 February 2019",
  },
  "signature-confirmed": {
    name: "Ada Lovelace",
    campaignName: "Minimum standards",
    letterTitle: "Dear retailers",
    entry: 12_345,
    commitment: "0123456789abcdef".repeat(4),
    meUrl: "https://countersign.example/me/token-6",
    verifyUrl: "https://countersign.example/letters/dear-retailers/verify",
  },
  "my-page": { name: "Ada Lovelace", campaignName: "Minimum standards", meUrl: "https://countersign.example/me/token-3" },
  "letter-changed": {
    name: "Ada Lovelace",
    campaignName: "Minimum standards",
    letterTitle: "Dear retailers",
    changeSummary: "Amazon is asked too, and the deadline moves to 1 June.",
    signedNumber: 2,
    agreeUrl: "https://countersign.example/me/token-3/agreement",
    changesUrl: "https://countersign.example/letters/dear-retailers/versions/2/since?lang=en",
    withdrawUrl: "https://countersign.example/me/token-3/withdrawal",
    meUrl: "https://countersign.example/me/token-3",
  },
  demands: {
    subject: "Five standards for connected products",
    body: "Dear Corner Shop,\n\nI buy from you:\n- lamps\n- <locks> & toys\n\nPlease drop what fails.",
    signerName: "Ada Lovelace",
    signerPlace: "London",
    retailerName: "Corner Shop",
    campaignName: "Minimum standards",
    letterUrl: "https://countersign.example/letters/dear-retailers",
    aboutUrl: "https://countersign.example/about",
    replyTo: "ada@example.org",
    testFor: null,
  },
  "sign-in": { url: "https://countersign.example/organize/session/token-4", minutes: 15 },
  invitation: {
    inviterName: "Grace Hopper",
    campaignName: "Minimum standards",
    role: "reviewer",
    roleMeaning: "Sees everything, approves and publishes what others recorded",
    url: "https://countersign.example/organize/invitations/token-5",
    expiresOn: "2026-12-01",
  },
  "invitation-accepted": {
    name: "Ada Lovelace",
    address: "ada@example.org",
    role: "reviewer",
    campaignName: "Minimum standards",
    url: "https://countersign.example/organize/campaigns/dear-retailers/team",
  },
  "confirm-co-sign": {
    contactName: "Sam Hill",
    organisation: "Kettle Watch",
    campaignName: "Minimum standards",
    url: "https://countersign.example/co-sign/token-6",
    expiresInDays: 14,
  },
  "co-sign-approved": {
    contactName: "Sam Hill",
    organisation: "Kettle Watch",
    campaignName: "Minimum standards",
    letterUrl: "https://countersign.example/letters/dear-retailers/with/kettle-watch",
    partnerUrl: "https://countersign.example/partners/token-7",
  },
  "partner-code": {
    organisation: "Kettle Watch",
    campaignName: "Minimum standards",
    letterUrl: "https://countersign.example/letters/dear-retailers/with/kettle-watch",
    code: "135790",
    minutes: 15,
  },
  "account-changed": { change: "passkey added", name: "Grace’s phone", accountUrl: "https://countersign.example/organize/account" },
  "unusual-signing": {
    campaignName: "Minimum standards",
    findings: ["network 203.0.113.0/24: 1,412 signings within an hour", "mail domain bots.example: 950 signings within an hour"],
    signings: 2_610,
    heldBack: 1_399,
    url: "https://countersign.example/organize/campaigns/dear-retailers/screening",
  },
};

const names = Object.keys(samples).filter(isCardName);
const confirm = samples["confirm-signature"];
const demands = samples.demands;

describe.each(names)("%s", (name) => {
  test("says the same as text as it does as HTML", async () => {
    const { html, text, subject } = await printCard(name, samples[name]);
    expect(`${subject}\n\n${text}`).toMatchSnapshot();
    expect(html).toMatch(/<html dir="ltr" lang="en">/);
    expect(words(withoutMarkup(html))).toEqual(words(text.replace(/^https?:\S+$|^---$/gm, "")));
  });

  test("has each address alone on a line of its text", async () => {
    const { html, text } = await printCard(name, samples[name]);
    const addresses = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(text.split("\n")).toContain(address);
  });

  test("tells which field is missing", async () => {
    await expect(printCard(name, {})).rejects.toThrow(/invalid/i);
    expect(Object.keys(cards)).toContain(name);
  });
});

describe("every card", () => {
  test("is the answer to what somebody did, or can be ended by its reader", () => {
    const sorts = ["transactional", ...Object.keys(ENDABLE_SORTS)];
    expect(Object.keys(cards).filter(isCardName).filter((name) => !sorts.includes(sortOfCard(name)))).toEqual([]);
  });

  test.each(names.filter((name) => isEndable(sortOfCard(name))))("that can be ended has the way out at its foot: %s", async (name) => {
    const unsubscribeUrl = "https://countersign.example/unsubscribe/token-9";
    const { text } = await printCard(name, { ...samples[name], unsubscribeUrl });
    expect(text.split("\n")).toContain(unsubscribeUrl);
  });
});

describe("a hostile name", () => {
  const name = 'Ada\r\nBcc: sam@example.org\u202E "<x> evil.example https://evil.example';

  test("neither ends a header nor smuggles an address into it", async () => {
    const { fromName, subject } = await printCard("demands", { ...demands, signerName: name, subject: "One\r\nBcc: two@example.org" });
    expect(fromName).not.toMatch(/[\r\n"<>@:;,\u202E]/);
    expect(fromName).toMatch(/^Ada Bcc sam example\.org .* via Countersign$/);
    expect(subject).toBe("One Bcc: two@example.org");
  });

  test("is printed on one line, as text, and becomes no link", async () => {
    const { html, text } = await printCard("confirm-signature", { ...confirm, name });
    expect(html).not.toMatch(/evil\.example|<x>/);
    expect(text).not.toMatch(/evil\.example|sam@example/);
    expect(text.replaceAll("\u2060", "")).toContain('Ada Bcc: sam@example.org "<x> evil.example https://evil.example,');
  });

  test("and a hostile title of a letter break no header of the mail about its change", async () => {
    const { html, text, subject } = await printCard("letter-changed", { ...samples["letter-changed"], name, letterTitle: "One\r\nBcc: two@example.org" });
    expect(subject).toBe("The letter you signed has changed: One Bcc: two@example.org");
    expect(html).not.toContain("<x>");
    expect(text.replaceAll("\u2060", "")).toContain('Ada Bcc: sam@example.org "<x> evil.example https://evil.example,');
  });

  test("of great length is cut between characters", async () => {
    const { fromName } = await printCard("demands", { ...demands, signerName: "👩".repeat(5_000) });
    expect(fromName).toBe(`${"👩".repeat(100)} via Countersign`);
  });
});

describe("demands", () => {
  test("carry the signer's words as they were typed", async () => {
    const { html, text } = await printCard("demands", demands);
    expect(text).toContain("I buy from you:\n- lamps\n- <locks> & toys\n\nPlease drop what fails.");
    expect(html).toContain("I buy from you:<br/>- lamps<br/>- &lt;locks&gt; &amp; toys</p>");
  });

  test("keep the signer's address out of the letter: answers know it from Reply-To", async () => {
    const { html, text, replyTo } = await printCard("demands", demands);
    expect(replyTo).toBe("ada@example.org");
    expect(html + text).not.toContain("ada@");
    expect(await printCard("demands", { ...demands, replyTo: null })).not.toHaveProperty("replyTo");
  });

  test("say in subject and text when they are a test", async () => {
    const { subject, text } = await printCard("demands", { ...demands, testFor: "Corner Shop" });
    expect(subject).toBe("[Test for Corner Shop] Five standards for connected products");
    expect(text).toMatch(/^Test: the campaign is not live yet/);
  });
});

function words(text: string) {
  return text.split(/\s+/).filter(Boolean);
}

/** What a reader reads: no tags, no style, not the line that only inboxes show, no padding for Outlook. */
function withoutMarkup(html: string) {
  return html
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<div style="display:none.*?<\/div><\/div>/s, "")
    .replace(/<!--.*?-->/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll(/&(lt|gt|amp|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
}

const ENTITIES: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#x27;": "'" };
