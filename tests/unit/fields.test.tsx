import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field } from "#app/components/field.tsx";

test("a refused field says why beside itself, keeps what was typed, and is where the summary leads", () => {
  const errors = { name: "Enter your name in letters." };
  const field = renderToStaticMarkup(<Field name="name" label="Your name" value="42" hint="As you sign." error={errors.name} />);
  expect(field).toContain('value="42"');
  expect(field).toContain('aria-invalid="true"');
  expect(field).toContain('aria-describedby="field-name-error field-name-hint"');
  expect(renderToStaticMarkup(<ErrorSummary errors={errors} />)).toContain('href="#field-name"');
});

test("what was typed never becomes markup", () => {
  expect(renderToStaticMarkup(<Field name="name" label="Your name" value={'"><script>'} />)).not.toContain("<script>");
});
