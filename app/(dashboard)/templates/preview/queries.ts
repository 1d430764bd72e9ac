import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { readJson, writeJson } from "#app/requests.ts";
import type { MailChecksAnswer } from "#components/mail-check/mail-checks.tsx";
import type { PreviewParts } from "#components/message/message-preview.tsx";
import type { Language } from "#domain/language.ts";
import type { LinkAnswer } from "#domain/mail-checks/link-answers.ts";
import type { CartRow, Page } from "#domain/rows.ts";
import type { TemplateName } from "#domain/sequence.ts";

/** Which message is looked at: a built-in template's name or a saved one's id, in a language, on somebody's cart. */
export type Example = { template: string; language: Language; cart: string };
export type TestSent = { id: string; to: string; status: "sent" | "failed"; reason: string | null };

export const previewQuery = (example: Example) =>
  queryOptions({
    queryKey: ["templates", example],
    queryFn: ({ signal }) =>
      readJson<PreviewParts & { shownAs: TemplateName }>(
        `/api/templates/preview?${new URLSearchParams(example)}`,
        signal,
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled: example.cart !== "",
  });

export const checksQuery = (example: Example) =>
  queryOptions({
    queryKey: ["mail-checks", example],
    queryFn: () => writeJson<MailChecksAnswer>("POST", "/api/mail-checks", example),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled: example.cart !== "",
  });

export const cartSearchQuery = (search: string, first: Page<CartRow>) =>
  queryOptions({
    queryKey: ["carts", "examples", search],
    queryFn: ({ signal }) => readJson<Page<CartRow>>(`/api/carts?${new URLSearchParams({ search })}`, signal),
    ...(search === "" ? { initialData: first, staleTime: 30_000 } : { placeholderData: keepPreviousData }),
  });

export const askLinks = (links: string[]) =>
  writeJson<{ links: LinkAnswer[] }>("POST", "/api/mail-checks/links", { links: links.slice(0, 40) });

export const sendTest = (body: Example & { to: string }) => writeJson<TestSent>("POST", "/api/templates/test", body);
