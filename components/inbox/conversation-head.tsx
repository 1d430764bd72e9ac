import { ArrowLeft, CircleCheck, Reply, RotateCcw } from "lucide-react";
import type { ConversationDetail } from "#domain/inbox-rows.ts";
import { Address } from "../ui/address.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { intentLabels, intentTones, waitsForLabels } from "./labels.ts";
import { Key } from "./proposal.tsx";

type Props = {
  detail: ConversationDetail;
  /** Null for whoever only reads; `answer` is null where nobody could be answered. */
  acts: { answer: (() => void) | null; close: () => void; reopen: () => void; busy: boolean } | null;
  onBack: () => void;
};

/** Whom a conversation is with, how it stands, and the ways on. */
export function ConversationHead({ detail, acts, onBack }: Props) {
  const { with: who, intent, status, waitsFor, mailbox } = detail;
  return (
    <header className="grid gap-3">
      <Button variant="ghost" size="sm" onClick={onBack} className="justify-self-start lg:hidden">
        <ArrowLeft aria-hidden />
        All conversations
      </Button>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 dir="auto" className="wrap-anywhere min-w-0 text-left font-semibold text-xl tracking-tight">
            {detail.subject || "No subject"}
          </h2>
          <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-soft text-sm">
            <bdi className="wrap-anywhere">
              {who.name ?? (who.address ? <Address value={who.address} /> : "Erased")}
            </bdi>
            {intent ? <Badge tone={intentTones[intent]}>{intentLabels[intent]}</Badge> : null}
            <Badge tone={status === "open" && waitsFor === "us" ? "warn" : "neutral"}>
              {status === "closed" ? "Closed" : waitsForLabels[waitsFor]}
            </Badge>
            <span className="text-ink-faint text-xs">
              to <Address value={mailbox.address} />
            </span>
          </p>
        </div>
        {acts ? <HeadActs acts={acts} isClosed={status === "closed"} /> : null}
      </div>
    </header>
  );
}

function HeadActs({ acts, isClosed }: { acts: NonNullable<Props["acts"]>; isClosed: boolean }) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      {acts.answer ? (
        <Button onClick={acts.answer} disabled={acts.busy} aria-keyshortcuts="r">
          <Reply aria-hidden />
          Answer
          <Key letter="r" />
        </Button>
      ) : null}
      {isClosed ? (
        <Button onClick={acts.reopen} disabled={acts.busy} aria-keyshortcuts="u">
          <RotateCcw aria-hidden />
          Open again
          <Key letter="u" />
        </Button>
      ) : (
        <Button onClick={acts.close} disabled={acts.busy} aria-keyshortcuts="e">
          <CircleCheck aria-hidden />
          Close
          <Key letter="e" />
        </Button>
      )}
    </div>
  );
}
