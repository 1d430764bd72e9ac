import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Door } from "#components/member/door.tsx";
import { acrossTenantsHasMembers } from "#db/across-tenants-doors.ts";
import { Setup } from "./setup.tsx";

export const metadata: Metadata = { title: "Set up" };

export default async function SetupPage() {
  if (await acrossTenantsHasMembers()) redirect("/sign-in");
  return (
    <Door
      wide
      title="Set up Comeback"
      description="Nobody has signed in here yet. You become the owner of this installation and of its first tenant."
    >
      <Setup />
    </Door>
  );
}
