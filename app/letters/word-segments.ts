/** At a space where there is one. V8 takes the square of the length of what it segments. */
const PIECES = /[\s\S]{1,1000}(?:\s|$)|[\s\S]{1,1000}/g;

/** A text parted into words and what stands between them, as the language parts them; joined, it is the text again. */
export function wordSegments(text: string, language: string): { segment: string; isWord: boolean }[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  return (text.match(PIECES) ?? []).flatMap((piece) =>
    Array.from(segmenter.segment(piece), ({ segment, isWordLike }) => ({ segment, isWord: isWordLike === true })),
  );
}
