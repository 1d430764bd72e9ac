import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readAsOrNull } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import type { Scope } from "#db/scope.ts";
import { readTemplateDraft } from "#db/template-drafts.ts";
import { readTemplate } from "#db/template-views.ts";
import { getBrand, getTenant } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { readDocument } from "#domain/template-document/faults.ts";
import { listExampleCarts } from "../example-carts.ts";
import { TemplateEditor } from "./template-editor.tsx";
import { UnreadableTemplate } from "./unreadable-template.tsx";

export const metadata: Metadata = { title: "Template" };

export default async function TemplatePage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const { id } = await params;
  const found = await readAsOrNull(member, (scope) => readEditor(scope, id));
  if (!found) notFound();
  const read = readDocument(found.draft.document);
  if (!("document" in read)) return <UnreadableTemplate name={found.view.name} faults={read.faults} />;
  const { zone, brand, carts, view, draft } = found;
  const readOnly = !includesRole(member.role, "marketer") || view.archivedAt !== null;
  return <TemplateEditor {...{ zone, brand, carts, readOnly, to: member.email }} first={view} draft={draft} />;
}

async function readEditor(scope: Scope, id: string) {
  const view = await readTemplate(scope, id);
  const { accent, colours } = await getBrand(scope);
  return {
    view,
    draft: await readTemplateDraft(scope, id),
    zone: (await getTenant(scope)).timeZone,
    brand: { accent, colours },
    carts: await listExampleCarts(scope),
  };
}
