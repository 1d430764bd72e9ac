"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messageOf, writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { ReasonDialog } from "#components/draft/reason-dialog.tsx";
import { LetterReader } from "#components/letter/letter-reader.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { useReviewKeys } from "../use-review-keys.ts";
import { letterQuery } from "./queries.ts";

type Props = {
  id: string;
  zone: string;
  readerId: string;
  mayReview: boolean;
  onBack: () => void;
  onDecided: () => void;
};
type Verdict = { decision: "approve" | "reject"; reason?: string; wordsHash: string };

const changed = [["letters"], ["drafts", "waiting"], ["outbox"]];

/** The letter that is read, and the verdict on it: by the same keys as a draft's. */
export function ChosenLetter({ id, zone, readerId, mayReview, onBack, onDecided }: Props) {
  const letter = useQuery(letterQuery(id));
  const [rejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState("");
  const verdict = useWrite<Verdict>({
    send: (body) => writeJson("POST", `/api/v1/emails/${id}/decide`, body),
    said: "Decided",
    refresh: changed,
    done: onDecided,
  });
  const found = letter.data;
  const open = mayReview && found?.status === "pending_approval" && !verdict.busy;
  const isTheirs = found?.madeBy.id === readerId;
  const approve = () =>
    found && open && !isTheirs && verdict.write({ decision: "approve", wordsHash: found.wordsHash });
  useReviewKeys({ approve, reject: () => open && setRejecting(true) });
  if (letter.isError) return <ErrorState message={messageOf(letter.error)} onRetry={() => void letter.refetch()} />;
  if (!found) return <SkeletonRows rows={10} />;
  const shown = mayReview && found.status === "pending_approval";
  return (
    <>
      <LetterReader
        letter={found}
        zone={zone}
        verdict={
          shown ? { approve: isTheirs ? null : approve, reject: () => setRejecting(true), busy: verdict.busy } : null
        }
        onBack={onBack}
      />
      <ReasonDialog
        title="Reject this letter"
        description="It is never sent. Whoever wrote it reads the reason."
        confirm="Reject"
        open={rejecting}
        first={reason}
        onOpenChange={setRejecting}
        onWrite={setReason}
        onReason={(said) => {
          setRejecting(false);
          verdict.write({ decision: "reject", reason: said, wordsHash: found.wordsHash });
        }}
      />
    </>
  );
}
