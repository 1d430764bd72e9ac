import { z } from "zod";
import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { createMember, listMembers } from "#db/members.ts";
import { AppError } from "#domain/app-error.ts";
import { mayManage, roles } from "#domain/member.ts";
import { deliverSystemMail } from "#inngest/deliver-system-mail.ts";
import { writeInvitation } from "./invite.ts";

const body = z.strictObject({
  name: z.string().trim().min(1, "Give a name").max(80),
  email: z.string().max(254),
  role: z.enum(roles),
});

export const GET = tenantRoute({}, async ({ scope }) => ({ data: await listMembers(scope) }));

/** Adds a member without a password and mails the invitation. */
export const POST = tenantRoute({ role: "admin", body }, async ({ scope, actor, now, body: given, afterCommit }) => {
  if (actor.kind !== "member" || !mayManage(actor.role, { given: given.role }))
    throw new AppError("forbidden", "Only an owner makes owners");
  const member = await createMember(scope, { ...given, now });
  const mail = await writeInvitation(scope, { member, inviterName: actor.name, now });
  const { id: subjectId, role } = member;
  await recordAudit(scope, { actor, action: "member.invited", subjectId, change: { role }, now });
  afterCommit(() => deliverSystemMail(scope.tenantId, mail));
  return created(member);
});
