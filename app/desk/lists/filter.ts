import { z } from "zod";

export interface Option {
  value: string;
  word: string;
}

interface FilterWords {
  /** As it stands in the URL. */
  name: string;
  label: string;
  /** Filters that no index serves together with this one. The one that is named later in the definition gives way. */
  apart?: readonly string[];
  /** The order that its index brings with it. */
  sort?: string;
}

/** How a list can be narrowed. Options that live in the database are given as a question to it. */
export type Filter<Options = readonly Option[]> = FilterWords &
  (
    | { kind: "one of"; options: Options }
    | { kind: "text"; match: "exact" | "begins with"; max: number }
    | { kind: "yes or no"; yes: string; no: string }
    | { kind: "days" }
    /** A window of instants to the minute, in UTC: both minutes belong to it. */
    | { kind: "minutes" }
  );

/** What stands under which name in the URL: a filter by days or minutes has two, the others one. */
export function namesOf(filter: Pick<Filter, "kind" | "name">): string[] {
  return filter.kind === "days" || filter.kind === "minutes" ? [`${filter.name}-from`, `${filter.name}-until`] : [filter.name];
}

/** The values of one filter that can be understood, by their names, and whether some could not. */
export function readFilter(filter: Filter, params: URLSearchParams) {
  const typed = namesOf(filter).map((name) => [name, params.get(name)?.trim() ?? ""] as const).filter(([, value]) => value !== "");
  const schema = schemaOf(filter);
  const good = typed.flatMap(([name, value]) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return { values: Object.fromEntries(good), isBroken: good.length < typed.length };
}

function schemaOf(filter: Filter): z.ZodType<string> {
  if (filter.kind === "one of") return z.string().refine((value) => filter.options.some((option) => option.value === value));
  if (filter.kind === "yes or no") return z.enum(["yes", "no"]);
  if (filter.kind === "days") return z.iso.date().refine((day) => day >= "1900-01-01" && day < "2200-01-01");
  // As a browser's own field for it sends it.
  if (filter.kind === "minutes") return z.string().regex(/^(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d$/).refine((minute) => !Number.isNaN(Date.parse(`${minute}Z`)));
  return z.string().max(filter.max).refine((text) => !text.includes("\0"));
}

/** What a filter says once it is set, e.g. "Country: Germany". */
export function sayFilter(filter: Filter, values: Readonly<Record<string, string>>): string | undefined {
  const [value = "", until = ""] = namesOf(filter).map((name) => values[name] ?? "");
  if (value === "" && until === "") return undefined;
  if (filter.kind === "days" || filter.kind === "minutes") {
    return `${filter.label}: ${[value && `from ${value}`, until && `until ${until}`].filter(Boolean).join(" ").replaceAll("T", " ")}`;
  }
  if (filter.kind === "yes or no") return value === "yes" ? filter.yes : filter.no;
  if (filter.kind === "one of") return `${filter.label}: ${filter.options.find((option) => option.value === value)?.word ?? value}`;
  return filter.match === "exact" ? `${filter.label}: ${value}` : `${filter.label} begins with ${value}`;
}

/** The same for the log, which is kept for ever: without what was typed, for that may be somebody's name. */
export function sayFilterWithoutNames(filter: Filter, values: Readonly<Record<string, string>>): string | undefined {
  if (filter.kind !== "text") return sayFilter(filter, values);
  return values[filter.name] ? `${filter.label}: one that was typed` : undefined;
}
