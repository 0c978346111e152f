import qrcode from "qrcode";

/** Space around it, in modules, without which cameras do not find it. */
const QUIET = 4;

/** A QR code as the `d` of one SVG path: a square for each dark module. */
export function qrPath(text: string) {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: "L" });
  const squares = Array.from({ length: modules.size ** 2 }, (_, at) => at).filter((at) => modules.data[at]);
  const path = squares.map((at) => `M${(at % modules.size) + QUIET} ${Math.floor(at / modules.size) + QUIET}h1v1h-1z`).join("");
  return { path, size: modules.size + 2 * QUIET };
}
