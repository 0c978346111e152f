import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { FilterView, ListView } from "#app/desk/lists/list-view.ts";

/** The filters as a form that asks by GET, so that what is shown has an address. */
export function DeskListFilters({ list }: { list: ListView }) {
  const isSet = list.chips.length > 0;
  return (
    <details className="desk-filters" open={isSet || undefined} name="filters">
      <summary>
        Filters {isSet && <span className="quiet number">({list.chips.length} set)</span>}
      </summary>
      <Form method="get" role="search" aria-label={`Filters of ${list.many}`}>
        {list.sort && <input type="hidden" name="sort" value={list.sort} />}
        <div className="desk-filter-fields">
          {list.filters.map((filter) => (
            <FilterFields key={filter.label} filter={filter} />
          ))}
          <button className="button button-quiet">Show</button>
        </div>
      </Form>
    </details>
  );
}

function FilterFields({ filter }: { filter: FilterView }) {
  const { kind, label, fields, options } = filter;
  const [first, second] = fields;
  if (!first) return null;
  if (kind === "days" || kind === "minutes") {
    const type = kind === "days" ? "date" : "datetime-local";
    return (
      <>
        <FilterField name={first.name} label={`${label} from`}>
          <input id={`filter-${first.name}`} type={type} name={first.name} defaultValue={first.value} />
        </FilterField>
        {second && (
          <FilterField name={second.name} label={`${label} until`}>
            <input id={`filter-${second.name}`} type={type} name={second.name} defaultValue={second.value} />
          </FilterField>
        )}
      </>
    );
  }
  return (
    <FilterField name={first.name} label={kind === "text" ? filter.hint : label}>
      {kind === "text" ? (
        <input id={`filter-${first.name}`} type="text" name={first.name} defaultValue={first.value} autoComplete="off" />
      ) : (
        <select id={`filter-${first.name}`} name={first.name} defaultValue={first.value}>
          <option value="">All</option>
          {options.map(({ value, word }) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
      )}
    </FilterField>
  );
}

function FilterField({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      {children}
    </div>
  );
}
