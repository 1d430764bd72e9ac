import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentMember } from "#auth/session.ts";
import { Door } from "#components/member/door.tsx";
import { acrossTenantsHasMembers } from "#db/across-tenants-doors.ts";
import { SignIn } from "./sign-in.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage() {
  if (await currentMember()) redirect("/overview");
  if (!(await acrossTenantsHasMembers())) redirect("/setup");
  return (
    <Door title="Sign in to Comeback" description="Win back carts, with a person watching.">
      <SignIn />
    </Door>
  );
}
