import type { responses, stances } from "../../schema/index.ts";

type Kind = (typeof responses.$inferInsert)["kind"];
type Channel = (typeof responses.$inferInsert)["channel"];
type Stance = (typeof stances.$inferInsert)["value"];

export interface Answer {
  daysAgo: number;
  kind: Kind;
  channel: Channel;
  summary: string;
  quote?: string;
  /** What it changed, by demand. */
  stances: Record<string, { value: Stance; dueInDays?: number; reason: string }>;
}

export interface Shop {
  slug: string;
  name: string;
  country: string;
  /** Null: nobody has asked it yet. */
  askedDaysAgo: number | null;
  contacts: { role: string; state: "working" | "bouncing" | "wrong" }[];
  answers: Answer[];
}

const silence = (daysAgo: number, demands: string[]): Answer => ({
  daysAgo,
  kind: "no_answer",
  channel: "none",
  summary: "Three mails and a call brought no answer.",
  stances: Object.fromEntries(demands.map((slug) => [slug, { value: "no_answer" as const, reason: "No answer to three mails." }])),
});

/** Between them they show every stance and every state of contact. */
export const shops: Shop[] = [
  {
    slug: "corner-shop",
    name: "Corner Shop",
    country: "GB",
    askedDaysAgo: 92,
    contacts: [{ role: "The owner", state: "working" }],
    answers: [
      {
        daysAgo: 85,
        kind: "answer",
        channel: "letter",
        summary: "Answered by hand on the third day, agreed with the letter and named dates.",
        quote: "I have never sold a kettle that wanted to know my customers' names, and I shall not begin.",
        stances: {
          endorse: { value: "done_own_word", reason: "Hung the letter in its window." },
          "no-account": { value: "pledged", dueInDays: 20, reason: "Promised by the end of the quarter." },
          "support-date": { value: "pledged", dueInDays: 60, reason: "Waits for a new label printer." },
        },
      },
      {
        daysAgo: 40,
        kind: "action",
        channel: "website",
        summary: "Put up its list of appliances, each with a note that no account is needed.",
        stances: { "no-account": { value: "done_own_word", reason: "Its own list says so." } },
      },
      {
        daysAgo: 12,
        kind: "action",
        channel: "press",
        summary: "The Society for Patient Machines bought twelve appliances from the list and used all of them unregistered.",
        stances: {
          "no-account": { value: "done_verified", reason: "Checked by others." },
          endorse: { value: "done_verified", reason: "The letter was photographed in the window." },
        },
      },
      silence(10, ["take-back"]),
    ],
  },
  {
    slug: "big-market",
    name: "Big Market",
    country: "DE",
    askedDaysAgo: 92,
    contacts: [
      { role: "Customer care", state: "working" },
      { role: "Press office", state: "wrong" },
    ],
    answers: [
      {
        daysAgo: 88,
        kind: "acknowledgement",
        channel: "email",
        summary: "A ticket number, and thanks for the interest.",
        quote: "Your concern is important to us. Ticket 4711.",
        stances: {},
      },
      {
        daysAgo: 70,
        kind: "statement",
        channel: "press",
        summary: "Told a trade paper that labels with a support date would come within six weeks, and that accounts are a matter for makers.",
        quote: "Our customers deserve to know how long a product is looked after.",
        stances: {
          "support-date": { value: "pledged", dueInDays: -28, reason: "Within six weeks, it said." },
          "no-account": { value: "evaded", reason: "Points to the makers." },
          endorse: { value: "pledged", dueInDays: 5, reason: "Said it would sign." },
        },
      },
      {
        daysAgo: 21,
        kind: "answer",
        channel: "email",
        summary: "Withdrew its promise to endorse the letter and declined to take appliances back.",
        quote: "After internal review we will not be joining initiatives of this kind.",
        stances: {
          endorse: { value: "went_back", reason: "Withdrew what it had promised." },
          "take-back": { value: "declined", reason: "Says the maker is liable." },
        },
      },
    ],
  },
  {
    slug: "lamp-and-socket",
    name: "Lamp & Socket",
    country: "IE",
    askedDaysAgo: 61,
    contacts: [{ role: "Customer care", state: "working" }],
    answers: [
      {
        daysAgo: 58,
        kind: "acknowledgement",
        channel: "email",
        summary: "An automatic acknowledgement, and nothing since.",
        quote: "We aim to answer within five working days.",
        stances: {},
      },
      silence(9, ["endorse", "no-account", "support-date", "take-back"]),
    ],
  },
  {
    slug: "northgate-home",
    name: "Northgate Home",
    country: "US",
    askedDaysAgo: 92,
    contacts: [{ role: "Customer care", state: "working" }],
    answers: [silence(14, ["endorse", "no-account", "support-date"])],
  },
  {
    slug: "wire-and-co",
    name: "Wire & Co.",
    country: "US",
    askedDaysAgo: 80,
    contacts: [
      { role: "Customer care", state: "bouncing" },
      { role: "Legal department", state: "bouncing" },
    ],
    answers: [],
  },
  {
    slug: "oasis-store",
    name: "متجر الواحة",
    country: "AE",
    askedDaysAgo: 75,
    contacts: [{ role: "خدمة العملاء", state: "working" }],
    answers: [
      {
        daysAgo: 33,
        kind: "answer",
        channel: "meeting",
        summary: "Met two organizers for an hour, asked good questions and will put the matter to its buyers.",
        quote: "نحن نناقش الأمر مع فريق المشتريات.",
        stances: {
          endorse: { value: "under_discussion", reason: "With its buyers until the next season." },
          "no-account": { value: "under_discussion", reason: "With its buyers until the next season." },
          "take-back": { value: "done_own_word", reason: "Says it has always refunded such cases." },
        },
      },
    ],
  },
  {
    slug: "old-harbour-cooperative",
    name: "The Old Harbour Household Goods and Electrical Appliances Trading Cooperative of the Seven Valleys",
    country: "NZ",
    askedDaysAgo: null,
    contacts: [{ role: "The secretary", state: "working" }],
    answers: [],
  },
];
