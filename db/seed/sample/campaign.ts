/** Everything here is made up: the cause, the shops, the people. */
export const campaign = {
  slug: "sample",
  name: "Sample: Quiet appliances",
  goal: 5_000,
  privacyContact: "privacy@quiet-appliances.example",
  updatesConsentWording: "Mail me when a shop answers. I can stop it at any time.",
  messageSubject: "Please sell appliances that stay ours",
  messageTemplate: `
Dear {{ retailer }},

I have signed “{{ letter_title }}”, together with {{ co_signer_count }} organisations.
{% if own_words != "" %}
{{ own_words }}
{% endif %}
I ask you to:
{% for demand in demands %}
- {{ demand.title }}
{%- endfor %}

The letter, and what other shops have answered:
{{ letter_url }}

Yours sincerely,
{{ signer }}, {{ country }}
`.trim(),
};

export const demands = [
  {
    slug: "endorse",
    title: "Endorse the letter in public",
    shortTitle: "Endorse",
    summary: "Say where customers can read it that an appliance belongs to whoever paid for it.",
  },
  {
    slug: "no-account",
    title: "Sell only appliances that work without an account",
    shortTitle: "No account",
    summary: "A kettle boils and a washing machine washes whether or not their buyer has registered anywhere.",
  },
  {
    slug: "support-date",
    title: "Say on the label how long support lasts",
    shortTitle: "Support date",
    summary: "Beside the price stands the day until which parts and updates are promised.",
  },
  {
    slug: "take-back",
    title: "Take back what its maker switches off",
    shortTitle: "Take back",
    summary: "When a server is shut and the appliance with it, the shop that sold it refunds what was paid.",
  },
];

export const coSigners = [
  { name: "Society for Patient Machines", url: "https://patient-machines.example/", joinedDaysAgo: 96 },
  { name: "Kitchen Table Union", url: "https://kitchen-table.example/", joinedDaysAgo: 96 },
  { name: "جمعية أصحاب الغسالات", url: null, joinedDaysAgo: 90 },
  { name: "Repair Room Riverside", url: "https://repair-room.example/", joinedDaysAgo: 71 },
  { name: "Verein der Freunde des stillen Staubsaugers und verwandter Haushaltsgeräte", url: null, joinedDaysAgo: 40 },
];

export const letter = {
  number: 1,
  language: "en",
  title: "The kettle is ours",
  addressees: "seven shops that do not exist",
  summary:
    "A made-up letter to made-up shops, so that every page can be seen full: it asks them to sell appliances that work without an account, for as long as they promised.",
  bodyMarkdown: `
Dear shops,

Last winter a kettle asked one of us to accept new terms before it would boil. She pressed the button; there was tea. But the question stayed in the kitchen: whose kettle is it?

We bought these things from you. They heat, wash, cool and light, and nothing about that needs an account, a licence or a server in another country. Yet more and more of them stop when their maker tires of them.

We ask four things of each of you.

- **Endorse this letter in public.**
- **Sell only appliances that work without an account.** Let those who want the application have it. Let the others boil water.
- **Say on the label how long support lasts.** A date, beside the price.
- **Take back what its maker switches off.** You sold it; you are the one we know.

None of this is difficult. A good shop has always done most of it.

With regards from our kitchens
`.trim(),
  sourcesMarkdown: "This letter, its shops, its answers and its signers are invented. Any likeness is chance.",
};
