import { z } from "zod";
import { findingCodes } from "#domain/draft.ts";
import { holdReasons } from "#domain/draft-life.ts";
import type { QueueRow } from "#domain/draft-queue.ts";
import { verdicts } from "#domain/review.ts";
import { id, instant, money, wordsHash } from "../shapes.ts";

export const draft = z
  .strictObject({
    id,
    cartId: id,
    to: z.string(),
    subject: z.string(),
    sequence: z.string(),
    cartTotal: money,
    incentive: z.string().nullable(),
    writer: z.string(),
    language: z.string(),
    findings: z.array(z.enum(findingCodes)),
    holds: z.array(z.enum(holdReasons)).meta({ description: "Why a person must look at it" }),
    approvals: z.strictObject({ needed: z.int(), given: z.int() }),
    wordsHash,
    reviewDueAt: instant.nullable(),
    verdict: z.enum(verdicts).nullable(),
    createdAt: instant,
    sentAt: instant.nullable(),
  })
  .meta({ id: "Draft", description: "Words that were written for somebody, and where they stand" });

export function toldDraft(row: QueueRow): z.infer<typeof draft> {
  const { id, cartId, subject, sequence, incentive, writer, language, holds, wordsHash, verdict, createdAt } = row;
  return {
    ...{ id, cartId, subject, sequence, incentive, writer, language, holds, wordsHash, verdict, createdAt },
    to: row.contact.address,
    cartTotal: { amount: row.cartTotal, currency: row.currency },
    findings: row.findingCodes,
    approvals: { needed: row.approvals.needed, given: row.approvals.given.length },
    reviewDueAt: row.reviewDueAt,
    sentAt: row.sentAt,
  };
}

export const words = z
  .strictObject({
    subject: z.string(),
    preheader: z.string(),
    heading: z.string(),
    paragraphs: z.array(z.string()),
    button: z.string(),
    postscript: z.string().nullish(),
  })
  .meta({ id: "Words", description: "Words with slots; facts are rendered from rows" });
