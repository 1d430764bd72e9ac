import { PenLine } from "lucide-react";
import type { ConversationRow } from "#domain/inbox-rows.ts";
import { MailRows, type RowsProps } from "../message/mail-rows.tsx";
import { Badge } from "../ui/badge.tsx";
import { intentLabels, intentTones, waitsForLabels } from "./labels.ts";

/** Conversations, each with whom it is, what they want and how their newest mail begins. */
export function ConversationList(props: RowsProps<ConversationRow>) {
  return (
    <MailRows
      label="Conversations"
      {...props}
      who={(row) => row.with.name ?? row.with.address ?? "Erased"}
      at={(row) => row.lastAt}
      line={(row) => row.snippet || row.subject}
      past
      badges={(row) => <RowBadges row={row} />}
    />
  );
}

function RowBadges({ row: { intent, proposedLetterId, waitsFor, status, mails } }: { row: ConversationRow }) {
  return (
    <>
      {intent ? <Badge tone={intentTones[intent]}>{intentLabels[intent]}</Badge> : null}
      {proposedLetterId ? (
        <Badge>
          <PenLine aria-hidden />
          Answer proposed
        </Badge>
      ) : null}
      {status === "closed" ? (
        <Badge>Closed</Badge>
      ) : waitsFor === "us" ? null : (
        <Badge>{waitsForLabels[waitsFor]}</Badge>
      )}
      {mails > 1 ? <span className="tabular text-ink-faint text-xs">{mails} mails</span> : null}
    </>
  );
}
