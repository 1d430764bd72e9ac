"use client";

import { useQuery } from "@tanstack/react-query";
import { Globe } from "lucide-react";
import { readJson, writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { DomainPanel } from "#components/sender-domain/domain-panel.tsx";
import { SelectorsForm } from "#components/sender-domain/selectors-form.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { DomainRow, DomainUse } from "#domain/sender-domain.ts";

const domainsKey = ["domains"];

/** Where mail is sent from and received, and whether mailbox providers will take it. */
export function Domains(props: { first: DomainRow[]; zone: string; mailer: DomainUse["mailer"]; mayCheck: boolean }) {
  const domains = useQuery({
    queryKey: domainsKey,
    queryFn: ({ signal }) => readJson<{ data: DomainRow[] }>("/api/v1/domains", signal).then(({ data }) => data),
    initialData: props.first,
  });
  if (domains.isError) return <ErrorState onRetry={() => void domains.refetch()} />;
  if (domains.data.length === 0)
    return (
      <EmptyState icon={Globe} title="No domain">
        Name a sender under Brand, or open a mailbox: their domains are looked up here.
      </EmptyState>
    );
  return (
    <div className="grid gap-4">
      {props.mailer === "outbox" ? (
        <Notice>
          No mail leaves this installation yet: it stays in the outbox. What is said here is what your mailer will need.
        </Notice>
      ) : null}
      {domains.data.map((row) => (
        <Domain key={row.domain} row={row} zone={props.zone} mayCheck={props.mayCheck} />
      ))}
    </div>
  );
}

function Domain({ row, zone, mayCheck }: { row: DomainRow; zone: string; mayCheck: boolean }) {
  const path = `/api/v1/domains/${encodeURIComponent(row.domain)}/checks`;
  const check = useWrite({
    send: (selectors: string[] | null) => writeJson<DomainRow>("POST", path, selectors ? { selectors } : {}),
    said: "Checked",
    refresh: [domainsKey],
  });
  return (
    <DomainPanel row={row} zone={zone} busy={check.busy} onCheck={mayCheck ? () => check.write(null) : null}>
      {mayCheck && row.sends ? (
        <SelectorsForm first={row.selectors} busy={check.busy} complaint={check.complaint} onSave={check.write} />
      ) : null}
    </DomainPanel>
  );
}
