import type { Metadata } from "next";
import { readWriter } from "#app/api/writer/read-writer.ts";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { includesRole } from "#domain/member.ts";
import { Writer } from "./writer.tsx";

export const metadata: Metadata = { title: "Writer" };

export default async function WriterPage() {
  const member = await requireMember();
  const view = await readAs(member, readWriter);
  return <Writer view={view} mayChange={includesRole(member.role, "admin")} />;
}
