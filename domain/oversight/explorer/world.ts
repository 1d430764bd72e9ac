import type { Snapshot } from "../../decision.ts";
import type { DraftLife, Oversight } from "../../draft-life.ts";
import { type PinnedFacts, type Revalidation, revalidate } from "../../revalidation.ts";
import { isFinal } from "../../review.ts";

/** One policy and mailer under which every life is explored. `judge` is what oversight says of words. */
export type Setting = {
  name: string;
  judge: (words: "written" | "edited") => Oversight;
  atDeadline: "send" | "drop" | "scripted";
  repeatable: boolean;
  end: "ordered" | "suppressed" | "sequence_withdrawn";
};

/** A process that hands the message over; `claimed` has not yet looked, the others hold an answer not yet stored. */
export type Try = { run: string; attempt: number; phase: "claimed" | "accepted" | "refused" | "unanswered" };

/**
 * One state: the stored life, and around it the clock, the shop, the processes and the provider. `witness` is the
 * explorer's own record of who approved and who wrote the words as they stand; the kernel cannot forge it. Words are
 * called "h" while they stand and "old" once they are replaced.
 */
export type World = {
  life: DraftLife;
  now: number;
  end: Setting["end"] | null;
  facts: "as_written" | "moved" | "moved_before";
  tries: Try[];
  copies: number;
  witness: { approvedBy: string[]; authorId: string | null };
};

const hour = 3_600_000;
export const expiry = 3;
export const endOfTime = 3;
const instants = Array.from({ length: endOfTime + 8 }, (_, tick) => new Date(tick * hour));

/** The instant of a tick; nothing lies beyond the end of time, when everything has expired. */
export function instant(tick: number): Date {
  return instants[Math.min(tick, endOfTime)] ?? new Date(0);
}

const tickOf = (at: Date) => at.getTime() / hour;

export const firstWorld: World = {
  life: { kind: "written", proposal: { hash: "h", authorId: null } },
  now: 0,
  end: null,
  facts: "as_written",
  tries: [],
  copies: 0,
  witness: { approvedBy: [], authorId: null },
};

const pinned: PinnedFacts = {
  currency: "EUR",
  total: 5_000,
  lines: [{ id: "lamp", title: "Lamp", quantity: 1, unitPrice: 5_000, stock: null }],
  incentive: null,
};
const repriced: PinnedFacts = {
  ...pinned,
  total: 6_000,
  lines: pinned.lines.map((line) => ({ ...line, unitPrice: 6_000 })),
};

const answers = new Map<string, Revalidation>();

/** What `revalidate` says of a world: its shop's facts, its ends, and a cap that closes the first hour. Asked once of each. */
export function answerIn({ now, end, facts }: World): Revalidation {
  const key = `${now} ${end} ${facts === "moved"}`;
  const known = answers.get(key);
  if (known) return known;
  const today = facts === "moved" ? repriced : pinned;
  const answer = revalidate(pinned, { facts: today, snapshot: snapshotIn(now, end) }, instant(now));
  answers.set(key, answer);
  return answer;
}

function snapshotIn(now: number, end: World["end"]): Snapshot {
  return {
    arm: "variant",
    orderedSince: end === "ordered",
    cart: { lineCount: 1, deleted: false, abandonedAt: new Date(instant(expiry).getTime() - 24 * hour - 1) },
    suppressed: end === "suppressed",
    consent: "granted",
    consentRule: "explicit",
    tenantPaused: false,
    sequenceWithdrawn: end === "sequence_withdrawn",
    expiryDays: 1,
    supersededBy: null,
    stepCount: 1,
    position: 0,
    dueAt: instant(0),
    timeZone: "UTC",
    rules: null,
    caps: [{ messages: 1, hours: 1 }],
    hour: null,
    quiet: null,
    lastSeenAt: null,
    sentAt: now === 0 ? [instant(now)] : [],
    warmUp: null,
  };
}

/** Whether the message must never leave from here on. */
export function hasEnded({ end, now }: World): boolean {
  return end !== null || now >= expiry;
}

/**
 * The one world that stands for all that differ only in names or in what cannot matter any more: people and runs are called
 * by the order in which they appear, instants that have passed are now, and around an ended life time is over.
 */
export function keyOf(world: World): string {
  const { life, tries, witness } = world;
  const [name, run] = [namesInOrder(), namesInOrder()];
  const key = [...partsOf(life, world.now, { name, run })].join(";");
  if (isFinal(life) && life.kind !== "rejected" && tries.length === 0) return `${key}|${world.copies}`;
  const trying = [...tries]
    .sort((a, b) => (a.phase < b.phase ? -1 : 1))
    .map((one) => `${one.phase}${run(one.run)}${life.kind === "scheduled" && life.attempts === one.attempt}`)
    .sort();
  const seen = name(witness.authorId) + witness.approvedBy.map(name).sort().join("");
  return [key, world.now, world.end, world.facts, trying, world.copies, seen].join("|");
}

type Names = { name: (id: string | null) => string; run: (id: string | null) => string };

function namesInOrder(): (id: string | null) => string {
  const names: string[] = [];
  return (id) => {
    if (id === null) return "-";
    if (!names.includes(id)) names.push(id);
    return String(names.indexOf(id));
  };
}

/** What of a life can still matter. Until when a cleared draft had waited no longer does. */
function partsOf(life: DraftLife, now: number, { name, run }: Names): unknown[] {
  const time = (at: Date) => Math.max(tickOf(at), now) - now;
  const parts: unknown[] = [life.kind, life.proposal.hash, name(life.proposal.authorId)];
  if ("approvedBy" in life) {
    const { mode, holds, approvals } = life.oversight;
    parts.push(life.approvedBy.map(name).sort().join(""), mode, holds.join("+"), approvals, life.atDeadline);
  }
  if (life.kind === "waiting" || life.kind === "edited" || life.kind === "rejected") parts.push(time(life.dueAt));
  if (life.kind === "approved" || life.kind === "scheduled") parts.push(life.clearance.kind, life.clearance.hash);
  if (life.kind === "scheduled") {
    const { claim } = life;
    parts.push(time(life.leavesAt), claim && run(claim.run), claim?.retaken, claim && time(claim.until));
  }
  if (life.kind === "held") {
    const { back } = life;
    parts.push(time(life.until), back.kind, back.kind === "taken_back" && back.clearance.kind + back.clearance.hash);
  }
  if (life.kind === "rejected") parts.push(name(life.by));
  if (life.kind === "stopped") parts.push(life.reason, life.mayHaveLeft);
  return parts;
}
