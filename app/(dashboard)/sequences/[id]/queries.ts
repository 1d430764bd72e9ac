import { queryOptions } from "@tanstack/react-query";
import { readJson } from "#app/requests.ts";
import type { PreviewParts } from "#components/message/message-preview.tsx";
import type { StepFigures } from "#domain/sequence-draft.ts";
import type { SequenceView } from "#domain/sequence-view.ts";

export type LiveFigures = { versionId: string | null; steps: StepFigures[] };

export const sequenceQuery = (id: string) =>
  queryOptions({
    queryKey: ["sequences", id],
    queryFn: ({ signal }) => readJson<SequenceView>(`/api/sequences/${id}`, signal),
  });

export const figuresQuery = (id: string) =>
  queryOptions({
    queryKey: ["sequences", id, "figures"],
    queryFn: ({ signal }) => readJson<LiveFigures>(`/api/sequences/${id}/figures`, signal),
    refetchInterval: 60_000,
  });

export const examplePreviewQuery = (example: { template: string; language: string; cart: string }) =>
  queryOptions({
    queryKey: ["templates", example],
    queryFn: ({ signal }) => readJson<PreviewParts>(`/api/templates/preview?${new URLSearchParams(example)}`, signal),
    staleTime: 60_000,
  });
