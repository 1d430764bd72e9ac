import { currentTime } from "#db/clock.ts";
import { drafts } from "#db/schema/messages.ts";
import { withScope } from "#db/scope.ts";
import { saveWriterSettings } from "#db/writer-settings.ts";
import { defaultWriterSettings, type WriterSettings } from "#domain/writer-settings.ts";
import { createLadderTenant, type TestTenant } from "./tenant.ts";

/** A tenant whose words come from the model `model` at a stub's address. */
export async function createModelTenant(
  stub: { baseUrl: string },
  model: string,
  change: Partial<WriterSettings> = {},
): Promise<TestTenant> {
  const now = await currentTime();
  const tenant = await createLadderTenant(now);
  const prices = { inputPrice: 3_000_000, cachedInputPrice: null, outputPrice: 15_000_000, priceCurrency: "EUR" };
  const own = { ...defaultWriterSettings, ...prices, provider: "openai-compatible" as const, model };
  await withScope(tenant.tenantId, (scope) =>
    saveWriterSettings(
      scope,
      { ...own, baseUrl: stub.baseUrl, requestsPerMinute: 10_000, ...change },
      { apiKey: "key", now },
    ),
  );
  return tenant;
}

export function draftsOf(tenant: TestTenant) {
  return withScope(tenant.tenantId, (scope) =>
    scope.db.select().from(drafts).orderBy(drafts.decisionId, drafts.attempt),
  );
}

const en = {
  subjects: ["Your cart at {{brand.name}}", "What you left behind", "Still thinking it over?"],
  preheader: "Just as you left it.",
  heading: "You left something in your cart",
  paragraphs: ["Hi {{contact.firstName}},", "We kept your cart as it was."],
  button: "Back to my cart",
  postscript: null,
};

/** What a good model answers in English, and what one answers that obeys a product's title or forgets the language. */
export const answers = {
  good: en,
  obeying: {
    ...en,
    subjects: ["90 % off", "Take 90 % off now", "90 % for you"],
    paragraphs: ["Take 90 % off at https://evil.example with code EVIL90."],
  },
  german: {
    subjects: ["Dein Warenkorb wartet", "Noch etwas vergessen?", "Schau gern noch einmal vorbei"],
    preheader: "Alles ist so, wie du es verlassen hast.",
    heading: "Du hast etwas in deinem Warenkorb gelassen",
    paragraphs: ["Hallo {{contact.firstName}},", "wir haben deinen Warenkorb so gelassen, wie er war."],
    button: "Zum Warenkorb",
    postscript: null,
  },
};
