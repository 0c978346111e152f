import { Form } from "@remix-run/react";
import { FIELDS } from "#app/desk/imports/columns.ts";
import { columnField, type Mapping } from "#app/desk/imports/mapping.ts";
import type { Refill } from "#app/http/form.ts";
import { DeskButton } from "./desk-button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { SelectField, TextField } from "./field.tsx";

interface ImportColumnsProps {
  header: string[];
  rows: string[][];
  mapping: Mapping;
  countries: { code: string; name: string }[];
  newId: string;
  answer: Refill | undefined;
  isAgain: boolean;
}

/** The first rows of the file, and which column is what. */
export function ImportColumns({ header, rows, mapping, countries, newId, answer, isAgain }: ImportColumnsProps) {
  const { errors = {}, typed } = answer ?? {};
  const words = (name: string, now: string) => ({ name, error: errors[name], value: typed ? typed[name] : now });
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">{isAgain ? "Change the columns" : "Say what its columns are"}</h2>
      <FirstRows header={header} rows={rows} />
      <Form method="post" className="fields" noValidate>
        <ErrorSummary errors={errors} />
        <input type="hidden" name="job" value={newId} />
        <div className="desk-fields-row">
          {FIELDS.map(({ name, label }) => (
            <SelectField key={name} {...words(columnField(name), String(mapping.columns[name] ?? ""))} label={label} isOptional={name !== "email"}>
              <option value="">No column</option>
              {header.map((head, column) => (
                <option key={column} value={column}>
                  {head || `Column ${column + 1}`}
                </option>
              ))}
            </SelectField>
          ))}
          <SelectField {...words("country", mapping.country)} label="Country of rows that name none" isOptional>
            <option value="">None: such rows are faulty</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField {...words("dates", mapping.dates)} label="Dates like 03/04/2026" hint="Dates like 2026-04-03 and 3.4.2026 are understood in any case.">
            <option value="day first">3 April: the day is first</option>
            <option value="month first">4 March: the month is first</option>
          </SelectField>
        </div>
        <TextField {...words("wording", mapping.wording)} label="What those who want updates agreed to" rows={2} isOptional hint="Only with a column of wishes for updates: the sentence as it stood beside the box. It is kept with each consent." />
        <p className="quiet">Without a column “Name may be shown” all names are hidden. The rules for names, addresses and comments are those of the sign form.</p>
        <div className="actions">
          <DeskButton busy="Asking…" isQuiet={isAgain}>
            {isAgain ? "Repeat the dry run" : "Start the dry run"}
          </DeskButton>
        </div>
      </Form>
    </section>
  );
}

function FirstRows({ header, rows }: Pick<ImportColumnsProps, "header" | "rows">) {
  if (rows.length === 0) return <p>The file has a row of heads, and no row below it.</p>;
  return (
    <div className="desk-wide" role="region" aria-label="The first rows of the file" tabIndex={0}>
      <table className="desk-table">
        <caption className="unseen">The first rows of the file</caption>
        <thead>
          <tr>
            {header.map((head, column) => (
              <th key={column} scope="col">
                <bdi>{head || `Column ${column + 1}`}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {header.map((_, column) => (
                <td key={column}>
                  <bdi>{cells[column]}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
