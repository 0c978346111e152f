import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SignForm } from "#app/components/sign-form.tsx";

const LETTER = { language: "en", number: 1 };
const QUESTION = { token: "a.b.c", text: "Write this number in digits: four hundred and seventeen." };

function drawn(given: Partial<Parameters<typeof SignForm>[0]> = {}, asksForProof = true) {
  const campaign = { slug: "dear-retailers", language: "en", updatesConsentWording: "Tell me what happens.", asksForProof };
  return renderToStaticMarkup(<SignForm campaign={campaign} letter={LETTER} {...given} />);
}

test("the field for machines is on every form, empty, out of the way of keys and of what is read aloud", () => {
  const refill = { errors: { name: "Enter your name." }, typed: { subject: "Cheap pills" } };
  for (const form of [drawn({}, false), drawn(), drawn({ question: QUESTION, refill })]) {
    const [input = ""] = form.match(/<input[^>]*name="subject"[^>]*>/) ?? [];
    expect(input).toContain('tabindex="-1"');
    expect(input).toMatch(/autocomplete="off"/i);
    expect(input).not.toContain("value=");
    expect(form).toMatch(/<div[^>]*aria-hidden="true"[^>]*><label[^>]*>Leave this empty/);
  }
});

test("a campaign that asks for no proof has nothing of it on its form", () => {
  expect(drawn({}, false)).not.toMatch(/<script[^>]*proof|data-challenge|name="proof"|data-proof-state/);
});

test("a campaign that asks for proof has its script, or the question that was asked in its place", () => {
  expect(drawn()).toMatch(/data-challenge="\/letters\/dear-retailers\/challenge"/);
  expect(drawn()).toMatch(/<script type="module" src="[^"]*proof/);
  const asked = drawn({ question: QUESTION, refill: { errors: { answer: "That was not the answer." }, typed: { answer: "" } } });
  expect(asked).not.toMatch(/<script[^>]*proof|data-challenge/);
  expect(asked).toMatch(/<input type="hidden" name="question" value="a.b.c"\/>/);
  expect(asked).toMatch(/<label for="field-answer">Write this number in digits: four hundred and seventeen.<\/label>/);
});

test("the preview at the desk looks the same, calculates nothing and sends nothing", () => {
  expect(drawn({ isPreview: true })).toMatch(/<form[^>]*method="dialog"/);
  expect(drawn({ isPreview: true })).not.toMatch(/<script|data-challenge/);
  expect(drawn({ isPreview: true })).toContain("To keep machines out");
});
