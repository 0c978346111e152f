/** For every answer of the house. */
export const SECURITY_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  // Links with tokens stay in the house; and forms of ours keep their Origin, which `no-referrer` would take away.
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
} as const;

const PUBLIC_POLICY = {
  "default-src": "'none'",
  "style-src": "'self'",
  "script-src": "'self'",
  "font-src": "'self'",
  "img-src": "'self' data:",
  "connect-src": "'self'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
  "base-uri": "'none'",
};

/** For pages with no script but our own small files. */
export function publicContentPolicy() {
  return spell(PUBLIC_POLICY);
}

/** For the desk, where Remix's own inline scripts carry the nonce of their page. */
export function deskContentPolicy(nonce: string) {
  return spell({ ...PUBLIC_POLICY, "script-src": `'self' 'nonce-${nonce}'` });
}

/** For the form that ends in the signer's own mail program: a form's policy also covers where it redirects to. */
export function composeContentPolicy() {
  const composers = "'self' mailto: https://mail.google.com https://outlook.live.com";
  return spell({ ...PUBLIC_POLICY, "form-action": composers });
}

/** For the page that shows a mail as it was printed, in a frame of ours. */
export function mailboxContentPolicy() {
  return spell({ ...PUBLIC_POLICY, "frame-src": "'self'" });
}

/** Links of a framed mail open in a window of their own; nothing in it runs. */
export const FRAME_SANDBOX = "allow-popups allow-popups-to-escape-sandbox";

/** For that frame: a mail brings its styles inline, and nothing else of it may run. */
export function framedMailHeaders() {
  return {
    "X-Frame-Options": "SAMEORIGIN",
    "Content-Security-Policy": `default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox ${FRAME_SANDBOX}`,
  };
}

function spell(policy: Record<string, string>) {
  return Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join("; ");
}

/** For what is named by its content, and so never changes. */
export const FOREVER = "public, max-age=31536000, immutable";
