/** The words around a letter: one language for now, whichever language the letter itself is in. */
export const INTERFACE_LANGUAGE = "en";

/** BCP 47 tags that a letter can be written in, with the language's own name and its English one, by the English one. */
const LANGUAGES = [
  ["af", "Afrikaans", "Afrikaans"], ["sq", "Shqip", "Albanian"], ["am", "አማርኛ", "Amharic"], ["ar", "العربية", "Arabic"],
  ["hy", "Հայերեն", "Armenian"], ["az", "Azərbaycanca", "Azerbaijani"], ["eu", "Euskara", "Basque"], ["be", "Беларуская", "Belarusian"],
  ["bn", "বাংলা", "Bengali"], ["bs", "Bosanski", "Bosnian"], ["bg", "Български", "Bulgarian"], ["ca", "Català", "Catalan"],
  ["zh-Hans", "简体中文", "Chinese, simplified"], ["zh-Hant", "繁體中文", "Chinese, traditional"], ["hr", "Hrvatski", "Croatian"],
  ["cs", "Čeština", "Czech"], ["da", "Dansk", "Danish"], ["nl", "Nederlands", "Dutch"], ["en", "English", "English"],
  ["eo", "Esperanto", "Esperanto"], ["et", "Eesti", "Estonian"], ["fil", "Filipino", "Filipino"], ["fi", "Suomi", "Finnish"],
  ["fr", "Français", "French"], ["gl", "Galego", "Galician"], ["ka", "ქართული", "Georgian"], ["de", "Deutsch", "German"],
  ["el", "Ελληνικά", "Greek"], ["gu", "ગુજરાતી", "Gujarati"], ["ha", "Hausa", "Hausa"], ["he", "עברית", "Hebrew"],
  ["hi", "हिन्दी", "Hindi"], ["hu", "Magyar", "Hungarian"], ["is", "Íslenska", "Icelandic"], ["id", "Bahasa Indonesia", "Indonesian"],
  ["ga", "Gaeilge", "Irish"], ["it", "Italiano", "Italian"], ["ja", "日本語", "Japanese"], ["kk", "Қазақша", "Kazakh"],
  ["km", "ខ្មែរ", "Khmer"], ["ko", "한국어", "Korean"], ["ku", "Kurdî", "Kurdish, Kurmanji"], ["ckb", "کوردیی ناوەندی", "Kurdish, Sorani"],
  ["lv", "Latviešu", "Latvian"], ["lt", "Lietuvių", "Lithuanian"], ["lb", "Lëtzebuergesch", "Luxembourgish"],
  ["mk", "Македонски", "Macedonian"], ["ms", "Bahasa Melayu", "Malay"], ["ml", "മലയാളം", "Malayalam"], ["mt", "Malti", "Maltese"],
  ["mr", "मराठी", "Marathi"], ["mn", "Монгол", "Mongolian"], ["ne", "नेपाली", "Nepali"], ["nb", "Norsk bokmål", "Norwegian Bokmål"],
  ["nn", "Nynorsk", "Norwegian Nynorsk"], ["ps", "پښتو", "Pashto"], ["fa", "فارسی", "Persian"], ["pl", "Polski", "Polish"],
  ["pt-BR", "Português (Brasil)", "Portuguese, Brazil"], ["pt-PT", "Português (Portugal)", "Portuguese, Portugal"],
  ["pa", "ਪੰਜਾਬੀ", "Punjabi"], ["ro", "Română", "Romanian"], ["ru", "Русский", "Russian"], ["gd", "Gàidhlig", "Scottish Gaelic"],
  ["sr", "Српски", "Serbian"], ["si", "සිංහල", "Sinhala"], ["sk", "Slovenčina", "Slovak"], ["sl", "Slovenščina", "Slovenian"],
  ["so", "Soomaali", "Somali"], ["es", "Español", "Spanish"], ["sw", "Kiswahili", "Swahili"], ["sv", "Svenska", "Swedish"],
  ["ta", "தமிழ்", "Tamil"], ["te", "తెలుగు", "Telugu"], ["th", "ไทย", "Thai"], ["ti", "ትግርኛ", "Tigrinya"], ["tr", "Türkçe", "Turkish"],
  ["uk", "Українська", "Ukrainian"], ["ur", "اردو", "Urdu"], ["uz", "Oʻzbekcha", "Uzbek"], ["vi", "Tiếng Việt", "Vietnamese"],
  ["cy", "Cymraeg", "Welsh"], ["yi", "ייִדיש", "Yiddish"], ["yo", "Yorùbá", "Yoruba"], ["zu", "IsiZulu", "Zulu"],
] as const;

const RIGHT_TO_LEFT = new Set(["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);
const NAMES = new Map<string, { native: string; english: string }>(LANGUAGES.map(([tag, native, english]) => [tag, { native, english }]));

/** In the order of their English names. Whatever takes a letter's language from outside takes one of these. */
export const LETTER_LANGUAGES: readonly string[] = LANGUAGES.map(([tag]) => tag);

export function isLetterLanguage(tag: string): boolean {
  return NAMES.has(tag);
}

/** As its readers call it. */
export function nativeName(tag: string): string {
  return NAMES.get(tag)?.native ?? tag;
}

/** As the desk calls it. */
export function englishName(tag: string): string {
  return NAMES.get(tag)?.english ?? tag;
}

export function directionOf(tag: string): "ltr" | "rtl" {
  const [primary = tag] = tag.split("-");
  return RIGHT_TO_LEFT.has(primary) ? "rtl" : "ltr";
}

/** Marks a part of a page as being in this language. */
export function spokenIn(tag: string) {
  return { lang: tag, dir: directionOf(tag) };
}
