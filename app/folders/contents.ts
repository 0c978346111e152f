const HOLDS: [pattern: RegExp, words: (match: RegExpExecArray) => string][] = [
  [/^README\.md$/, () => "What each file is, for whoever finds the folder"],
  [/^campaign\.json$/, () => "Name, address, goal, sender, privacy contact, retention, look, times"],
  [/^message\.liquid$/, () => "The message that a signer’s own begins as"],
  [/^letter\.([^.]+)\.md$/, ([, language = ""]) => `The letter in ${languageName(language)}`],
  [/^letter\.([^.]+)\.sources\.md$/, ([, language = ""]) => `Its sources in ${languageName(language)}`],
  [/^demands\//, () => "A demand, and why it is asked"],
  [/^retailers\.json$/, () => "Who is asked, with their addresses in the directory"],
  [/^co-signers\.json$/, () => "The organisations that signed"],
  [/^framework\.json$/, () => "The standards that the demands rest on"],
  [/^closing\.md$/, () => "What stands in the form’s place once it is closed"],
  [/^victory\.md$/, () => "What stands there when it is won"],
  [/^posts\//, () => "A post"],
  [/^press\.json$/, () => "Quotes with how they were permitted, contacts for the press, pictures"],
  [/^images\//, () => "A picture"],
];

/** What a file of a folder holds, in a few words. */
export function whatHolds(path: string): string {
  for (const [pattern, words] of HOLDS) {
    const match = pattern.exec(path);
    if (match) return words(match);
  }
  return "";
}

function languageName(language: string): string {
  return new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language;
}
