import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import type { Actor } from "#auth/actor.ts";
import { inTransaction } from "#auth/in-transaction.ts";
import { operation } from "#auth/operation.ts";
import { type Awaited, firstMailSince } from "#db/inbound-mail-views.ts";
import { AppError } from "#domain/app-error.ts";
import { normalizeAddress } from "#domain/contact.ts";
import type { InboundMailDetail } from "#domain/inbox-rows.ts";
import { id } from "../shapes.ts";
import { inboundMail, toldMail } from "./shapes.ts";

const mostSeconds = 25;
const pauseMs = 500;
/** So many may wait at once in a process. A waiter holds a socket; a connection only while it looks. */
const mostWaiting = 200;
let waiting = 0;

export const waitForEmail = operation({
  id: "wait_for_email",
  method: "GET",
  path: "/inbox/wait",
  tag: "Inbox",
  summary: "Wait until a mail comes in",
  description: `Answers as soon as one is there, and with null after \`timeout_seconds\`, ${mostSeconds} at most: ask again with the \`receivedAt\` of the last as \`since\`.`,
  scope: "read",
  query: z.strictObject({
    ...{ mailbox: id.optional(), conversation: id.optional() },
    from: z.string().min(3).max(320).optional().meta({ description: "Only from this address" }),
    since: z.iso.datetime({ offset: true }).optional().meta({ description: "Now, unless said" }),
    timeout_seconds: z.coerce
      .number()
      .int()
      .min(0)
      .max(mostSeconds)
      .default(20)
      .meta({ description: "How long to wait; 0 looks once" }),
  }),
  answer: z.strictObject({ mail: inboundMail.nullable() }),
  example: { query: { timeout_seconds: "20" } },
  run: async ({ scope, actor, query, now }) => {
    const { timeout_seconds, since, from, ...which } = query;
    const awaited = { ...which, from: from && (normalizeAddress(from) ?? from), since: since ? new Date(since) : now };
    const found = await firstMailSince(scope, awaited);
    if (found || timeout_seconds === 0) return told(found);
    return () => poll(actor, awaited, timeout_seconds);
  },
});

const told = (mail: InboundMailDetail | null) => ({ mail: mail && toldMail(mail) });

/** Looks again and again, each time in a short transaction of its own. */
async function poll(actor: Actor, awaited: Awaited, seconds: number) {
  if (waiting >= mostWaiting) throw new AppError("limited", "Too many are waiting; ask again in a moment");
  waiting++;
  try {
    for (let left = seconds * 1_000; left > 0; left -= pauseMs) {
      await setTimeout(pauseMs);
      const found = await inTransaction(actor, ({ scope }) => firstMailSince(scope, awaited));
      if (found) return told(found);
    }
    return told(null);
  } finally {
    waiting--;
  }
}
