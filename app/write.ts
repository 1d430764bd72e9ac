"use client";

import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import type { Complaint } from "#components/ui/complaint.ts";
import { messageOf, RequestError } from "./requests.ts";

/** One write to the API: says what was done, refreshes what it changed, and keeps the complaint for the form. */
export function useWrite<Body, Answer = unknown>(given: {
  send: (body: Body) => Promise<Answer>;
  said?: string;
  refresh?: QueryKey[];
  done?: (answer: Answer) => void;
}) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: given.send,
    onSuccess: async (answer: Answer) => {
      if (given.said) toast.success(given.said);
      given.done?.(answer);
      await Promise.all((given.refresh ?? []).map((queryKey) => client.invalidateQueries({ queryKey })));
    },
    onError: (error) => {
      if (!fieldOf(error)) toast.error(messageOf(error));
    },
  });
  const { error } = mutation;
  const complaint: Complaint | null = error ? { message: messageOf(error), field: fieldOf(error) } : null;
  return {
    write: mutation.mutate,
    writeAsync: mutation.mutateAsync,
    busy: mutation.isPending,
    complaint,
    reset: mutation.reset,
  };
}

function fieldOf(error: unknown): string | null {
  return error instanceof RequestError ? error.field : null;
}
