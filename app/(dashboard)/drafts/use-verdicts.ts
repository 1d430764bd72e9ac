"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import { messageOf, writeJson } from "#app/requests.ts";
import type { Verdict } from "./queries.ts";

const undoMs = 4_000;

// Verdicts that can still be taken back. They outlive the page that gave them; only a closed tab sends them at once.
const pending = new Map<string, { timer: ReturnType<typeof setTimeout>; body: Verdict }>();

const path = (draftId: string) => `/api/drafts/${draftId}/review`;

/** Gives verdicts that can be undone for a moment. `gone` are drafts that are about to leave the queue. */
export function useVerdicts() {
  const client = useQueryClient();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set(pending.keys()));
  useEffect(() => {
    window.addEventListener("pagehide", sendPending);
    return () => window.removeEventListener("pagehide", sendPending);
  }, []);

  const show = (draftId: string) => setGone((before) => new Set([...before].filter((id) => id !== draftId)));
  const send = async (draftId: string, body: Verdict) => {
    pending.delete(draftId);
    try {
      await writeJson("POST", path(draftId), body);
    } catch (error) {
      show(draftId);
      toast.error("The verdict was not stored", { description: messageOf(error), duration: 10_000 });
    }
    await client.invalidateQueries({ queryKey: ["drafts"] });
  };
  const give = (draftId: string, body: Verdict, said: string) => {
    setGone((before) => new Set(before).add(draftId));
    pending.set(draftId, { body, timer: setTimeout(() => void send(draftId, body), undoMs) });
    const undo = () => {
      clearTimeout(pending.get(draftId)?.timer);
      pending.delete(draftId);
      show(draftId);
    };
    toast.success(said, { duration: undoMs, action: { label: "Undo", onClick: undo } });
  };
  return { gone, give };
}

function sendPending(): void {
  for (const [draftId, { timer, body }] of pending) {
    clearTimeout(timer);
    pending.delete(draftId);
    const headers = { "content-type": "application/json" };
    void fetch(path(draftId), { method: "POST", headers, body: JSON.stringify(body), keepalive: true });
  }
}
