import { z } from "zod";
import type { Actor } from "#auth/actor.ts";
import type { Letter } from "#db/letters.ts";
import { normalizeAddress } from "#domain/contact.ts";
import { holdReasons } from "#domain/draft-life.ts";
import { letterActs, letterFlags, letterMakers, letterState, letterStates } from "#domain/letter.ts";
import type { LetterDetail, LetterRow } from "#domain/letter-rows.ts";
import { messageEventKinds } from "#domain/message.ts";
import { oversightModes } from "#domain/sequence.ts";
import { id, instant, wordsHash } from "../shapes.ts";

/** A text that stands in a header: a line break in it would write a header of its own. */
export const headerText = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), "There may be no line break or control character in it");

const address = headerText(320).refine((text) => addressIn(text) !== null, "This is no mail address");
export const recipients = z
  .union([address, z.array(address).max(1_000)])
  .meta({ description: "One address or several" });

function addressIn(text: string): string | null {
  return normalizeAddress(/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text);
}

/** The addresses in their one form, each once. */
export function addressesOf(said: string | string[] | undefined): string[] {
  const list = said === undefined ? [] : typeof said === "string" ? [said] : said;
  return [...new Set(list.flatMap((text) => addressIn(text) ?? []))];
}

export const tag = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/)
  .meta({ description: "Lower case letters, digits, dashes and underscores" });

export const standing = z
  .strictObject({ id, status: z.enum(letterStates), sendAt: instant.nullable(), wordsHash })
  .meta({ id: "LetterStanding", description: "Where a letter stands: queued, scheduled, or waiting for a person" });

export function toldStanding(letter: Letter, now: Date): z.infer<typeof standing> {
  const { id, wordsHash, sendAt } = letter;
  return { id, status: letterState(letter, now), sendAt: sendAt?.toISOString() ?? null, wordsHash };
}

export const letter = z
  .strictObject({
    ...{ id, status: z.enum(letterStates), reason: z.string().nullable() },
    ...{ from: z.string(), to: z.array(z.string()), cc: z.array(z.string()), bcc: z.array(z.string()) },
    ...{ subject: z.string(), tags: z.array(z.string()) },
    holds: z.array(z.enum(holdReasons)).meta({ description: "Why a person must look at it" }),
    flags: z.array(z.enum(letterFlags)).meta({ description: "What was noticed about it" }),
    mode: z.enum(oversightModes),
    madeBy: z.strictObject({ kind: z.enum(letterMakers), id, name: z.string().nullable() }),
    conversationId: id.nullable().meta({ description: "The conversation that it is part of" }),
    test: z.boolean().meta({ description: "Made by a test key: it stays in the outbox" }),
    wordsHash,
    reviewDueAt: instant.nullable().meta({ description: "Until when it waits for a person" }),
    ...{ sendAt: instant.nullable(), sentAt: instant.nullable(), createdAt: instant },
  })
  .meta({ id: "Letter", description: "Mail that is written by itself, to no cart" });

export const toldLetter = (row: LetterRow): z.infer<typeof letter> => row;

export const letterInFull = letter.extend({
  replyTo: z.string().nullable(),
  ...{ html: z.string(), text: z.string(), headers: z.record(z.string(), z.string()) },
  attachments: z.array(z.strictObject({ name: z.string(), contentType: z.string(), byteCount: z.int() })),
  reviews: z.array(
    z.strictObject({
      ...{ act: z.enum(letterActs), by: z.string(), viaKey: z.boolean(), reason: z.string().nullable(), at: instant },
    }),
  ),
  reports: z.array(z.strictObject({ kind: z.enum(messageEventKinds), at: instant })),
});

export const toldInFull = (detail: LetterDetail): z.infer<typeof letterInFull> => detail;

export const by = ({ kind, id }: Actor) => ({ kind, id });
