import type { LetterRow } from "#domain/letter-rows.ts";
import { MailRows, type RowsProps } from "../message/mail-rows.tsx";
import { Badge } from "../ui/badge.tsx";
import { stateLabels, stateTones } from "./labels.ts";

/** Letters in the order in which they came. */
export function LetterList(props: RowsProps<LetterRow>) {
  return (
    <MailRows
      label="Letters"
      {...props}
      who={(row) => row.to.filter(Boolean).join(", ") || "Erased"}
      at={(row) => row.createdAt}
      badges={(row) => (
        <>
          {row.status === "pending_approval" ? null : (
            <Badge tone={stateTones[row.status]}>{stateLabels[row.status]}</Badge>
          )}
          {row.reason === "review_overdue" ? <Badge tone="bad">Overdue</Badge> : null}
          {row.flags.length > 0 ? <Badge tone="warn">{row.flags.length} noticed</Badge> : null}
          {row.test ? <Badge>Test key</Badge> : null}
        </>
      )}
    />
  );
}
