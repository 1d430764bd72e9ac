import { queryOptions } from "@tanstack/react-query";
import type { WriterView } from "#app/api/writer/read-writer.ts";
import { readJson } from "#app/requests.ts";

export const writerKey = ["writer"];

export const writerQuery = queryOptions({
  queryKey: writerKey,
  queryFn: ({ signal }) => readJson<WriterView>("/api/writer", signal),
});
