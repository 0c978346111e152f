export const letter = {
  number: 1,
  language: "en",
  title: "Before it goes on the shelf",
  addressees: "Target, Walmart, Best Buy and Amazon",
  datedOn: "2019-02-12",
  summary:
    "An open letter asks Target, Walmart, Best Buy and Amazon to hold every connected product they sell to five minimum standards of security and privacy: to endorse them in public, to vet products against them, and to drop the products that fail.",
  bodyMarkdown: `
Dear Target, Walmart, Best Buy and Amazon,

A thermostat, a doorbell, a watch for a child, a bear that talks: most of us meet the connected world in a shop, and we take a product home because a shop we know has chosen to sell it. That trust is worth a good deal to you. We are writing about what it should be worth to us.

Consider CloudPets. They were soft toys with a microphone and a speaker, made so that a child and a parent far away could send each other messages. In February 2017 it came out that the maker had left its database open to the internet: the accounts of more than 800,000 people, and some two million voice recordings that families had made for one another. The maker had been warned several times before it closed the door. By then strangers had been inside, and had held the data to ransom. Researchers also found that anyone within Bluetooth range could speak through the toy, or listen.

None of this took CloudPets out of the shops. More than a year later, tests commissioned by Mozilla found the old faults unmended, and the toys were still for sale. At the end of May 2018 three of you were asked in a letter to stop selling them. Within about a week they were gone from all three. A week had done what fifteen months had not.

So we know what a retailer can do. But it should not take a letter for each toy, and it cannot: by one estimate there will be ten billion connected devices in use by 2020. In November 2018 Mozilla, the Internet Society and Consumers International therefore set down five minimum standards, few enough to be checked before a product is listed.

1. **Encrypted communications.** Whatever the product sends or receives over a network can be neither read nor altered on the way.
2. **Security updates.** For a reasonable time after the sale it updates itself, by default and without effort, and installs only what it has verified.
3. **Strong passwords.** Where a password guards access from afar, a weak one is refused, and a default that many units share has to be changed at set-up.
4. **Vulnerability management.** The maker can be told of a weakness, and has a way of dealing with it for as long as the product lives.
5. **Privacy practices.** Before paying, the buyer can find a privacy policy, and understand it. It suits the person who will use the product, even when that person is six.

These are a floor. A product can meet all five and still be a poor one. A product that misses one puts its owner at a risk that cannot be seen from the box.

We ask three things of each of you:

- **Endorse the standards in public**, so that makers and customers know where you stand.
- **Vet every connected product against them** before you offer it.
- **Drop the products that fail.**

You would not knowingly sell a bear with a loose button for an eye. A bear that lets a stranger listen belongs in the same class.

Your customers cannot run these checks at the kitchen table. You can run them once, for all of us. Please tell us, in public, that you will.

Yours sincerely,

the undersigned
`.trim(),
  sourcesMarkdown: `
**These are our own words.** The letter of 12 February 2019 was published by Mozilla and signed by the organisations named with it. What you read here retells what it asked for, with the facts behind it; it does not quote it, and the organisations did not write or approve this wording. The third request, to drop the products that fail, follows the Internet Society's account of the letter.

- The letter as it was published: [Mozilla Foundation, Dear retailers](https://foundation.mozilla.org/en/campaigns/dear-retailers/)
- What it asks, who signed, the five standards: [Internet Society, 12 February 2019](https://www.internetsociety.org/blog/2019/02/do-you-want-privacy-with-that/); [SecurityWeek](https://www.securityweek.com/mozilla-others-want-big-retailers-pledge-minimum-iot-security); [Dark Reading](https://www.darkreading.com/iot/mozilla-internet-society-and-others-pressure-retailers-to-demand-secure-iot-products)
- The estimate of ten billion devices, quoted from the letter: [Communications Daily, 13 February 2019](https://communicationsdaily.com/article/2019/02/13/advocacy-organizations-pen-letter-to-retailers-urging-privacy-security-guidelines-1902120041)
- CloudPets: the open database, the warnings and the ransom ([CNET](https://www.cnet.com/news/privacy/amazon-will-stop-selling-connected-toy-cloud-pets-filled-with-security-issues/), [a copy of the BBC's report](https://gfmreview.com/technology/amazon-and-ebay-pull-cloudpets-smart-toys-from-sale)); the Bluetooth fault, the later tests and the request to three retailers ([Tom's Hardware](https://www.tomshardware.com/news/amazon-walmart-target-pull-insecure-cloudpets-toys,37210.html), [The Verge](https://www.theverge.com/circuitbreaker/2018/6/10/17442090/target-amazon-ebay-cloudpets-listing-removal-smart-toys))
`.trim(),
};
