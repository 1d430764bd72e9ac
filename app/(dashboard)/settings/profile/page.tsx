import type { Metadata } from "next";
import { requireMember } from "#auth/session.ts";
import { passwordHashOf } from "#db/members.ts";
import { withScope } from "#db/scope.ts";
import { Profile } from "./profile.tsx";

export const metadata: Metadata = { title: "You" };

export default async function ProfilePage() {
  const { id, tenantId, name, email } = await requireMember();
  const hash = await withScope(tenantId, (scope) => passwordHashOf(scope, id));
  return <Profile name={name} email={email} hasPassword={hash !== null} />;
}
