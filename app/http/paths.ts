/** The only place that spells a URL of the house. */
export const paths = {
  home: () => "/",
  archive: () => "/archive",
  letterFrom: (slug: string, source: string) => `/letters/${slug}${query({ from: [source] })}`,
  /** A language only where it is not the campaign's main one: its own address shows that. */
  letter: (slug: string, language = "") => `/letters/${slug}${inLanguage(language)}`,
  sign: (slug: string, language = "") => `/letters/${slug}/sign${inLanguage(language)}`,
  checkInbox: (slug: string) => `/letters/${slug}/check-inbox`,
  chooseRetailers: (slug: string) => `/letters/${slug}/demands`,
  writeDemands: (slug: string, retailers: string[] = []) => `/letters/${slug}/demands/write${query({ to: retailers })}`,
  demandsSent: (slug: string, retailers: string[] = []) => `/letters/${slug}/demands/sent${query({ to: retailers })}`,
  openings: (slug: string) => `/letters/${slug}/demands/openings`,
  count: (slug: string) => `/letters/${slug}/count.json`,
  posts: (slug: string) => `/letters/${slug}/posts`,
  post: (slug: string, post: string) => `/letters/${slug}/posts/${post}`,
  postsFeed: (slug: string) => `/letters/${slug}/posts.atom`,
  press: (slug: string) => `/letters/${slug}/press`,
  scoreboard: (slug: string) => `/letters/${slug}/scoreboard`,
  askForMe: (slug: string) => `/letters/${slug}/my-page`,
  confirmation: (token: string) => `/signatures/${token}/confirm`,
  denial: (token: string) => `/signatures/${token}/deny`,
  me: (token: string) => `/me/${token}`,
  withdrawal: (token: string) => `/me/${token}/withdrawal`,
  myMessages: (token: string) => `/me/${token}/messages`,
  retailer: (slug: string) => `/retailers/${slug}`,
  howWeMail: () => "/about/mail",
  desk: () => "/organize",
  signIn: () => "/organize/sign-in",
  signInQuestion: () => "/organize/sign-in/question",
  signInLink: (token: string) => `/organize/sign-in/${token}`,
  signOut: () => "/organize/sign-out",
  secondStep: () => "/organize/second-step",
  proof: () => "/organize/proof",
  keptForm: (form: string) => `/organize/kept/${form}`,
  account: () => "/organize/account",
  accountSessions: () => "/organize/account/sessions",
  passkeys: () => "/organize/account/passkeys",
  passkeyQuestion: () => "/organize/account/passkeys/question",
  passkeyRemoval: () => "/organize/account/passkeys/removal",
  codeApp: () => "/organize/account/code-app",
  codeAppRemoval: () => "/organize/account/code-app/removal",
  deskCampaign: (slug: string) => `/organize/campaigns/${slug}`,
  deskState: (slug: string) => `/organize/campaigns/${slug}/state`,
  deskPause: (slug: string) => `/organize/campaigns/${slug}/state/pause`,
  deskClosing: (slug: string) => `/organize/campaigns/${slug}/state/closing`,
  deskSchedule: (slug: string) => `/organize/campaigns/${slug}/state/schedule`,
  deskEndMessages: (slug: string) => `/organize/campaigns/${slug}/state/messages`,
  deskPosts: (slug: string) => `/organize/campaigns/${slug}/posts`,
  deskNewPost: (slug: string) => `/organize/campaigns/${slug}/posts/new`,
  deskPost: (slug: string, post: string) => `/organize/campaigns/${slug}/posts/${post}`,
  deskPostPublication: (slug: string, post: string) => `/organize/campaigns/${slug}/posts/${post}/publication`,
  deskPress: (slug: string) => `/organize/campaigns/${slug}/press`,
  deskPressQuotes: (slug: string) => `/organize/campaigns/${slug}/press/quotes`,
  deskPressContacts: (slug: string) => `/organize/campaigns/${slug}/press/contacts`,
  deskPressImages: (slug: string) => `/organize/campaigns/${slug}/press/images`,
  newCampaign: () => "/organize/new",
  directory: (text = "") => `/organize/retailers${query({ q: text ? [text] : [] })}`,
  setUp: (slug: string) => `/organize/campaigns/${slug}/set-up`,
  setUpStep: (slug: string, step = "name") => `/organize/campaigns/${slug}/set-up/${step}`,
  setUpDemand: (slug: string, demand: string) => `/organize/campaigns/${slug}/set-up/demands/${demand}`,
  setUpLogo: (slug: string) => `/organize/campaigns/${slug}/set-up/logo`,
  setUpTestMessage: (slug: string) => `/organize/campaigns/${slug}/set-up/test-message`,
  deskMode: (slug: string) => `/organize/campaigns/${slug}/mode`,
  deskWaiting: (slug: string, kind: string) => `/organize/campaigns/${slug}/waiting/${kind}`,
  deskLinks: (slug: string) => `/organize/campaigns/${slug}/links`,
  deskTarget: (slug: string, retailer: string) => `/organize/campaigns/${slug}/targets/${retailer}`,
  deskContacts: (slug: string, retailer: string) => `/organize/campaigns/${slug}/targets/${retailer}/contacts`,
  deskNewResponse: (slug: string, retailer: string) => `/organize/campaigns/${slug}/targets/${retailer}/responses/new`,
  deskResponse: (slug: string, response: string) => `/organize/campaigns/${slug}/responses/${response}`,
  deskPublication: (slug: string, response: string) => `/organize/campaigns/${slug}/responses/${response}/publication`,
  deskSecondStep: (slug: string) => `/organize/campaigns/${slug}/second-step`,
  deskJobs: (slug: string, before = "") => `/organize/campaigns/${slug}/jobs${query({ before: before ? [before] : [] })}`,
  deskJob: (slug: string, job: string) => `/organize/campaigns/${slug}/jobs/${job}`,
  deskJobFile: (slug: string, job: string) => `/organize/campaigns/${slug}/jobs/${job}/file`,
  deskJobUndo: (slug: string, job: string) => `/organize/campaigns/${slug}/jobs/${job}/undo`,
  deskLetter: (slug: string) => `/organize/campaigns/${slug}/letter`,
  deskLetterIn: (slug: string, language: string, beside = "") =>
    `/organize/campaigns/${slug}/letter/${language}${query({ beside: beside ? [beside] : [] })}`,
  deskLetterSaved: (slug: string, language: string, { beside = "", revision = 0 } = {}) =>
    `/organize/campaigns/${slug}/letter/${language}${query({ beside: beside ? [beside] : [], saved: [String(revision)] })}`,
  deskLetterPreview: (slug: string, language: string) => `/organize/campaigns/${slug}/letter/${language}/preview`,
  deskLetterPage: (slug: string, language: string) => `/organize/campaigns/${slug}/letter/${language}/page`,
  deskLetterPublication: (slug: string, language: string) => `/organize/campaigns/${slug}/letter/${language}/publication`,
  deskLetterMain: (slug: string, language: string) => `/organize/campaigns/${slug}/letter/${language}/main`,
  deskLetterVersion: (slug: string, language: string, number: number | string) =>
    `/organize/campaigns/${slug}/letter/${language}/versions/${number}`,
  deskLetterComparison: (slug: string, language: string, from = "", to = "") =>
    `/organize/campaigns/${slug}/letter/${language}/comparison${query({ from: from ? [from] : [], to: to ? [to] : [] })}`,
  look: (accent: string) => `/looks/${accent.replace("#", "")}.css`,
  file: (hash: string) => `/files/${hash}`,
  deskFolder: (slug: string) => `/organize/campaigns/${slug}/folder`,
  deskFolderZip: (slug: string) => `/organize/campaigns/${slug}/folder.zip`,
  resendHook: () => "/hooks/resend",
  mailbox: () => "/dev/mail",
  mailboxMail: (id: string) => `/dev/mail/${id}`,
  mailboxHtml: (id: string) => `/dev/mail/${id}/html`,
  health: () => "/health",
};

/** Where in a scoreboard or retailer page one cell's evidence stands. */
export function cellAnchor(demandSlug: string) {
  return `demand-${demandSlug}`;
}

function inLanguage(language: string) {
  return query({ lang: language ? [language] : [] });
}

function query(values: Record<string, string[]>) {
  const pairs = Object.entries(values).flatMap(([name, list]) => list.map((value) => [name, value]));
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs).toString()}`;
}
