import { readSolution } from "./challenge.server.ts";
import { type BroughtProof, type Question, QUESTION_REASONS, type QuestionReason } from "./proof.ts";
import { askQuestion, openQuestion, readAnswer } from "./question.server.ts";
import { takeProof } from "./taken.server.ts";

interface AskingCampaign {
  id: string;
  asksForProof: boolean;
}

/** `question` is what the form is to be shown with when it comes back: the same one where it was answered. */
export type ProofReading = { isProven: true; proof: string | null; question: Question | null } | { isProven: false; error: string; question: Question };

type Found = { proof: string; question: Question | null } | { reason: QuestionReason };

/**
 * Whether a form brings what its campaign asks for: a solved challenge, or the right answer to our question. One that
 * does not gets a question, whoever signs, and so it tells nothing of an address. `email` as it was typed, once all
 * else in the form is right: then the proof is taken. Reads no database.
 */
export async function askForProof(campaign: AskingCampaign, brought: BroughtProof, email: string | undefined, now: Date = new Date()): Promise<ProofReading> {
  if (!campaign.asksForProof) return { isProven: true, proof: null, question: null };
  const found = await findProof(campaign.id, brought, now);
  const isTaken = "proof" in found && email !== undefined && !takeProof(found.proof, email, now);
  if ("proof" in found && !isTaken) return { isProven: true, ...found };
  const reason = "proof" in found ? "used" : found.reason;
  return { isProven: false, error: QUESTION_REASONS[reason], question: askQuestion(campaign.id, now) };
}

async function findProof(campaignId: string, { proof = "", question = "", answer = "" }: BroughtProof, now: Date): Promise<Found> {
  const solved = await readSolution(campaignId, proof, now);
  if (solved !== undefined) return { proof: solved, question: null };
  if (question === "") return { reason: "first" };
  const reading = readAnswer(campaignId, question, answer, now);
  if (reading.outcome === "right") return { proof: reading.proof, question: openQuestion(campaignId, question, now) ?? null };
  return { reason: reading.outcome === "wrong" && answer.trim() === "" ? "another" : reading.outcome };
}
