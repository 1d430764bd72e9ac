import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { includesRole, type Role } from "#domain/member.ts";
import { type MemberActor, memberActor } from "./actor.ts";
import { readSession, sessionCookieName } from "./session-token.ts";

/** The signed-in member, or null. Read once per page, by layout and page together. */
export const currentMember = cache(async (): Promise<MemberActor | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value ?? null;
  const claims = await readSession(token);
  return claims ? memberActor(claims) : null;
});

/** The signed-in member of a page. Nobody goes to the sign-in page; who lacks the role goes to the overview. */
export async function requireMember(role: Role = "viewer"): Promise<MemberActor> {
  const member = await currentMember();
  if (!member) redirect("/sign-in");
  if (!includesRole(member.role, role)) redirect("/overview");
  return member;
}
