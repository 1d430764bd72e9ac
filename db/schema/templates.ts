import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { TemplateDocument } from "#domain/template-document/schema.ts";
import { id, instant, tenantId } from "./columns.ts";

/** A template that members made; what it shows stands in its draft and its versions. */
export const templates = pgTable(
  "templates",
  {
    tenantId: tenantId(),
    id: id(),
    name: text("name").notNull(),
    createdBy: text("created_by"),
    createdAt: instant("created_at").notNull(),
    archivedAt: instant("archived_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), index("templates_name").on(t.tenantId, t.name)],
);

/** A template as it is being edited. Every save says which `revision` it changed, so that nobody overwrites another. */
export const templateDrafts = pgTable(
  "template_drafts",
  {
    tenantId: tenantId(),
    templateId: text("template_id").notNull(),
    document: jsonb("document").$type<TemplateDocument>().notNull(),
    revision: integer("revision").notNull(),
    savedBy: text("saved_by"),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.templateId] })],
);

/** What was published, never changed again: the highest number is sent. Rolling back publishes an older one anew. */
export const templateVersions = pgTable(
  "template_versions",
  {
    tenantId: tenantId(),
    id: id(),
    templateId: text("template_id").notNull(),
    number: integer("number").notNull(),
    document: jsonb("document").$type<TemplateDocument>().notNull(),
    /** The number of the version that it brings back, where it does. */
    restores: integer("restores"),
    publishedBy: text("published_by"),
    publishedAt: instant("published_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("template_versions_number").on(t.tenantId, t.templateId, t.number),
  ],
);
