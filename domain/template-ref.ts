import { type SavedTemplateId, type TemplateRef, templateNames } from "./sequence.ts";

export function isSavedTemplate(ref: string): ref is SavedTemplateId {
  return /^tmpl_[a-z0-9]{1,40}$/.test(ref);
}

/** The reference that a text is, or null where it is none. */
export function templateRefOf(text: string): TemplateRef | null {
  return isSavedTemplate(text) ? text : (templateNames.find((name) => name === text) ?? null);
}

/** Why a message could not wear its saved template and went out as the reminder instead. */
export const templateTroubles = ["missing", "not_published", "malformed", "not_rendered"] as const;
export type TemplateTrouble = (typeof templateTroubles)[number];
