import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { saveDigestChoice } from "#db/digests.ts";
import { passwordHashOf, saveName, savePassword } from "#db/members.ts";
import { verifyPassword } from "#db/passwords.ts";
import { saveReportRhythm } from "#db/report-mails.ts";
import { AppError } from "#domain/app-error.ts";
import { digestChoices } from "#domain/digest.ts";
import { reportRhythms } from "#domain/report-rhythm.ts";
import { passwordShape } from "./shapes.ts";

const body = z.strictObject({
  name: z.string().trim().min(1, "Give a name").max(80).optional(),
  digest: z.enum(digestChoices).optional(),
  report: z.enum(reportRhythms).optional(),
  password: passwordShape.optional(),
  currentPassword: z.string().max(1000).optional(),
});

/** A member's own name, digest, report and password. Who has a password must know it to change it. */
export const PATCH = tenantRoute({ body }, async ({ scope, actor, now, body: change }) => {
  if (change.name !== undefined) await saveName(scope, actor.id, change.name);
  if (change.digest !== undefined) await saveDigestChoice(scope, actor.id, change.digest);
  if (change.report !== undefined) await saveReportRhythm(scope, actor.id, change.report);
  if (change.password !== undefined) {
    const hash = await passwordHashOf(scope, actor.id);
    if (hash && !(await verifyPassword(change.currentPassword ?? "", hash)))
      throw new AppError("invalid", "This is not your current password", "currentPassword");
    await savePassword(scope, actor.id, change.password);
    await recordAudit(scope, { actor, action: "member.password_changed", subjectId: actor.id, now });
  }
});
