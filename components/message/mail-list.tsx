import type { MailRow } from "#domain/rows.ts";
import { Badge } from "../ui/badge.tsx";
import { kindLabels, reportLabels, reportTones, statusLabels, statusTones } from "./labels.ts";
import { MailRows, type RowsProps } from "./mail-rows.tsx";

/** Mail that left, or did not, newest first. */
export function MailList(props: RowsProps<MailRow>) {
  return (
    <MailRows
      label="Mail"
      {...props}
      who={(row) => row.to}
      at={(row) => row.at}
      badges={(row) => (
        <>
          {row.kind === "recovery" ? null : <Badge>{kindLabels[row.kind]}</Badge>}
          {row.status === "sent" ? null : <Badge tone={statusTones[row.status]}>{statusLabels[row.status]}</Badge>}
          {row.reports.map((report) => (
            <Badge key={report} tone={reportTones[report]}>
              {reportLabels[report]}
            </Badge>
          ))}
        </>
      )}
    />
  );
}
