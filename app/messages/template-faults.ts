import { liquid, type TemplateVariables } from "./template.ts";

export interface TemplateFault {
  /** From 1. */
  line: number;
  message: string;
}

const EXAMPLE: TemplateVariables = {
  retailer: "Corner Shop",
  signer: "Ada Example",
  country: "United Kingdom",
  own_words: "",
  letter_title: "Dear retailers",
  letter_url: "https://letters.example/letters/dear-retailers",
  co_signer_count: 2,
  demands: [{ title: "Endorse the standards", summary: "In public." }],
  standards: [{ title: "Security updates", summary: "By default." }],
};

/** What a template may name, for whoever writes one. */
export const TEMPLATE_NAMES = Object.keys(EXAMPLE);

/** All that keeps a template from printing, with its lines: what it names and nobody knows, and where its Liquid ends wrongly. */
export function faultsInTemplate(text: string): TemplateFault[] {
  try {
    const unknown = namesIn(text).filter(({ name }) => !TEMPLATE_NAMES.includes(name));
    if (unknown.length > 0) {
      return unknown.map(({ name, line }) => ({ line, message: `A message knows no “${name}”. It knows ${TEMPLATE_NAMES.join(", ")}.` }));
    }
    // Both branches of a condition on what the signer wrote.
    for (const own_words of ["", "Please do."]) liquid.parseAndRenderSync(text, { ...EXAMPLE, own_words });
    return [];
  } catch (error) {
    return [faultOf(error)];
  }
}

function namesIn(text: string) {
  const { globals } = liquid.analyzeSync(liquid.parse(text), { partials: false });
  return Object.entries(globals).flatMap(([name, uses]) => uses.map(({ location }) => ({ name, line: location.row })));
}

/** Liquid says where at the end of its sentence: "tag "bad" not found, line:2, col:3". */
function faultOf(error: unknown): TemplateFault {
  const said = error instanceof Error ? error.message : "";
  const [, words = said, line = "1"] = said.match(/^(.*?), line:(\d+), col:\d+/s) ?? [];
  return { line: Number(line), message: `The template cannot be printed: ${words.split("\n", 1)[0]}.` };
}
