import { Form } from "@remix-run/react";
import { countryName } from "#app/signatures/countries.ts";
import { Field } from "./field.tsx";

export interface DirectoryRow {
  slug: string;
  name: string;
  country: string;
  websiteUrl: string | null;
  contacts: number;
}

/** Looks into the shared directory; a GET, so that what was found has an address. */
export function DirectorySearch({ text }: { text: string }) {
  return (
    <Form method="get" className="set-up-search" role="search">
      <Field name="q" label="Look in the directory" hint="A part of the name or website." value={text} type="search" isOptional />
      <button className="button button-quiet">Look</button>
    </Form>
  );
}

export function directoryWords({ country, websiteUrl, contacts }: DirectoryRow) {
  const website = websiteUrl === null ? [] : [new URL(websiteUrl).host];
  const addresses = contacts === 1 ? "1 address" : `${contacts} addresses`;
  return [countryName(country, "en"), ...website, contacts === 0 ? "no address" : addresses].join(", ");
}
