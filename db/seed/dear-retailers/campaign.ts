export const campaign = {
  slug: "dear-retailers",
  name: "Dear retailers",
  goal: 10_000,
  privacyContact: "privacy@countersign.example",
  updatesConsentWording: "Mail me when a retailer answers. I can stop it at any time.",
  messageSubject: "Please answer the open letter on connected products",
  messageTemplate: `
Dear {{ retailer }},

I am one of your customers, and I have signed “{{ letter_title }}”, which repeats what {{ co_signer_count }} organisations asked of you in an open letter.
{% if own_words != "" %}
{{ own_words }}
{% endif %}
I ask you to do {{ demands.size }} things, and to say in public that you will:
{% for demand in demands %}
- {{ demand.title }}
{%- endfor %}

The standards are five, and few enough to be checked before a product is listed:
{% for standard in standards %}
- {{ standard.title }}
{%- endfor %}

You choose what stands on your shelf; I cannot test it at my kitchen table. Please tell me what you already do, what you will do, and by when.

The letter, and what each retailer has answered so far:
{{ letter_url }}

Yours sincerely,
{{ signer }}, {{ country }}
`.trim(),
};

export const demands = [
  {
    slug: "endorse",
    title: "Endorse the five standards in public",
    shortTitle: "Endorse",
    summary: "Say where customers and makers can read it that connected products should meet all five.",
  },
  {
    slug: "vet",
    title: "Vet every connected product against them",
    shortTitle: "Vet",
    summary: "Check each product against the five standards before it is offered for sale.",
  },
  {
    slug: "drop",
    title: "Drop the products that fail",
    shortTitle: "Drop",
    summary: "Take a product that does not meet them off the shelf and the site until it does.",
  },
];
