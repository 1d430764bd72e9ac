"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { messageOf, writeJson } from "#app/requests.ts";
import { undoing } from "#components/ui/undo.ts";
import type { ConversationStatus } from "#domain/inbox.ts";

type Standing = { status: string };
type Verdict = { decision: "approve" | "reject"; reason?: string; wordsHash: string };

const tellStanding = ({ status }: Standing) =>
  toast.success(status === "pending_approval" ? "Kept: somebody else must approve it" : "On its way");

const changed = [["inbox"], ["letters"], ["drafts", "waiting"], ["overview"], ["outbox"]];

/** What can be done in a conversation. Each tells how it went and reads the inbox anew; true when it was done. */
export function useConversationActs() {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const act = async (write: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    try {
      await write();
      return true;
    } catch (error) {
      toast.error("This was not done", { description: messageOf(error) });
      return false;
    } finally {
      await Promise.all(changed.map((queryKey) => client.invalidateQueries({ queryKey })));
      setBusy(false);
    }
  };
  return {
    busy,
    decide: (letterId: string, verdict: Verdict) => act(() => decide(letterId, verdict)),
    edit: (letterId: string, text: string) => act(() => edit(letterId, text)),
    reply: (mailId: string, text: string, once: string) => act(() => reply(mailId, text, once)),
    setStatus: (id: string, status: ConversationStatus, undo: (() => void) | null) =>
      act(() => setStatus(id, status, undo)),
  };
}

async function decide(letterId: string, verdict: Verdict): Promise<void> {
  await writeJson("POST", `/api/v1/emails/${letterId}/decide`, verdict);
  toast.success(verdict.decision === "approve" ? "Approved: it leaves now" : "Rejected");
}

async function edit(letterId: string, text: string): Promise<void> {
  tellStanding(await writeJson<Standing>("PATCH", `/api/v1/letters/${letterId}`, { text_body: text }));
}

async function reply(mailId: string, text: string, once: string): Promise<void> {
  const body = { text_body: text, idempotency_key: once };
  tellStanding(await writeJson<Standing>("POST", `/api/v1/inbox/mails/${mailId}/reply`, body));
}

async function setStatus(id: string, status: ConversationStatus, undo: (() => void) | null): Promise<void> {
  await writeJson("PATCH", `/api/v1/conversations/${id}`, { status });
  if (undo) toast.success("Closed: what waited for it goes on", undoing(undo));
  else toast.success("Opened again");
}
