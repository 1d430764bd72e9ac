import type { CloseReason } from "#domain/enrollment.ts";
import type { Arm } from "#domain/experiment.ts";
import type { SuppressionReason } from "#domain/message.ts";
import { type Step, stepDueAt } from "#domain/sequence.ts";
import { hour, minute } from "./calendar.ts";
import { chance, delay } from "./chance.ts";

export type Oversight = "automatic" | "approved" | "edited" | "rejected" | "waiting";

/** One step that was decided, and what became of its message. Null where it did not happen, or not yet. */
export type Mail = {
  position: number;
  decidedAt: Date;
  oversight: Oversight;
  reviewedAt: Date | null;
  sentAt: Date | null;
  openedAt: Date | null;
  clickedAt: Date | null;
  ended: { reason: SuppressionReason; at: Date } | null;
};

export type Story = {
  abandonedAt: Date;
  enrolledAt: Date;
  mails: Mail[];
  order: { at: Date; afterPosition: number | null } | null;
  emptiedAt: Date | null;
  closed: { at: Date; reason: CloseReason } | null;
  nextDueAt: Date | null;
};

export type StoryFacts = { subject: string; leftAt: Date; arm: Arm; steps: Step[]; now: Date; reviewMinutes: number };

// The true effect of the ladder: what a message adds to those who would have come back by themselves.
const naturalReturn = 0.085;
const opens = [0.54, 0.47, 0.44];
const clicks = [0.21, 0.21, 0.25];
const clicksOfReturners = 0.5;
const ordersAfterClick = [0.3, 0.34, 0.4];

const later = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds);
const isBefore = (at: Date | null, other: Date | null): at is Date => at !== null && (other === null || at < other);

/** Plays one abandoned cart through to `now`: pure, and the same for the same subject. */
export function tellStory(facts: StoryFacts): Story {
  const { subject, leftAt, arm, steps, now } = facts;
  const abandonedAt = new Date(Math.ceil((leftAt.getTime() + hour) / minute) * minute);
  const returns = chance(subject, "returns") < naturalReturn;
  const story: Story = {
    abandonedAt,
    enrolledAt: later(abandonedAt, 900 + chance(subject, "enrolled") * 2500),
    mails: [],
    order: returns
      ? { at: later(abandonedAt, (12 + (delay(950, chance(subject, "when")) % 8000)) * minute), afterPosition: null }
      : null,
    emptiedAt:
      chance(subject, "empties") < 0.015
        ? later(abandonedAt, (90 + delay(1500, chance(subject, "emptied"))) * minute)
        : null,
    closed: null,
    nextDueAt: null,
  };
  if (arm.kind === "holdout") story.closed = { at: story.enrolledAt, reason: "holdout" };
  else for (const [position, step] of steps.entries()) if (!playStep(story, facts, { position, step, returns })) break;
  settle(story, now);
  return story;
}

/** One step of the ladder; false when the story goes no further. */
function playStep(
  story: Story,
  facts: StoryFacts,
  { position, step, returns }: { position: number; step: Step; returns: boolean },
): boolean {
  const { subject, now } = facts;
  const roll = (question: string) => chance(subject, `${question} ${position}`);
  const dueAt = stepDueAt(story.abandonedAt, step);
  if (dueAt.getTime() > now.getTime() - minute) {
    story.nextDueAt = dueAt;
    return false;
  }
  if (story.order && story.order.at <= dueAt) return false;
  if (isBefore(story.emptiedAt, dueAt)) {
    story.closed = { at: dueAt, reason: "cart_emptied" };
    return false;
  }
  const mail = decideMail(facts, position, later(dueAt, 400 + roll("decided") * 3000), story.order === null);
  story.mails.push(mail);
  if (mail.oversight === "waiting") {
    story.nextDueAt = mail.decidedAt;
    return false;
  }
  if (mail.sentAt && (!story.order || mail.sentAt < story.order.at)) react(story, mail, facts, returns);
  else if (mail.sentAt) {
    mail.sentAt = null;
    return false;
  }
  if (mail.ended) story.closed = { at: mail.ended.at, reason: "suppressed" };
  else if (position === facts.steps.length - 1) {
    story.closed = { at: mail.sentAt ?? mail.reviewedAt ?? mail.decidedAt, reason: "finished" };
  }
  return story.closed === null;
}

function decideMail(
  { subject, now, reviewMinutes }: StoryFacts,
  position: number,
  decidedAt: Date,
  mayWait: boolean,
): Mail {
  const roll = (question: string) => chance(subject, `${question} ${position}`);
  const held = roll("held");
  const verdicts: Oversight[] = ["approved", "approved", "approved", "edited", "rejected"];
  const verdict = verdicts[Math.floor(roll("verdict") * verdicts.length)] ?? "approved";
  const automatic = held >= (mayWait ? 0.045 : 0.2);
  const reviewedAt = later(decidedAt, automatic ? 300 : (6 + roll("review delay") * 170) * minute);
  const sentAt = later(reviewedAt, 2000 + roll("sent") * 9000);
  const ageMinutes = (now.getTime() - decidedAt.getTime()) / minute;
  const waits = mayWait && ageMinutes < reviewMinutes - 60 && held < 0.4;
  if (waits || sentAt > now) return { ...unsent(position, decidedAt), oversight: "waiting" };
  const oversight = automatic ? "automatic" : verdict;
  return { ...unsent(position, decidedAt), oversight, reviewedAt, sentAt: oversight === "rejected" ? null : sentAt };
}

const unsent = (position: number, decidedAt: Date): Mail => ({
  position,
  decidedAt,
  oversight: "automatic",
  reviewedAt: null,
  sentAt: null,
  openedAt: null,
  clickedAt: null,
  ended: null,
});

/** What the shopper does with a message that arrived. */
function react(story: Story, mail: Mail, { subject, now }: StoryFacts, returns: boolean): void {
  if (!mail.sentAt) return;
  const { position } = mail;
  const roll = (question: string) => chance(subject, `${question} ${position}`);
  if (position === 0 && roll("bounces") < 0.008) {
    mail.ended = endedBy("bounced", later(mail.sentAt, 40_000), now);
    return;
  }
  const openedAt = later(mail.sentAt, (2 + delay(150, roll("open delay"))) * minute);
  if (roll("opens") >= (opens[position] ?? 0.4) || openedAt > now) return;
  mail.openedAt = openedAt;
  const clickedAt = later(openedAt, 5000 + roll("click delay") * 90_000);
  const mayClick = clickedAt <= now && isBefore(clickedAt, story.order?.at ?? null);
  if (mayClick && roll("clicks") < (returns ? clicksOfReturners : (clicks[position] ?? 0.2))) {
    mail.clickedAt = clickedAt;
    const orderAt = later(clickedAt, (3 + delay(40, roll("order delay"))) * minute);
    if (returns && story.order) story.order.afterPosition = position;
    else if (roll("orders") < (ordersAfterClick[position] ?? 0.3))
      story.order = { at: orderAt, afterPosition: position };
  } else if (roll("leaves") < 0.014) {
    const reason = roll("complains") < 0.08 ? "complained" : "unsubscribed";
    mail.ended = endedBy(reason, later(openedAt, 50_000), now);
  }
}

function endedBy(reason: SuppressionReason, at: Date, now: Date): Mail["ended"] {
  return at <= now ? { reason, at } : null;
}

/** Of an order and an emptied cart the earlier one happened; nothing happens after `now`. */
function settle(story: Story, now: Date): void {
  if (story.order && (story.order.at > now || !isBefore(story.order.at, story.emptiedAt))) story.order = null;
  if (story.emptiedAt && (story.order || story.emptiedAt > now)) story.emptiedAt = null;
  const { order } = story;
  if (!order || (story.closed && story.closed.at <= order.at)) return;
  story.closed = { at: later(order.at, 1500), reason: "ordered" };
  story.nextDueAt = null;
}
