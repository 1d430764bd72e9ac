import type { Language } from "./language.ts";
import type { SavedTemplateId, TemplateName } from "./sequence.ts";
import type { TemplateDocument } from "./template-document/schema.ts";
import type { TemplateTrouble } from "./template-ref.ts";

/** A saved template in a list. `number` is the newest published version's, null before the first. */
export type TemplateRow = {
  id: SavedTemplateId;
  name: string;
  base: TemplateName;
  languages: Language[];
  number: number | null;
  /** Whether the draft says something that was not published. */
  changed: boolean;
  savedAt: string;
  usedIn: TemplateUse[];
  troubles: TemplateTroubleCount[];
};

/** A sequence that sends a template, live or by versions that still run, or would after its draft is published. */
export type TemplateUse = { sequenceId: string; name: string; by: "live" | "running" | "draft" };

/** How many messages went out as the reminder instead since `since`, and why. */
export type TemplateTroubleCount = { reason: TemplateTrouble; messages: number; lastAt: string };

export type TemplateVersionRow = {
  id: string;
  number: number;
  restores: number | null;
  publishedAt: string;
  publishedBy: string | null;
};

export type TemplateView = {
  id: SavedTemplateId;
  name: string;
  archivedAt: string | null;
  versions: TemplateVersionRow[];
  usedIn: TemplateUse[];
  troubles: TemplateTroubleCount[];
};

/** A template as it is being edited. */
export type TemplateDraft = {
  templateId: SavedTemplateId;
  document: TemplateDocument;
  revision: number;
  savedBy: string | null;
  savedAt: string;
};
