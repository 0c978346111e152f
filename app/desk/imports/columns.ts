/** What a column can be. The words are how other petitions and spreadsheets call it, folded as `fold` has them. */
export const FIELDS = [
  { name: "name", label: "Name", words: ["name", "fullname", "signer", "signatory", "supporter", "nom complet", "nombre completo", "unterzeichner"] },
  { name: "first", label: "First name", words: ["firstname", "givenname", "forename", "first", "vorname", "prenom", "nombre", "nome", "voornaam"] },
  { name: "last", label: "Last name", words: ["lastname", "surname", "familyname", "last", "nachname", "familienname", "nom", "apellido", "apellidos", "cognome", "achternaam"] },
  { name: "email", label: "E-mail", words: ["email", "emailaddress", "mail", "mailaddress", "address email", "correo", "correoelectronico", "courriel", "emailadresse", "adresseemail"] },
  { name: "country", label: "Country", words: ["country", "countrycode", "nation", "land", "pays", "pais", "paese"] },
  { name: "postcode", label: "Postcode", words: ["postcode", "postalcode", "zip", "zipcode", "plz", "postleitzahl", "codepostal", "codigopostal", "cap"] },
  { name: "comment", label: "Comment", words: ["comment", "comments", "message", "reason", "why", "kommentar", "commentaire", "comentario", "commento"] },
  { name: "shown", label: "Name may be shown", words: ["showname", "nameshown", "public", "displayname", "ispublic", "visible", "display", "showmyname"] },
  { name: "consent", label: "Wants updates", words: ["updates", "consent", "optin", "newsletter", "subscribe", "subscribed", "emailoptin", "gdpr", "wantsupdates"] },
  { name: "signedAt", label: "Signed on", words: ["signedat", "signedon", "signed", "date", "datesigned", "timestamp", "createdat", "created", "submittedat", "datum", "fecha", "signaturedate"] },
] as const;

export type FieldName = (typeof FIELDS)[number]["name"];

/** For each field the column that seems to be it, by its head; none is taken twice. */
export function guessColumns(header: readonly string[]): Partial<Record<FieldName, number>> {
  const heads = header.map(fold);
  const guessed: Partial<Record<FieldName, number>> = {};
  for (const { name, words } of FIELDS) {
    const known = words.map(fold);
    const at = heads.findIndex((head, column) => known.includes(head) && !Object.values(guessed).includes(column));
    if (at !== -1) guessed[name] = at;
  }
  // "Nombre" beside "Apellidos" is a first name; alone it is the whole.
  if (guessed.name === undefined && guessed.first !== undefined && guessed.last === undefined) {
    return { ...without(guessed, "first"), name: guessed.first };
  }
  if (guessed.name === undefined && guessed.last !== undefined && guessed.first === undefined) {
    return { ...without(guessed, "last"), name: guessed.last };
  }
  return guessed;
}

function without(guessed: Partial<Record<FieldName, number>>, left: FieldName) {
  return Object.fromEntries(Object.entries(guessed).filter(([name]) => name !== left));
}

/** "E-Mail Address", "email_address" and "EMAILADDRESS" are one. */
function fold(text: string) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
