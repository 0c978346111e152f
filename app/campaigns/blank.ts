/** What a campaign from nothing begins with: words that print as they stand, to be rewritten in the set-up. */
export const BLANK = {
  goal: 1_000,
  messageSubject: "Please answer our open letter",
  messageTemplate: `Dear {{ retailer }},

I am one of your customers, and I have signed the open letter “{{ letter_title }}”.
{% if own_words != "" %}
{{ own_words }}
{% endif %}
I ask you for the following:
{% for demand in demands %}
- {{ demand.title }}
{%- endfor %}

Please tell me what you already do, what you will do, and by when.

The letter, and what each retailer has answered so far:
{{ letter_url }}

Yours sincerely,
{{ signer }}, {{ country }}`,
  updatesConsentWording: "Mail me when a retailer answers. I can stop it at any time.",
  privacyContact: "",
};
