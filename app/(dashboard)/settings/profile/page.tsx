import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { passwordHashOf } from "#db/members.ts";
import { Profile } from "./profile.tsx";

export const metadata: Metadata = { title: "You" };

type Props = { searchParams: Promise<{ welcome?: string }> };

/** Whom a link brought here goes on to the overview, unless there is a password to choose first. */
export default async function ProfilePage({ searchParams }: Props) {
  const member = await requireMember();
  const { id, name, email } = member;
  const hash = await readAs(member, (scope) => passwordHashOf(scope, id));
  if (hash !== null && (await searchParams).welcome) redirect("/overview");
  return <Profile name={name} email={email} hasPassword={hash !== null} />;
}
