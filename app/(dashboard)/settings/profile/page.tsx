import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireMember } from "#auth/session.ts";
import { passwordHashOf } from "#db/members.ts";
import { withScope } from "#db/scope.ts";
import { Profile } from "./profile.tsx";

export const metadata: Metadata = { title: "You" };

type Props = { searchParams: Promise<{ welcome?: string }> };

/** Whom a link brought here goes on to the overview, unless there is a password to choose first. */
export default async function ProfilePage({ searchParams }: Props) {
  const { id, tenantId, name, email } = await requireMember();
  const hash = await withScope(tenantId, (scope) => passwordHashOf(scope, id));
  if (hash !== null && (await searchParams).welcome) redirect("/overview");
  return <Profile name={name} email={email} hasPassword={hash !== null} />;
}
