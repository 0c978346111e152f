/** The papers that a campaign's colour stands on; the same as in app/styles/tokens.css, which a test compares. */
export const PAPERS = {
  light: { paper: "#f4f3ee", raised: "#fcfbf8", ink: "#191816", onAccent: "#fffaf4" },
  dark: { paper: "#151412", raised: "#1e1c19", ink: "#ebe6db", onAccent: "#151412" },
} as const;

/** WCAG 2 AA for text of any size. */
const CONTRAST_MIN = 4.5;
const QUIET_SHARE = { light: 0.12, dark: 0.1 };

export type Scheme = keyof typeof PAPERS;

export interface Shades {
  accent: string;
  onAccent: string;
  accentQuiet: string;
}

type Linear = [number, number, number];

/** The contrast of two colours, from 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(linear(one)), luminance(linear(other))].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** How a colour reads on the papers of one scheme: the worst of them counts. */
export function contrastOn(scheme: Scheme, colour: string): number {
  const { paper, raised } = PAPERS[scheme];
  return Math.min(contrastOf(colour, paper), contrastOf(colour, raised));
}

export function canBeRead(scheme: Scheme, colour: string): boolean {
  return contrastOn(scheme, colour) >= CONTRAST_MIN;
}

/**
 * The shade nearest to a colour that can be read on the papers of one scheme: darker on light paper, lighter on dark.
 * No one colour can be read on both, so a campaign chooses that for light paper, and the other follows by this rule.
 */
export function nearestReadable(scheme: Scheme, colour: string): string {
  if (canBeRead(scheme, colour)) return colour;
  const toward: Linear = scheme === "light" ? [0, 0, 0] : [1, 1, 1];
  let [passes, fails] = [1, 0];
  for (let step = 0; step < 16; step += 1) {
    const middle = (passes + fails) / 2;
    if (canBeRead(scheme, spell(mix(linear(colour), toward, middle)))) passes = middle;
    else fails = middle;
  }
  return spell(mix(linear(colour), toward, passes));
}

/** What a campaign's colour becomes on light and on dark paper. */
export function shadesOf(scheme: Scheme, colour: string): Shades {
  const accent = nearestReadable(scheme, colour);
  const { paper, onAccent } = PAPERS[scheme];
  return { accent, onAccent, accentQuiet: spell(mix(linear(paper), linear(accent), QUIET_SHARE[scheme])) };
}

function mix(from: Linear, to: Linear, share: number): Linear {
  const channel = (position: 0 | 1 | 2) => from[position] + (to[position] - from[position]) * share;
  return [channel(0), channel(1), channel(2)];
}

function luminance([red, green, blue]: Linear) {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From "#rrggbb" to light: mixing is done there, where it keeps the hue. */
function linear(colour: string): Linear {
  const channel = (start: number) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function spell(light: Linear): string {
  const channel = (value: number) => {
    const curved = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(Math.min(1, Math.max(0, curved)) * 255).toString(16).padStart(2, "0");
  };
  return `#${light.map(channel).join("")}`;
}
