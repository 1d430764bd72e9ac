import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readMail } from "#db/message-views.ts";
import { AppError } from "#domain/app-error.ts";
import { mayReadSignInMail } from "#domain/member.ts";

const params = z.object({ id: z.string() });

/** A mail whose link signs somebody in is shown to nobody who could enter as another by it. */
export const GET = tenantRoute({ params }, async ({ scope, actor, params }) => {
  const mail = await readMail(scope, params.id);
  const opensSession = mail.kind === "magic_link" || mail.kind === "invitation";
  if (opensSession && (actor.kind !== "member" || !mayReadSignInMail(actor, mail)))
    throw new AppError("forbidden", "Only the addressee reads this mail: its link signs in");
  return mail;
});
