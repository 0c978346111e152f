import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readTrust } from "./trust-proxy.ts";

const optional = z.string().trim().min(1).optional();

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().default(".data"),
  SESSION_SECRET: z.string().min(32, "needs at least 32 characters").optional(),
  RESEND_API_KEY: optional,
  RESEND_BASE_URL: z.url().optional(),
  RESEND_WEBHOOK_SECRET: z.string().regex(/^whsec_/, "starts with whsec_").optional(),
  MAIL_FROM: z.email().optional(),
  MAIL_REPLY_DOMAIN: optional,
  MAIL_RATE_PER_SECOND: z.coerce.number().positive().max(100).default(2),
  ROLE: z.enum(["all", "web", "worker"]).default("all"),
  ORGANIZER_EMAIL: z.email().default("organizer@countersign.example"),
  SEED_SAMPLE: z.enum(["yes", "no"]).optional(),
  TRUST_PROXY: z.string().trim().transform(readProxies).optional(),
});

/** Told to the operator as one sentence; never a stack. */
export class SettingError extends Error {
  override name = "SettingError";
}

/**
 * Reads the settings, with safe local defaults. A public APP_URL asks for its own secrets.
 * @throws SettingError naming the variable that is missing or wrong.
 */
export function readEnv(source: Record<string, string | undefined>) {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(filled);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new SettingError(`${issue?.path.join(".")} in the environment is not usable: ${issue?.message}.`);
  }
  const settings = parsed.data;
  const appUrl = (settings.APP_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, "");
  const isPublic = !isLocal(new URL(appUrl).hostname);
  if (isPublic) requireSecrets(settings);
  return {
    ...settings,
    APP_URL: appUrl,
    isPublic,
    isSecure: appUrl.startsWith("https:"),
    MAIL_FROM: settings.MAIL_FROM ?? "letters@countersign.example",
    SESSION_SECRET: settings.SESSION_SECRET ?? localSecret(settings.DATA_DIR),
    seedsSample: settings.SEED_SAMPLE ? settings.SEED_SAMPLE === "yes" : !isPublic,
  };
}

function isLocal(hostname: string) {
  return hostname === "localhost" || hostname.endsWith(".localhost") || /^127(\.\d{1,3}){3}$|^\[::1\]$/.test(hostname);
}

function requireSecrets(settings: z.infer<typeof Environment>) {
  const needed = ["SESSION_SECRET", "RESEND_API_KEY", "RESEND_WEBHOOK_SECRET", "MAIL_FROM"] as const;
  const missing = needed.filter((name) => !settings[name]);
  if (missing.length === 0) return;
  throw new SettingError(`APP_URL is public, so set ${missing.join(", ")} before starting (see .env.example).`);
}

function readProxies(setting: string, context: z.RefinementCtx) {
  try {
    return readTrust(setting);
  } catch {
    context.addIssue({ code: "custom", message: "it is a number of proxies, or a list of addresses, CIDRs, loopback, linklocal and uniquelocal" });
    return z.NEVER;
  }
}

/** On one's own machine the secret is made once and kept beside the data, so that links survive a restart. */
function localSecret(dataDir: string) {
  const file = join(dataDir, "session-secret");
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8");
}

export const env = readEnv(process.env);
