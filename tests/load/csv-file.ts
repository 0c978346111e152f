import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const ROWS_A_CHUNK = 1_000;
const COUNTRIES = ["GB", "DE", "Spain", "United States", "NL"];

/** A file of so many people, about a hundred bytes each, as another petition would export it. */
export async function writePeople(path: string, rows: number) {
  await pipeline(Readable.from(chunks(rows)), createWriteStream(path));
}

function* chunks(rows: number) {
  yield "Name,E-mail,Country,Postcode,Comment,Show name,Updates,Signed on\n";
  for (let from = 0; from < rows; from += ROWS_A_CHUNK) {
    yield Array.from({ length: Math.min(ROWS_A_CHUNK, rows - from) }, (_, index) => person(from + index)).join("");
  }
}

function person(number: number) {
  const comment = number % 5 === 0 ? `"Safe, please: the ${number}th."` : "";
  const day = String(1 + (number % 28)).padStart(2, "0");
  return `Ada Lovelace ${"abcdefghij"[number % 10]},ada.${number}@example-${number % 997}.org,${COUNTRIES[number % COUNTRIES.length]},AB${number % 99} 2CD,${comment},${number % 2 ? "yes" : "no"},${number % 3 ? "no" : "yes"},2025-0${1 + (number % 9)}-${day} 12:00\n`;
}
