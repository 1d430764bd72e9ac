"use client";

import { OctagonPause, Play, Send, Undo2 } from "lucide-react";
import { useState } from "react";
import { ReasonDialog } from "#components/draft/reason-dialog.tsx";
import { Key, VerdictBar } from "#components/draft/verdict-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import type { QueueDetail } from "#domain/draft-queue.ts";
import { mayDecide } from "./decidable.ts";
import { useKeptText } from "./kept-texts.ts";
import type { Verdict } from "./queries.ts";
import type { useDraftActs } from "./use-draft-acts.ts";
import { useReviewKeys } from "./use-review-keys.ts";

type Props = {
  draft: QueueDetail;
  acts: ReturnType<typeof useDraftActs>;
  mayReview: boolean;
  /** Whether the reader typed these words, and so may not approve them. */
  isOwn: boolean;
  isEditing: boolean;
  onEdit: () => void;
  onComment: () => void;
  onVerdict: (body: Verdict, said: string) => void;
};

type Asking = "reject" | "stop" | null;

/** Everything that can be done with the draft that is read, by mouse and by key. */
export function DraftControls({ draft, acts, mayReview, isOwn, isEditing, onEdit, onComment, onVerdict }: Props) {
  const [asking, ask] = useState<Asking>(null);
  const [reason, setReason] = useKeptText<string>(`reason:${draft.id}`);
  const isOpen = mayDecide(draft, mayReview);
  const { wordsHash } = draft;
  const approve = () =>
    onVerdict({ verdict: "approved", wordsHash }, draft.approvals.needed === 2 ? "Approved by you" : "Approved");
  const isUnderWay = draft.place === null && !draft.sentAt && !draft.closed && draft.review?.verdict !== "rejected";
  const mayTakeBack = mayReview && !isOpen && isUnderWay;
  const mayRelease = mayReview && draft.place === "held" && !isOpen;
  useReviewKeys({
    ...(isOpen ? { edit: onEdit, reject: () => ask("reject") } : {}),
    ...(isOpen && !isOwn ? { approve } : {}),
    ...(mayReview ? { comment: onComment, stop: () => ask("stop") } : {}),
    ...(mayTakeBack ? { takeBack: () => void acts.takeBack() } : {}),
    ...(mayRelease ? { takeBack: () => void acts.release() } : {}),
  });
  const answer = (text: string) => {
    ask(null);
    if (asking === "reject") onVerdict({ verdict: "rejected", reason: text, wordsHash }, "Rejected");
    else void acts.stopPattern(draft, text).then((isDone) => isDone && setReason(null));
  };
  return (
    <div className="flex flex-wrap items-center gap-2 empty:hidden">
      {isOpen && !isEditing ? (
        <VerdictBar
          approve={isOwn ? null : approve}
          edit={onEdit}
          reject={() => ask("reject")}
          approveText={approvalText(draft)}
        />
      ) : null}
      {mayTakeBack ? (
        <Button onClick={() => void acts.takeBack()} aria-keyshortcuts="t">
          <Undo2 aria-hidden />
          Take back
          <Key letter="t" />
        </Button>
      ) : null}
      {mayRelease ? (
        <Button onClick={() => void acts.release()} aria-keyshortcuts="t">
          <Send aria-hidden />
          Release
          <Key letter="t" />
        </Button>
      ) : null}
      {draft.patternStopped && mayReview ? (
        <Button onClick={() => void acts.resumePattern(draft)}>
          <Play aria-hidden />
          Let the pattern go on
        </Button>
      ) : null}
      {!isOpen && mayReview && !draft.patternStopped ? (
        <Button onClick={() => ask("stop")} aria-keyshortcuts="s">
          <OctagonPause aria-hidden />
          Stop this pattern
          <Key letter="s" />
        </Button>
      ) : null}
      <ReasonDialog
        key={asking}
        {...(asking === "stop" ? stopTexts : rejectTexts)}
        open={asking !== null}
        first={reason ?? ""}
        onOpenChange={(open) => ask(open ? asking : null)}
        onWrite={(text) => setReason(text || null)}
        onReason={answer}
      />
    </div>
  );
}

const rejectTexts = {
  title: "Reject this draft",
  description: "This step will not be sent; later steps still may.",
  confirm: "Reject",
};
const stopTexts = {
  title: "Stop this pattern",
  description: "Nothing of this step, language, kind of shopper and incentive is sent until somebody lets it go on.",
  confirm: "Stop it",
};

function approvalText({ approvals }: QueueDetail): string {
  return approvals.needed === 2 ? `Approve, ${approvals.given.length + 1} of 2` : "Approve";
}
