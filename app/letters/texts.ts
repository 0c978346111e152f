/** A version as far as it tells which text it belongs to. */
export interface VersionMark {
  id: string;
  language: string;
  number: number;
  isMaterial: boolean;
}

/**
 * Versions that differ in spelling only are one text; a material one begins the next. Each language has its own: a
 * change concerns whoever signed in that language, and in another one from when it is published there too.
 */
export function newestChange<Version extends VersionMark>(versions: readonly Version[], language: string): Version | undefined {
  const changes = versions.filter((version) => version.isMaterial && version.language === language);
  return changes.toSorted((one, other) => other.number - one.number)[0];
}

/** The versions whose text says something else than today's in their language. */
export function versionsOfEarlierTexts<Version extends VersionMark>(versions: readonly Version[]): Version[] {
  return versions.filter(({ language, number }) => number < (newestChange(versions, language)?.number ?? 0));
}
