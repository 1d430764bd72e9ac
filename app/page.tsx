import { redirect } from "next/navigation";
import { currentMember } from "#auth/session.ts";

export default async function Start() {
  redirect((await currentMember()) ? "/overview" : "/sign-in");
}
