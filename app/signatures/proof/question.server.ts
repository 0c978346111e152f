import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { minutesAfter } from "../links.ts";
import { proofKey } from "./key.server.ts";
import { QUESTION_MINUTES, type Question } from "./proof.ts";
import { isAnswer, questionOf } from "./question.ts";

type AnswerReading = { outcome: "right"; proof: string } | { outcome: "wrong" | "old" };

/** A question for whoever has no proof of work. Nothing is stored: its token is sealed, and the question follows from it. */
export function askQuestion(campaignId: string, now: Date = new Date()): Question {
  const nonce = randomBytes(12).toString("base64url");
  const until = String(minutesAfter(now, QUESTION_MINUTES).getTime());
  return { token: `${nonce}.${until}.${seal(campaignId, nonce, until)}`, text: asked(campaignId, nonce).text };
}

/** The question of a token that we sealed and that can still be answered; undefined for any other. */
export function openQuestion(campaignId: string, token: string, now: Date = new Date()): Question | undefined {
  const [nonce = "", until = "", given = ""] = token.split(".", 3);
  const mine = Buffer.from(seal(campaignId, nonce, until));
  const theirs = Buffer.from(given);
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs) || Number(until) < now.getTime()) return undefined;
  return { token: `${nonce}.${until}.${given}`, text: asked(campaignId, nonce).text };
}

/** What names an answered question, so that it can be spent. */
export function readAnswer(campaignId: string, token: string, typed: string, now: Date = new Date()): AnswerReading {
  const question = openQuestion(campaignId, token, now);
  if (!question) return { outcome: "old" };
  const [nonce = ""] = question.token.split(".", 1);
  return isAnswer(asked(campaignId, nonce), typed) ? { outcome: "right", proof: `question:${nonce}` } : { outcome: "wrong" };
}

function asked(campaignId: string, nonce: string) {
  return questionOf(keyed(campaignId, `asked:${nonce}`));
}

function seal(campaignId: string, nonce: string, until: string) {
  return keyed(campaignId, `sealed:${nonce}:${until}`).toString("base64url");
}

function keyed(campaignId: string, text: string) {
  return createHmac("sha256", proofKey("question", campaignId)).update(text).digest();
}
