import { eq } from "drizzle-orm";
import { findKey } from "../api-keys.ts";
import { lastAttempt, setReviewDue } from "../drafts.ts";
import { lockStanding, storeAct, subjectOf } from "../lives.ts";
import { holdClaimed, unqueueMessage } from "../messages.ts";
import { readSequenceOversight } from "../oversight-views.ts";
import {
  endStop,
  heldByStop,
  isPatternStopped,
  listOpenStops,
  openStop,
  queuedOfPattern,
  recordStop,
} from "../pattern-stops.ts";
import { actsOn, recordAct } from "../reviews.ts";
import { drafts, messages, reviews } from "../schema/messages.ts";
import { demotions, oversightMoves, patternStops } from "../schema/oversight.ts";
import type { Scope } from "../scope.ts";
import { complaintsOf, reviewsBefore, verdictsOf } from "../step-evidence.ts";
import { demotionsOf, liftDemotion, movesOf, recordDemotion, recordMove } from "../step-oversight.ts";
import type { Owned } from "./foreign-owned.ts";
import type { Call } from "./foreign-reads.ts";

type Seen = Pick<Owned, "sequence" | "version" | "draft" | "member" | "message">;

const long = new Date("2026-01-01T00:00:00Z");
const step = (a: Pick<Owned, "sequence" | "version">) => ({
  sequenceId: a.sequence,
  versionId: a.version,
  stepId: "one",
});
const ofHeld = (a: { sequence: string }) => `${a.sequence}/held`;
/** The message of a tenant that waits in the queue. */
export const queuedMessageOf = (a: { message: string }) => a.message.replace(/1$/, "q");

const ofQueued = (a: { sequence: string }) => `${a.sequence}/queued`;

/** What one tenant's people said of how far its steps go without them. */
export async function tellOversight({ db, tenantId }: Scope, a: Seen, { name, at }: { name: string; at: Date }) {
  const { sequenceId, versionId, stepId } = step(a);
  const stop = { id: `stp_${name}`, pattern: ofHeld(a), reason: `stopped by ${name}`, byId: a.member };
  await db.insert(patternStops).values({ tenantId, ...stop, at });
  const measured = { reason: "edits" as const, share: 0.5, ofCount: 10, limit: 0.3 };
  await db.insert(demotions).values({ tenantId, id: `dem_${name}`, sequenceId, stepId, ...measured, at });
  const move = { tenantId, id: `mov_${name}`, sequenceId, byId: a.member, at };
  await db.insert(oversightMoves).values([
    { ...move, versionId, stepId, mode: "monitored" },
    { ...move, id: `mov_${name}2`, mode: "autonomous" },
  ]);
  await db.update(reviews).set({ sequenceId, versionId, stepId, language: "en" }).where(eq(reviews.draftId, a.draft));
  const queued = { tenantId, id: queuedMessageOf(a), decisionId: `dec_${name}q`, status: "queued" as const };
  const [like] = await db.select().from(messages).where(eq(messages.id, a.message));
  const [draft] = await db.select().from(drafts).where(eq(drafts.id, a.draft));
  if (!like || !draft) throw new Error("the story left no message");
  const draftId = `drf_${name}q`;
  await db
    .insert(drafts)
    .values({ ...draft, id: draftId, decisionId: queued.decisionId, pattern: ofQueued(a), heldReason: null });
  const held = `drf_${name}h`;
  await db.insert(drafts).values({ ...draft, id: held, decisionId: `dec_${name}h`, pattern: ofHeld(a) });
  const act = { tenantId, id: `rev_${name}h`, draftId: held, kind: "taken_back" as const };
  await db.insert(reviews).values({ ...act, byKind: "policy", reason: `held by ${name}`, wordsHash: "", at });
  await db.update(drafts).set({ place: "held" }).where(eq(drafts.id, held));
  await db.insert(messages).values({ ...like, ...queued, draftId, providerId: null, sentAt: null });
}

/** Verbs of oversight that read, asked for what is another tenant's. */
export const oversightReads: Record<string, Call> = {
  actsOn: (b, a) => actsOn(b, a.draft),
  complaintsOf: (b, a) => complaintsOf(b, { versionId: a.version, position: 0, since: long }),
  demotionsOf: (b, a) => demotionsOf(b, a.sequence),
  findKey: (b, a) => findKey(b, a.key),
  heldByStop: (b, a) => heldByStop(b, ofHeld(a), 10),
  isPatternStopped: (b, a) => isPatternStopped(b, ofHeld(a)),
  lastAttempt: (b, a) => lastAttempt(b, a.decision),
  listOpenStops: (b) => listOpenStops(b),
  lockStanding: (b, a) => lockStanding(b, a.decision),
  movesOf: async (b, a) => {
    const { sequenceMode, stepModes } = await movesOf(b, a.sequence, a.version);
    return { sequenceMode, steps: [...stepModes] };
  },
  readSequenceOversight: (b, a) => readSequenceOversight(b, a.sequence),
  openStop: (b, a) => openStop(b, ofHeld(a)),
  queuedOfPattern: (b, a) => queuedOfPattern(b, ofQueued(a), 10),
  reviewsBefore: (b, a) => reviewsBefore(b, { ...step(a), language: "en", most: 5 }),
  subjectOf: async (b, a) => {
    const standing = await lockStanding(b, a.decision);
    return standing && subjectOf(b, standing);
  },
  verdictsOf: (b, a) => verdictsOf(b, { ...step(a), since: long, most: null }),
};

/** Verbs of oversight that write, told to change what is another tenant's. */
export const oversightWrites: Record<string, Call> = {
  endStop: (b, a, now) => endStop(b, ofHeld(a), "mem_b", now),
  holdClaimed: (b, a) => holdClaimed(b, a.sending, "theirs"),
  liftDemotion: (b, a, now) => liftDemotion(b, step(a), "mem_b", now),
  recordAct: (b, a, now) =>
    recordAct(b, { draftId: a.draft, kind: "passed", wordsHash: "", subject: null }, { kind: "policy" }, now),
  recordDemotion: (b, a, now) =>
    recordDemotion(
      b,
      { ...step(a), stepId: "two" },
      { reason: "edits", share: 1, of: 1, limit: 0, from: "monitored" },
      now,
    ),
  recordMove: (b, a, now) => recordMove(b, { ...step(a), mode: "autonomous", byId: "mem_b" }, now),
  recordStop: (b, a, now) => recordStop(b, { pattern: ofQueued(a), reason: "theirs", byId: "mem_b" }, now),
  setReviewDue: (b, a, now) => setReviewDue(b, a.heldDraft, now),
  storeAct: async (b, a, now) => {
    const standing = await lockStanding(b, a.decision);
    if (!standing) return null;
    return storeAct(b, standing, { act: { kind: "passed" }, by: { kind: "policy" }, leaves: "approved", now });
  },
  unqueueMessage: (b, a) => unqueueMessage(b, `${a.message.replace(/1$/, "")}q`, "theirs"),
};
