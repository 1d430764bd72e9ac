import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { listCarts } from "#db/cart-views.ts";
import type { Scope } from "#db/scope.ts";
import { readTemplateDraft } from "#db/template-drafts.ts";
import { listTemplates as listSaved, readTemplate } from "#db/template-views.ts";
import { getTenant } from "#db/tenants.ts";
import { AppError } from "#domain/app-error.ts";
import { languageOf, languages } from "#domain/language.ts";
import { templateNames } from "#domain/sequence.ts";
import { builtInDocument } from "#domain/template-document/built-in.ts";
import { isSavedTemplate, templateRefOf } from "#domain/template-ref.ts";
import { previewExample } from "../../templates/choose-example.ts";
import { id, instant, ours } from "../shapes.ts";

const base = z.enum(templateNames).meta({ description: "The built-in template behind it" });
const template = z
  .strictObject({
    id: id.meta({ description: "A built-in template's name, or the id of one that members made" }),
    name: z.string(),
    builtIn: z.boolean(),
    base,
    languages: z.array(z.enum(languages)),
    version: z.int().nullable().meta({ description: "The newest published version's number" }),
    savedAt: instant.nullable(),
    usedIn: z.array(z.strictObject({ sequenceId: id, name: z.string(), by: z.enum(["live", "running", "draft"]) })),
  })
  .meta({ id: "Template" });

const builtIn = templateNames.map((name) => ({
  ...{ id: name, name, builtIn: true, base: name, languages: [...languages], version: null, savedAt: null, usedIn: [] },
}));

export const listTemplates = operation({
  id: "list_templates",
  method: "GET",
  path: "/templates",
  tag: "Templates",
  summary: "List the templates: those that members made, then the built-in ones",
  scope: "read",
  answer: z.strictObject({ data: z.array(template) }),
  run: async ({ scope }) => ({ data: await everyTemplate(scope) }),
});

/** The templates that members made, then the built-in ones. */
export async function everyTemplate(scope: Scope): Promise<z.infer<typeof template>[]> {
  const saved = (await listSaved(scope)).map(({ id, name, base, languages, number, savedAt, usedIn }) => ({
    ...{ id, name, builtIn: false, base, languages, version: number, savedAt, usedIn },
  }));
  return [...saved, ...builtIn];
}

const byRef = z.strictObject({
  id: ours(
    z.string().min(1).max(64).meta({ description: "A built-in template's name, or the id of one that members made" }),
  ),
});

function refOf(text: string) {
  const ref = templateRefOf(text);
  if (!ref) throw new AppError("not_found", "There is no such template");
  return ref;
}

export const getTemplate = operation({
  id: "get_template",
  method: "GET",
  path: "/templates/{id}",
  tag: "Templates",
  summary: "Read a template with its blocks",
  scope: "read",
  params: byRef,
  answer: z.strictObject({
    ...{ id, name: z.string(), builtIn: z.boolean(), archivedAt: instant.nullable() },
    document: z.unknown().meta({ description: "Its blocks as they are being edited; of a built-in one as they stand" }),
    versions: z.array(
      z.strictObject({ id, number: z.int(), publishedAt: instant, publishedBy: z.string().nullable() }),
    ),
  }),
  example: { params: { id: "reminder" } },
  run: async ({ scope, params }) => {
    const ref = refOf(params.id);
    if (!isSavedTemplate(ref)) {
      const document = builtInDocument(ref, languageOf((await getTenant(scope)).language));
      return { id: ref, name: ref, builtIn: true, archivedAt: null, document, versions: [] };
    }
    const { name, archivedAt, versions } = await readTemplate(scope, ref);
    const { document } = await readTemplateDraft(scope, ref);
    const told = versions.map(({ id, number, publishedAt, publishedBy }) => ({ id, number, publishedAt, publishedBy }));
    return { id: ref, name, builtIn: false, archivedAt, document, versions: told };
  },
});

export const renderTemplate = operation({
  id: "render_template",
  method: "GET",
  path: "/templates/{id}/rendering",
  tag: "Templates",
  summary: "Render a template for a cart, as it would leave now",
  description:
    "In words of the scripted writer, with the facts of the cart. Without a cart the newest one with a shopper serves as the sample. Nothing is stored or sent.",
  scope: "read",
  params: byRef,
  query: z.strictObject({
    cartId: id.optional(),
    language: z.enum(languages).optional().meta({ description: "The tenant's own unless said" }),
  }),
  answer: z.strictObject({
    cartId: id,
    subject: z.string(),
    preheader: z.string(),
    html: z.string(),
    text: z.string(),
    bytes: z.int().meta({ description: "Of the HTML; some mail programs cut what is over 102 kB" }),
    shownAs: base.meta({
      description: "The template that it gives way to where the cart lacks what it is built around",
    }),
  }),
  example: { params: { id: "reminder" }, query: { language: "en" } },
  run: async ({ scope, params, query, now }) => {
    const template = refOf(params.id);
    const cart = query.cartId ?? (await sampleCart(scope));
    if (!cart) throw new AppError("conflict", "There is no cart yet to render it for", "cartId");
    const language = query.language ?? languageOf((await getTenant(scope)).language);
    const { subject, preheader, html, text, shownAs } = await previewExample(scope, { template, language, cart }, now);
    return { cartId: cart, subject, preheader, html, text, bytes: Buffer.byteLength(html), shownAs };
  },
});

/** The newest cart of somebody known that holds something. */
async function sampleCart(scope: Scope): Promise<string | null> {
  const { rows } = await listCarts(scope, { limit: 20 });
  return rows.find(({ contact, lineCount }) => contact !== null && lineCount > 0)?.id ?? null;
}
