"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { messageOf, writeJson } from "#app/requests.ts";
import { DryRunProgress } from "#components/dry-run/dry-run-progress.tsx";
import { DryRunResult } from "#components/dry-run/dry-run-result.tsx";
import { RunForm, type RunWish } from "#components/dry-run/run-form.tsx";
import { RunList } from "#components/dry-run/run-list.tsx";
import type { Names } from "#components/sequence/step-words.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { DryRunRow, DryRunView } from "#domain/dry-run.ts";
import { DryRunPeople } from "./dry-run-people.tsx";
import { dryRunQuery } from "./queries.ts";

export type BoardProps = {
  sequence: { id: string; name: string };
  runs: DryRunRow[];
  run: DryRunView | null;
  versions: { id: string; number: number }[];
  names: Names;
  others: Record<string, string>;
  zone: string;
  now: string;
  mayRun: boolean;
};

/** What would have happened had this sequence run before: asked for, watched, and kept under its own address. */
export function DryRunBoard(props: BoardProps) {
  const { sequence, mayRun } = props;
  const start = useStart(sequence.id);
  return (
    <Page wide>
      <PageHeader
        above={<TextLink href={`/sequences/${sequence.id}`}>{sequence.name}</TextLink>}
        title="Dry run"
        description="Walks the carts of a past period through this sequence by the job's own rules. Nothing is sent."
        actions={
          <Button asChild>
            <a href={`/sequences/${sequence.id}/try`}>Try one cart</a>
          </Button>
        }
      />
      {mayRun ? (
        <RunForm
          versions={props.versions}
          now={props.now}
          zone={props.zone}
          busy={start.isPending}
          onRun={start.mutate}
        />
      ) : null}
      {props.run ? (
        <Shown {...props} first={props.run} />
      ) : (
        <Panel>
          <EmptyState icon={FlaskConical} title="No dry run yet">
            {mayRun ? "Choose what and which days, then start one." : "Somebody who may edit sequences can start one."}
          </EmptyState>
        </Panel>
      )}
      <RunList runs={props.runs} current={props.run?.id ?? null} zone={props.zone} sequenceId={sequence.id} />
    </Page>
  );
}

function Shown({ first, names, others, zone, sequence, mayRun }: BoardProps & { first: DryRunView }) {
  const { data: run, isError, refetch } = useQuery({ ...dryRunQuery(first.id), initialData: first });
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => writeJson("DELETE", `/api/dry-runs/${first.id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["dry-runs", first.id] }),
    onError: (error) => toast.error("It was not called off", { description: messageOf(error) }),
  });
  if (isError) return <ErrorState onRetry={() => void refetch()} />;
  return (
    <>
      <DryRunProgress run={run} zone={zone} onCancel={mayRun ? () => cancel.mutate() : null} busy={cancel.isPending} />
      <DryRunResult run={run} names={names} others={others} />
      <DryRunPeople run={run} zone={zone} sequenceId={sequence.id} />
    </>
  );
}

function useStart(sequenceId: string) {
  const router = useRouter();
  return useMutation({
    mutationFn: (wish: RunWish) => writeJson<{ id: string }>("POST", `/api/sequences/${sequenceId}/dry-runs`, wish),
    onSuccess: ({ id }) => router.push(`/sequences/${sequenceId}/dry-run?run=${id}`),
    onError: (error) => toast.error("The dry run was not started", { description: messageOf(error) }),
  });
}
