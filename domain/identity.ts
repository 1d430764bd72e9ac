import { z } from "zod";
import { oversightModes } from "./sequence.ts";

export const writtenBys = ["ai", "rules", "person"] as const;
/** Who found the words of a mail: a language model, fixed rules, or a person. */
export type Written = (typeof writtenBys)[number];

export const approvers = ["person", "policy"] as const;

/**
 * What a mail's signed statement says of it. `body` is the SHA-256 of its HTML part in base64url, `written` who found the
 * words, `approved` who let them go.
 */
export const statementSchema = z.object({
  iss: z.string(),
  tenant: z.string(),
  shop: z.string(),
  message: z.string(),
  body: z.string(),
  written: z.enum(writtenBys),
  mode: z.enum(oversightModes),
  approved: z.enum(approvers),
  iat: z.int(),
});
export type Statement = z.infer<typeof statementSchema>;

/** What a footer says of an author, where a tenant wants it said. */
export type AuthorshipNotice = "with_ai" | "with_ai_approved";

/** The header that carries it, as a compact JWS. */
export const statementHeader = "X-Comeback-Identity";

/** A pasted header, with or without its name and however it was folded, as the JWS in it; null when there is none. */
export function statementIn(pasted: string): string | null {
  const unfolded = pasted.replace(/^[\s\S]*?x-comeback-identity:/i, "").replace(/\s+/g, "");
  return /^[\w-]+\.[\w-]+\.[\w-]+/.exec(unfolded)?.[0] ?? null;
}
