import { describe, expect, test } from "vitest";
import { checkTemplate } from "#app/messages/check-template.ts";
import { draftMessage, type TemplateVariables } from "#app/messages/template.ts";

const VARIABLES: TemplateVariables = {
  retailer: "Corner Shop", signer: "Ada Lovelace", country: "United Kingdom", own_words: "", letter_title: "Dear retailers",
  letter_url: "https://countersign.example/letters/dear-retailers", co_signer_count: 3,
  demands: [{ title: "Endorse", summary: "Say so." }, { title: "Drop", summary: "Take it off the shelf." }], standards: [],
};

function draft(body: string, variables: Partial<TemplateVariables> = {}) {
  return draftMessage({ subject: "To {{ retailer }}", body }, { ...VARIABLES, ...variables });
}

describe("a message as its signer first sees it", () => {
  test("names the retailer, the demands and the signer", () => {
    expect(draft("Dear {{ retailer }},\n{% for demand in demands %}- {{ demand.title }}\n{% endfor %}\n{{ signer }}")).toEqual({
      subject: "To Corner Shop", body: "Dear Corner Shop,\n- Endorse\n- Drop\n\nAda Lovelace",
    });
  });

  test("leaves no gap where no own words were written", () => {
    const template = "Dear {{ retailer }},\n\n{{ own_words }}\n\n{% if own_words %}I wrote this.{% else %}I signed.{% endif %}";
    expect(draft(template).body).toBe("Dear Corner Shop,\n\nI signed.");
    expect(draft(template, { own_words: "My kettle listens." }).body).toBe("Dear Corner Shop,\n\nMy kettle listens.\n\nI wrote this.");
  });

  test.each(["{{ letter_url }}", "{% assign x = 1 %}", "<script>", "{{ 'a' | append: 'b' }}"])("takes what people write as text: %s", (words) => {
    expect(draft("{{ own_words }}", { own_words: words }).body).toBe(words);
  });

  test("has a subject of one line, whatever a retailer is called", () => {
    expect(draft("x", { retailer: "Corner\r\nBcc: sam@example.org" }).subject).toBe("To Corner Bcc: sam@example.org");
  });
});

describe("a template", () => {
  test.each([
    ["a name that is not there", "{{ retailr }}", "undefined variable"],
    ["a filter that is not there", "{{ retailer | shout }}", "undefined filter"],
    ["a tag that is not there", "{% explode %}", 'tag "explode" not found'],
    ["what every object has", "{{ retailer.constructor.name }}", "undefined variable"],
    ["a file", "{% include '/etc/passwd' %}", "ENOENT"],
    ["a file, rendered", "{% render 'package.json' %}", "ENOENT"],
    ["a file, as a layout", "{% layout 'package.json' %}", "ENOENT"],
    ["more than a machine has", "{% for i in (1..100000000) %}x{% endfor %}", "memory alloc limit exceeded"],
  ])("that asks for %s throws", (_, body, reason) => {
    expect(() => draft(body)).toThrow(reason);
  });
});

describe("a template that is saved", () => {
  test.each(["{% for a in (1..9999) %}{% tablerow b in (1..9999) %}{% endtablerow %}{% endfor %}", "{% for a in (1..9999) %}{% for b in (1..9999) %}{% endfor %}{% endfor %}"])(
    "is refused in words when it would keep everybody waiting: %s",
    (body) => {
      expect(checkTemplate({ subject: "x", body: `${body}x` })).toEqual({ message_template: "Line 1: this takes too long to print. Leave out loops within loops." });
    },
  );
});
