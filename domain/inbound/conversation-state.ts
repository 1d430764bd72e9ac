import type { ConversationStatus, Intent, WaitsFor } from "../inbox.ts";
import { type Authenticity, trustIn } from "./authenticity.ts";
import { subjectKey } from "./subject-key.ts";

/** A mail as its conversation is made of it. */
export type ThreadMail = {
  messageIdHeader: string;
  receivedAt: Date;
  subject: string;
  fromName: string | null;
  contactId: string | null;
  /** The recovery message that it answers, with its cart and enrollment. */
  answers: { messageId: string; cartId: string; enrollmentId: string } | null;
  intent: Intent | null;
  isAutomatic: boolean;
  authenticity: Authenticity;
};

export type ConversationFacts = {
  subject: string;
  subjectKey: string;
  withName: string | null;
  contactId: string | null;
  messageId: string | null;
  cartId: string | null;
  enrollmentId: string | null;
  intent: Intent | null;
  createdAt: Date;
};

/** The oldest first; of two of one instant by their Message-ID, so that all who look see one order. */
export function inOrder<M extends Pick<ThreadMail, "receivedAt" | "messageIdHeader">>(mails: M[]): M[] {
  const first = (one: M, other: M) => (one.messageIdHeader < other.messageIdHeader ? -1 : 1);
  return mails.toSorted((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime() || first(one, other));
}

/** What a conversation is, by its mails: the same in whichever order they came. Needs at least one mail. */
export function conversationFacts(mails: ThreadMail[]): ConversationFacts {
  const ordered = inOrder(mails);
  const [oldest] = ordered;
  if (!oldest) throw new Error("a conversation has at least one mail");
  const people = ordered.filter((mail) => !mail.isAutomatic);
  const answers = ordered.find((mail) => mail.answers !== null)?.answers ?? null;
  const said = people.length > 0 ? people : ordered;
  return {
    ...{ subject: oldest.subject, subjectKey: subjectKey(oldest.subject), createdAt: oldest.receivedAt },
    withName: said.find((mail) => mail.fromName !== null)?.fromName ?? null,
    contactId: ordered.find((mail) => mail.contactId !== null)?.contactId ?? null,
    ...{ messageId: answers?.messageId ?? null, cartId: answers?.cartId ?? null },
    enrollmentId: answers?.enrollmentId ?? null,
    intent: said.at(-1)?.intent ?? null,
  };
}

export type Turn = {
  status: ConversationStatus;
  waitsFor: WaitsFor;
  pausesSince: Date | null;
  /** When a person of ours closed it last. */
  closedAt: Date | null;
};

/** How a conversation stands before any person wrote in it. */
export const untouched: Turn = { status: "closed", waitsFor: "nobody", pausesSince: null, closedAt: null };

/**
 * Whose turn it is once a mail is stored among the mails of its conversation. A machine's changes nothing, and one that is
 * older than another of theirs only since when they wait. Whoever asks for silence is written to no more.
 */
export function turnAfter(mail: ThreadMail, mails: ThreadMail[], before: Turn): Turn {
  const { status, waitsFor, pausesSince, closedAt } = before;
  if (mail.isAutomatic) return { status, waitsFor, pausesSince, closedAt };
  const people = inOrder(mails.filter((one) => !one.isAutomatic));
  const isNewest = people.at(-1)?.messageIdHeader === mail.messageIdHeader;
  const turn = isNewest ? turnOf(mail) : { status, waitsFor };
  return { ...turn, closedAt, pausesSince: turn.status === "open" ? waitingSince(people, closedAt) : null };
}

/** Whether a mail brings silence about: by its sender's word where that can be believed, or by the message that it answers. */
const asksForSilence = ({ intent, authenticity, answers }: ThreadMail) =>
  intent === "stop" && (trustIn(authenticity).believed || answers !== null);

function turnOf(mail: ThreadMail): Pick<Turn, "status" | "waitsFor"> {
  return asksForSilence(mail) ? { status: "closed", waitsFor: "nobody" } : { status: "open", waitsFor: "us" };
}

/** Since the first mail that was not settled, by a wish for silence or by somebody of ours. */
function waitingSince(people: ThreadMail[], closedAt: Date | null): Date | null {
  const lastStop = people.findLastIndex(asksForSilence);
  const after = people.slice(lastStop + 1);
  return (after.find((mail) => closedAt === null || mail.receivedAt > closedAt) ?? after.at(-1))?.receivedAt ?? null;
}
