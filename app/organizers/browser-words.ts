/** In order: many browsers also name those that they descend from. */
const BROWSERS: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\b(OPR|OPiOS)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const SYSTEMS: [RegExp, string][] = [
  [/\biPad\b/, "an iPad"],
  [/\biPhone\b/, "an iPhone"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "a Mac"],
  [/\bLinux\b/, "Linux"],
];

/** What a browser calls itself, in a few words: "Firefox on Android". Enough for its owner to know it again. */
export function browserWords(userAgent: string | null): string {
  const browser = find(BROWSERS, userAgent ?? "") ?? "A browser";
  const system = find(SYSTEMS, userAgent ?? "");
  return system ? `${browser} on ${system}` : browser;
}

function find(words: [RegExp, string][], userAgent: string) {
  return words.find(([sign]) => sign.test(userAgent))?.[1];
}
