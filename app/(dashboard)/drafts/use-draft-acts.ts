"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { messageOf, writeJson } from "#app/requests.ts";
import type { QueueDetail } from "#domain/draft-queue.ts";

/** What can be done with one draft beside its verdict. Each tells how it went and reads the queue anew. */
export function useDraftActs(draftId: string) {
  const client = useQueryClient();
  const act = async (said: string | null, write: () => Promise<unknown>): Promise<boolean> => {
    try {
      await write();
      if (said) toast.success(said);
      await client.invalidateQueries({ queryKey: ["drafts"] });
      return true;
    } catch (error) {
      toast.error("This was not done", { description: messageOf(error) });
      return false;
    }
  };
  const path = `/api/drafts/${draftId}`;
  return {
    assign: (memberId: string | null) => act(null, () => writeJson("PUT", `${path}/assignment`, { memberId })),
    comment: (text: string) => act(null, () => writeJson("POST", `${path}/comments`, { text })),
    takeBack: () =>
      act("Taken back: it will not be sent before somebody releases it", () => writeJson("POST", `${path}/take-back`)),
    release: () => act("Released: it leaves when it is due", () => writeJson("DELETE", `${path}/take-back`)),
    stopPattern: ({ pattern }: QueueDetail, reason: string) =>
      act("Pattern stopped: nothing of it is sent", () => writeJson("POST", "/api/patterns/stop", { pattern, reason })),
    resumePattern: ({ pattern }: QueueDetail) =>
      act("The pattern goes on", () => writeJson("POST", "/api/patterns/resume", { pattern })),
  };
}
