import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { messages } from "#db/schema/messages.ts";
import { sequenceVersions } from "#db/schema/sequences.ts";
import { templateVersions } from "#db/schema/templates.ts";
import { withScope } from "#db/scope.ts";
import { saveTemplateDraft } from "#db/template-drafts.ts";
import { publishTemplate } from "#db/template-publication.ts";
import { readTemplate } from "#db/template-views.ts";
import { createTemplate } from "#db/templates.ts";
import type { TemplateRef } from "#domain/sequence.ts";
import { builtInDocument } from "#domain/template-document/built-in.ts";
import type { TemplateDocument } from "#domain/template-document/schema.ts";
import { isSavedTemplate } from "#domain/template-ref.ts";
import { deliverMessages } from "./deliver-messages.ts";
import { queueFirstMessages } from "./testing/queue.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";
import { wornBy } from "./wear-template.ts";

const start = new Date("2026-03-02T10:00:00Z");
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
let database: TestDatabase;
let tenant: TestTenant;
beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
afterAll(async () => {
  await closeConnections();
  await database?.drop();
});
beforeEach(async () => {
  tenant = await createLadderTenant(start);
});

const footer = (text: string): TemplateDocument => ({
  ...builtInDocument("reminder", "en"),
  footer: { text: { en: text } },
});
test("a template's own subject and preheader stand in the list of mails, with facts, in the shopper's language", async () => {
  const document: TemplateDocument = {
    ...footer("x"),
    envelope: {
      subject: { en: "Still thinking,\n{{contact.firstName}}? 🧦 كوب", de: "Noch da?" },
      preheader: { en: "{{incentive.code}} waits for you." },
    },
  };
  const id = await withScope(tenant.tenantId, (scope) => createTemplate(scope, { name: "Own", document }, null, start));
  await publish(id);
  await wear(id);
  const queued = await queueOne();
  await deliverMessages(queued, "run", start);
  const [message] = await withScope(tenant.tenantId, ({ db, tenantId }) =>
    db.select().from(messages).where(eq(messages.tenantId, tenantId)),
  );
  expect(message).toMatchObject({ status: "sent", templateVersionId: expect.any(String), templateFault: null });
  expect(message?.subject).toMatch(/^Still thinking(, \S+)?\? 🧦 كوب$/u);
  expect(message?.html).not.toContain("waits for you");
  const again = await withScope(tenant.tenantId, (scope) =>
    wornBy(scope, { template: "reminder", savedTemplate: isSavedTemplate(id) ? id : undefined }, true),
  );
  expect(again.design?.document.envelope).toMatchObject({ subject: null, preheader: document.envelope.preheader });
});

const make = (text: string) =>
  withScope(tenant.tenantId, (scope) => createTemplate(scope, { name: "Own", document: footer(text) }, null, start));
const publish = (id: string) => withScope(tenant.tenantId, (scope) => publishTemplate(scope, id, null, start));

function wear(template: string): Promise<unknown> {
  return withScope(tenant.tenantId, async ({ db, tenantId }) => {
    const mine = eq(sequenceVersions.tenantId, tenantId);
    const [version] = await db.select().from(sequenceVersions).where(mine);
    const steps = version?.steps.map((step) => ({ ...step, template: template as TemplateRef })) ?? [];
    return db.update(sequenceVersions).set({ steps }).where(mine);
  });
}

async function sent(queued: Awaited<ReturnType<typeof queueFirstMessages>>, at = start) {
  await deliverMessages(queued, "run", at);
  return withScope(tenant.tenantId, async ({ db, tenantId }) => {
    const rows = await db.select().from(messages).where(eq(messages.tenantId, tenantId));
    return rows.map(({ status, html, text, templateVersionId, templateFault }) => {
      return { status, html, text, templateVersionId, templateFault };
    });
  });
}

const queueOne = () => queueFirstMessages(tenant, ["a@example.com"], start);

test("a message wears the newest published version of its template as it leaves, and says which", async () => {
  const id = await make("First footer");
  await publish(id);
  await wear(id);
  const queued = await queueOne();
  await withScope(tenant.tenantId, (scope) =>
    saveTemplateDraft(scope, { templateId: id, document: footer("Second footer"), revision: 1 }, null, start),
  );
  const second = await publish(id);
  await withScope(tenant.tenantId, (scope) =>
    saveTemplateDraft(scope, { templateId: id, document: footer("Not published"), revision: 2 }, null, start),
  );
  const [message] = await sent(queued);
  expect(message).toMatchObject({ status: "sent", templateFault: null });
  expect(message?.templateVersionId).toBe("versionId" in second ? second.versionId : "");
  expect(message?.html).toContain("Second footer");
  expect(message?.text).toContain("Second footer");
});

test("a message whose template was never published goes out as the reminder, and its marketer is told", async () => {
  const id = await make("Nobody reads this");
  await wear(id);
  const [message] = await sent(await queueOne());
  expect(message).toMatchObject({ status: "sent", templateVersionId: null, templateFault: "not_published" });
  expect(message?.html).not.toContain("Nobody reads this");
  const view = await withScope(tenant.tenantId, (scope) => readTemplate(scope, id));
  expect(view.troubles).toMatchObject([{ reason: "not_published", messages: 1 }]);
});

test.each([
  ["is gone", "tmpl_gone", "missing"],
  ["cannot be read", "broken", "malformed"],
])("a message whose template %s goes out as the reminder and holds up nothing", async (_, kind, fault) => {
  const id = await make("Gone");
  await publish(id);
  await wear(kind === "broken" ? id : kind);
  const queued = await queueOne();
  if (kind === "broken")
    await withScope(tenant.tenantId, ({ db, tenantId }) =>
      db
        .update(templateVersions)
        .set({ document: { ...footer("x"), blocks: [{ kind: "dance" }] } as unknown as TemplateDocument })
        .where(eq(templateVersions.tenantId, tenantId)),
    );
  const [message] = await sent(queued, after(1));
  expect(message).toMatchObject({ status: "sent", templateFault: fault });
  expect(message?.html).toContain("</html>");
});
