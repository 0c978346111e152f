import { canBeRead, contrastOn, PAPERS, type Scheme, shadesOf } from "#app/campaigns/accent.ts";

/** A colour as it stands on light and on dark paper. Drawn, for our policy allows no inline style. */
export function AccentSwatch({ colour }: { colour: string }) {
  if (!/^#[0-9a-f]{6}$/.test(colour)) return null;
  return (
    <div className="accent-swatches">
      <Paper scheme="light" colour={colour} />
      <Paper scheme="dark" colour={colour} />
    </div>
  );
}

const CHANGED: Record<Scheme, string> = {
  light: "Your colour is too light here; this is the nearest that can be read.",
  dark: "Lightened, so that it can be read.",
};

function Paper({ scheme, colour }: { scheme: Scheme; colour: string }) {
  const shades = shadesOf(scheme, colour);
  const { paper, ink } = PAPERS[scheme];
  const ratio = contrastOn(scheme, shades.accent).toFixed(1);
  return (
    <figure>
      <svg viewBox="0 0 280 104" role="img" aria-label={`${shades.accent} on ${scheme} paper`}>
        <rect width="280" height="104" fill={paper} />
        <rect x="16" y="16" width="132" height="40" rx="2" fill={shades.accent} />
        <text x="82" y="41" fontSize="14" fontWeight="600" textAnchor="middle" fill={shades.onAccent}>
          Sign the letter
        </text>
        <text x="166" y="41" fontSize="22" fontWeight="600" fill={shades.accent}>
          1,234
        </text>
        <rect x="16" y="68" width="248" height="22" fill={shades.accentQuiet} />
        <text x="26" y="84" fontSize="13" fill={ink}>
          Words on the quiet shade
        </text>
      </svg>
      <figcaption className="field-hint">
        {scheme === "light" ? "Light" : "Dark"} paper: {shades.accent}, contrast {ratio} : 1.{shades.accent !== colour && ` ${CHANGED[scheme]}`}
      </figcaption>
    </figure>
  );
}

/** What to offer in its place; undefined for a colour that needs nothing. */
export function suggestionFor(colour: string): string | undefined {
  if (!/^#[0-9a-f]{6}$/.test(colour) || canBeRead("light", colour)) return undefined;
  return shadesOf("light", colour).accent;
}
