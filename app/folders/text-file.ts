/** A file's text: UTF-8, without the mark that some editors put first, its lines ended by LF alone. */
export function textOf(bytes: Uint8Array): { ok: true; text: string } | { ok: false; line: number } {
  const text = decode(bytes);
  if (text !== undefined) return { ok: true, text: asInFile(text) };
  return { ok: false, line: lineOfFault(bytes) };
}

/** Windows ends lines by CRLF and puts a mark first, and git changes one into the other: a text is the same with either. */
export function asInFile(text: string): string {
  return text.replace(/^\ufeff+/, "").replace(/\r\n?/g, "\n");
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function lineOfFault(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    if (decode(bytes.subarray(start, end)) === undefined) return line;
    line += 1;
    start = end + 1;
  }
  return line;
}
