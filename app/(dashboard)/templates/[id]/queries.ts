import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { readJson, writeJson } from "#app/requests.ts";
import type { MailChecksAnswer } from "#components/mail-check/mail-checks.tsx";
import type { PreviewParts } from "#components/message/message-preview.tsx";
import type { SlotName } from "#domain/draft.ts";
import type { Language } from "#domain/language.ts";
import type { TemplateDocument } from "#domain/template-document/schema.ts";
import type { TemplateView } from "#domain/template-view.ts";

export type EditedExample = { language: Language; cart: string; offer: "none" | "percent" | "free_shipping" };
export type Edited = EditedExample & { document: TemplateDocument };
export type EditedPreview = PreviewParts & {
  blocks: string[];
  slots: Record<SlotName, string | null>;
  bytes: number;
};

export const templateQuery = (id: string) =>
  queryOptions({
    queryKey: ["templates", id],
    queryFn: ({ signal }) => readJson<TemplateView>(`/api/templates/${id}`, signal),
  });

export const editedQuery = (edited: Edited) =>
  queryOptions({
    queryKey: ["templates", "edited", edited],
    queryFn: () => writeJson<EditedPreview>("POST", "/api/templates/preview", edited),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
    enabled: edited.cart !== "",
  });

export const editedChecksQuery = (preview: PreviewParts | undefined, wanted: boolean) =>
  queryOptions({
    queryKey: ["mail-checks", "edited", preview?.html ?? "", preview?.subject ?? ""],
    queryFn: () => {
      const { html = "", text = "", subject = "", preheader = "" } = preview ?? {};
      return writeJson<MailChecksAnswer>("POST", "/api/mail-checks", { html, text, subject, preheader });
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
    enabled: wanted && preview !== undefined,
  });

export const versionQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: ["templates", id, "versions", number],
    queryFn: ({ signal }) =>
      readJson<{ document: TemplateDocument }>(`/api/templates/${id}/versions?number=${number}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

export type PictureAnswer =
  | { kind: "picture"; width: number; height: number; bytes: number }
  | { kind: "refused"; reason: "private" | "redirected" | "too_long" | "silent" | "status" | "no_picture" };

export const askPicture = (url: string) => writeJson<PictureAnswer>("POST", "/api/templates/picture", { url });
