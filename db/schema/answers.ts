import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { AnswerTry, ProposalOutcome } from "#domain/answer.ts";
import type { Brief } from "#domain/draft.ts";
import { instant, tenantId } from "./columns.ts";

/**
 * What came of each mail that might be answered, once: the letter that was proposed with all tries at its words, or why
 * there is none. Erasure empties the brief and the tries.
 */
export const answerProposals = pgTable(
  "answer_proposals",
  {
    tenantId: tenantId(),
    mailId: text("mail_id").notNull(),
    conversationId: text("conversation_id").notNull(),
    outcome: text("outcome").$type<ProposalOutcome>().notNull(),
    letterId: text("letter_id"),
    brief: jsonb("brief").$type<Brief | null>(),
    tries: jsonb("tries").$type<AnswerTry[] | null>(),
    inputTokens: integer("input_tokens").notNull().default(0),
    cachedInputTokens: integer("cached_input_tokens").notNull().default(0),
    outputTokens: integer("output_tokens").notNull().default(0),
    costMicros: bigint("cost_micros", { mode: "number" }).notNull().default(0),
    costCurrency: text("cost_currency"),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.mailId] }),
    index("answer_proposals_conversation").on(t.tenantId, t.conversationId),
    index("answer_proposals_letter").on(t.tenantId, t.letterId),
    index("answer_proposals_spent").on(t.tenantId, t.at).where(sql`output_tokens > 0`),
  ],
);
