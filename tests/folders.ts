import type { FolderCampaign, FolderPicture } from "#app/folders/folder-campaign.ts";
import { aPng } from "./pictures.ts";

/** A picture that passes for a logo and for the press. */
export const PICTURE: FolderPicture = { mediaType: "image/png", width: 300, height: 200, content: new Uint8Array(aPng(300, 200)) };

/** A campaign with something in every file. */
export function aFolderCampaign(given: Partial<FolderCampaign> = {}): FolderCampaign {
  return {
    slug: "quiet-kettles",
    name: "Quiet kettles",
    isSample: false,
    language: "en",
    goal: 1_000,
    senderName: "Kettle Union",
    privacyContact: "privacy@kettles.example",
    updatesConsentWording: "Mail me when a shop answers.",
    unconfirmedDays: 30,
    remindAfterDays: 5,
    sharesAddresses: true,
    mailsReceipts: false,
    keptDaysAfterClosing: null,
    accent: "#7a1f2b",
    logo: PICTURE,
    opensAt: new Date("2099-03-01T09:00:00Z"),
    closesAt: null,
    closingMessage: "Signing has ended.",
    victoryMessage: "They all **stopped** whistling.",
    messageSubject: "Please sell quiet kettles, {{ retailer }}",
    messageTemplate: "Dear {{ retailer }},\n\n{{ own_words }}\n\n{{ signer }}, {{ country }}",
    letters: [
      { language: "ar", title: "الغلاية لنا", addressees: "سبعة متاجر", datedOn: null, summary: "", bodyMarkdown: "أعزاءنا\n\nاهدأوا.", sourcesMarkdown: "" },
      {
        language: "en", title: "The kettle is ours", addressees: "Harbour Shop and Hill Market", datedOn: "2026-01-05",
        summary: "Sell kettles that do not whistle.", bodyMarkdown: "Dear shops,\n\nplease.\n", sourcesMarkdown: "- [A source](https://source.example/)",
      },
    ],
    demands: [
      { slug: "endorse", title: "Endorse the letter", shortTitle: "Endorse", summary: "In public.", why: "Because it is heard.", standardUrl: "https://standard.example/" },
      { slug: "a-label", title: "Put a label on it", shortTitle: "Label", summary: "Beside the price.", why: "", standardUrl: null },
    ],
    coSigners: [{ name: "Kitchen Table Union", url: null, joinedOn: "2026-01-05" }],
    retailers: [
      { slug: "harbour-shop", name: "Harbour Shop", country: "GB", websiteUrl: "https://harbour-shop.example/", askedOn: "2026-01-05", contacts: [{ role: "Customer care", email: "care@harbour-shop.example" }] },
      { slug: "hill-market", name: "Hill Market", country: "DE", websiteUrl: null, askedOn: null, contacts: [] },
    ],
    framework: {
      slug: "quiet-standard", title: "The quiet standard", edition: "First", publisher: "Kettle Union", publishedOn: "2025-05-01", sourceUrl: "https://standard.example/",
      criteria: [{ slug: "no-whistle", title: "No whistle", summary: "It does not whistle.", points: ["Not at 100 °C.", "Not ever."] }],
    },
    posts: [{ slug: "we-began", title: "We began", bodyMarkdown: "Today." }],
    pressQuotes: [{ quote: "A kettle should be heard only when asked.", speaker: "Grace", role: "Chair, Kettle Union", permission: "By letter of 3 January 2026." }],
    pressContacts: [{ name: "Grace", role: "Press", email: "press@kettles.example", phone: "" }],
    pressImages: [{ picture: PICTURE, alt: "A kettle", credit: "Kettle Union, CC BY 4.0" }],
    ...given,
  };
}

/** Texts that a format trips over: each has been somebody's bug. */
export const AWKWARD = [
  "", " ", "\n", "\n\n\nthree breaks first", "a break last\n", "two spaces for a break  \nand on", "Windows\r\nlines\r\n", "old\rMac",
  "---", "---\ntitle: not a setting\n---\n\nstill the body", "text\n---\nmore text\n---\n", "...", "# heading", "#hash", "- item", "* item", "> quote", "| pipe |",
  "key: value", "key:", ": colon", "a # comment", "it's", '"quoted"', "'single'", 'half "', "\\n is no break", "C:\\kettles\\new", "{{ liquid }}", "{% raw %}", "%YAML 1.2",
  "&anchor", "*alias", "!tag", "!!str x", "@at", "`tick`", "{a: 1}", "[1, 2]", "true", "null", "~", "2026", "2026-01-01", "0x1F", "1e3", ".inf", "yes", "=", "<<", "? x",
  "tab\tin it", "\ttab first", " space first", "space last ", "no\u00a0break", "\u2028line separator", "next\u0085line", "\ufeffmark first", "bell\u0007", "del\u007f",
  "👩🏽‍🚒 fire", "مرحبا \u200fRTL\u200e ok", "\u202ereversed", "e\u0301 is é", "x".repeat(40_000), "<script>alert(1)</script>", "<!-- comment -->", "&amp; &#0;", "${shell} `x` $(y)",
] as const;
