import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { getMailbox } from "#db/mailboxes.ts";
import { AppError } from "#domain/app-error.ts";
import { mostMailBytes } from "#domain/inbound/limits.ts";
import { receiveMail, tellArrivals } from "#inngest/receive-mail.ts";
import { readHead } from "#integrations/mail-reader.ts";
import { readBody, unreadAnswer } from "../../../webhooks/read-body.ts";

/** A mail as a file, for relays that speak to no door of ours: taken in as if it had come to the mailbox. */
export const POST = tenantRoute(
  { role: "marketer", scope: "admin", params: z.object({ id: z.string() }) },
  async ({ scope, actor, params, request, now, afterCommit }) => {
    const mailbox = await getMailbox(scope, params.id);
    const content = await readBody(request, mostMailBytes);
    if (typeof content === "string") return unreadAnswer(content, mostMailBytes);
    const head = await readHead(content);
    if (head.fromAddress === null) throw new AppError("invalid", "This is no mail: it names no sender", "file");
    const mail = { content, ...head, envelopeFrom: null, source: "upload" as const };
    const taken = await receiveMail({ recipients: [mailbox.address], ...mail }, now);
    const isNew = taken.some((one) => one.isNew);
    if (isNew) await recordAudit(scope, { actor, action: "mail.uploaded", subjectId: mailbox.id, now });
    afterCommit(() => tellArrivals(taken));
    return Response.json({ isNew }, { status: 202 });
  },
);
