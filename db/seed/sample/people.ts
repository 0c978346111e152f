const GIVEN =
  "Ada,Grace,Sam,Amira,Bohumil,Chidi,Dagny,Ewa,Farid,Giulia,Hana,Ingrid,Jun,Kaveh,Lerato,Mateo,Nguyệt,Oksana,Priya,Quentin,Rosa,Søren,Tomáš,Uma,Vasil,Wanjiru,Xiomara,Yusuf,Zeynep,Åsa,José,Zoë,Παναγιώτης,Ελένη,Оксана,Дмитро,李,美咲,민준,عائشة,יעל,अनन्या,สมชาย,Maximiliana-Konstanze".split(
    ",",
  );
const FAMILY =
  "Almeida,Bakker,Černá,Dubois,Eze,Fernández,García Márquez,Hughes,Ibrahim,Jansson,Kovač,Lindqvist,Mbeki,Novák,O’Brien,Popescu,Quiroga,Rossi,Şahin,Tanaka,Ünal,van der Berg,Weiß,Xu,Yılmaz,Zamora,Παπαδοπούλου,Шевченко,小龍,佐藤,حسن,כהן,शर्मा".split(",");
const COUNTRIES = ["GB", "GB", "GB", "DE", "DE", "US", "US", "FR", "CZ", "ES", "IT", "NL", "PL", "SE", "IN", "JP", "BR", "AE", "GR", "UA", "VN", "NZ"];
const COMMENTS = [
  "My washing machine asked for my date of birth.",
  "I repair toasters. Please let me.",
  "The lamp in the hall went dark when the company did.",
  "My mother cannot and should not need a telephone to dry her clothes.",
  "I paid for it. It is on my counter. It is mine.",
  "Three applications for one kitchen are three too many.",
  "The old one lasted twenty-six years.",
  "Je veux une bouilloire, pas un abonnement.",
  "Ein Staubsauger muss nicht wissen, wo ich wohne. Er fährt ja hin.",
  "أريد غسالة تغسل فقط.",
];

/** Numbers between 0 and 1 that look random and are the same every time (mulberry32). */
export function diceOf(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<Item>(dice: () => number, items: readonly Item[]): Item {
  const item = items[Math.floor(dice() * items.length)];
  if (item === undefined) throw new Error("There is nothing to pick from.");
  return item;
}

/** Somebody who does not exist, with an address that nobody can have. */
export function inventSigner(dice: () => number, number: number) {
  const email = `signer-${number}@example.org`;
  return {
    name: `${pick(dice, GIVEN)} ${pick(dice, FAMILY)}`,
    email,
    canonicalEmail: email,
    country: pick(dice, COUNTRIES),
    comment: dice() < 0.12 ? pick(dice, COMMENTS) : null,
    isNameShown: dice() < 0.6,
  };
}
