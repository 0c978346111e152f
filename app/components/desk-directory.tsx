import { Form } from "@remix-run/react";
import { countryName } from "#app/signatures/countries.ts";
import { fieldId } from "./field.tsx";

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
      <div className="field">
        <label htmlFor={fieldId("q")}>A part of the name or website</label>
        <input id={fieldId("q")} name="q" type="search" defaultValue={text} />
      </div>
      <button className="button button-quiet">Look</button>
    </Form>
  );
}

/** For loaders: browsers know some countries by another name than the house, and would draw the page anew. */
export function directoryWords({ country, websiteUrl, contacts }: DirectoryRow) {
  const website = websiteUrl === null ? [] : [new URL(websiteUrl).host];
  const addresses = contacts === 1 ? "1 address" : `${contacts} addresses`;
  return [countryName(country, "en"), ...website, contacts === 0 ? "no address" : addresses].join(", ");
}
