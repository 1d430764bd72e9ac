"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messageOf } from "#app/requests.ts";
import { ReasonDialog } from "#components/draft/reason-dialog.tsx";
import { AtHand } from "#components/inbox/at-hand.tsx";
import { Composer } from "#components/inbox/composer.tsx";
import { ConversationHead } from "#components/inbox/conversation-head.tsx";
import { Proposal, type ProposedLetter } from "#components/inbox/proposal.tsx";
import { Thread } from "#components/inbox/thread.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import type { ConversationDetail, ThreadEntry } from "#domain/inbox-rows.ts";
import { useReviewKeys } from "../drafts/use-review-keys.ts";
import { conversationQuery } from "./queries.ts";
import { useConversationActs } from "./use-conversation-acts.ts";

type Props = {
  id: string;
  zone: string;
  readerId: string;
  mayAct: boolean;
  onBack: () => void;
  onClosed: (id: string) => void;
};

const fileHref = (mailId: string, position: number) => `/api/inbox/mails/${mailId}/files/${position}`;

/** The conversation that is read, with the cart at hand and what can be done in it. */
export function ChosenConversation(props: Props) {
  const found = useQuery(conversationQuery(props.id));
  if (found.isError && !found.data)
    return <ErrorState message={messageOf(found.error)} onRetry={() => void found.refetch()} />;
  return found.data ? <Conversation {...props} detail={found.data} /> : <SkeletonRows rows={10} />;
}

const isWaiting = (entry: ThreadEntry): entry is ProposedLetter =>
  entry.kind === "letter" && entry.status === "pending_approval";

function Conversation({ detail, zone, readerId, mayAct, onBack, onClosed }: Props & { detail: ConversationDetail }) {
  const acts = useConversationActs();
  const [writing, setWriting] = useState<"answer" | "edit" | null>(null);
  const [rejecting, setRejecting] = useState(false);
  const [kept, setKept] = useState("");
  const waiting = detail.entries.findLast(isWaiting) ?? null;
  const answerable = detail.entries.findLast(
    (entry) => entry.kind === "mail" && !entry.isAutomatic && entry.from.address,
  );
  const free = mayAct && !acts.busy && writing === null;
  const isTheirs = waiting?.madeBy.id === readerId;
  const approve = () => {
    if (free && waiting && !isTheirs)
      void acts.decide(waiting.id, { decision: "approve", wordsHash: waiting.wordsHash });
  };
  const answer = () => free && answerable && setWriting("answer");
  const close = () => {
    if (!free || detail.status === "closed") return;
    const undo = () => void acts.setStatus(detail.id, "open", null);
    void acts.setStatus(detail.id, "closed", undo).then((done) => done && onClosed(detail.id));
  };
  const reopen = () => free && detail.status === "closed" && void acts.setStatus(detail.id, "open", null);
  useReviewKeys({
    approve,
    reject: answer,
    edit: close,
    undo: reopen,
    select: () => free && waiting && setRejecting(true),
  });
  const send = async (text: string) => {
    const done =
      writing === "edit" && waiting
        ? await acts.edit(waiting.id, text)
        : answerable && (await acts.reply(answerable.id, text, `inbox ${answerable.id} ${detail.entries.length}`));
    if (!done) return;
    setWriting(null);
    setKept("");
  };
  const shown = waiting && writing !== "edit" ? waiting : null;
  return (
    <article className="grid gap-5 px-4 py-5 sm:px-6 lg:py-6">
      <ConversationHead
        detail={detail}
        acts={mayAct ? { answer: answerable ? answer : null, close, reopen, busy: acts.busy } : null}
        onBack={onBack}
      />
      <div className="grid items-start gap-5 2xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4">
          <Thread
            entries={detail.entries.filter((entry) => entry.id !== waiting?.id)}
            zone={zone}
            fileHref={fileHref}
          />
          {shown ? (
            <Proposal
              letter={shown}
              acts={
                mayAct
                  ? {
                      approve: isTheirs ? null : approve,
                      edit: () => setWriting("edit"),
                      reject: () => setRejecting(true),
                      busy: acts.busy,
                    }
                  : null
              }
            />
          ) : null}
          {writing ? (
            <Composer
              key={writing}
              title={writing === "edit" ? "Edit the answer" : "Your answer"}
              confirm={writing === "edit" ? "Keep these words" : "Send"}
              hint={writing === "edit" ? editHint : answerHint}
              first={writing === "edit" ? (waiting?.text ?? "") : kept}
              busy={acts.busy}
              onKeep={writing === "edit" ? () => undefined : setKept}
              onSend={(text) => void send(text)}
              onCancel={() => setWriting(null)}
            />
          ) : null}
        </div>
        <AtHand detail={detail} zone={zone} />
      </div>
      <ReasonDialog
        title="Reject this answer"
        description="It is never sent. The conversation goes on waiting for us."
        confirm="Reject"
        open={rejecting}
        first=""
        onOpenChange={setRejecting}
        onWrite={() => undefined}
        onReason={(reason) => {
          setRejecting(false);
          if (waiting) void acts.decide(waiting.id, { decision: "reject", reason, wordsHash: waiting.wordsHash });
        }}
      />
    </article>
  );
}

const editHint = "Whoever edits does not approve: where the oversight holds it, somebody else must.";
const answerHint = "It goes into the same thread. Where the oversight holds it, somebody else must approve it.";
