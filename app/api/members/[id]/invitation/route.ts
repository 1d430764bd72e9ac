import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { findMember } from "#db/members.ts";
import { AppError } from "#domain/app-error.ts";
import { deliverSystemMail } from "#inngest/deliver-system-mail.ts";
import { writeInvitation } from "../../invite.ts";

const params = z.object({ id: z.string() });

/** Mails the invitation again, to a member who has never been here. */
export const POST = tenantRoute(
  { role: "admin", params },
  async ({ scope, actor, now, params: { id }, afterCommit }) => {
    const member = await findMember(scope, id);
    if (!member || actor.kind !== "member") throw new AppError("not_found", "There is no such member");
    if (member.lastSignInAt) throw new AppError("conflict", "This member has signed in already");
    const mail = await writeInvitation(scope, { member, inviterName: actor.name, now });
    await recordAudit(scope, { actor, action: "member.invited", subjectId: id, change: { again: true }, now });
    afterCommit(() => deliverSystemMail(scope.tenantId, mail));
  },
);
