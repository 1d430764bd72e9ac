"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { messageOf, readJson, writeJson } from "#app/requests.ts";
import { faultLabels } from "#components/sequence/labels.ts";
import { type IncentiveChoice, StepCard } from "#components/sequence/step-card.tsx";
import { PublicationList, VersionList } from "#components/sequence/version-list.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import { type Step, sequenceFaultsOf } from "#domain/sequence.ts";
import { nextStep, outcomeOf } from "#domain/sequence-plan.ts";
import type { SequenceView } from "#domain/sequence-view.ts";

type Props = { first: SequenceView; incentives: IncentiveChoice[]; rules: string; zone: string; readOnly: boolean };

export function SequenceEditor({ first, incentives, rules, zone, readOnly }: Props) {
  const { data: view } = useQuery({
    queryKey: ["sequences", first.id],
    queryFn: ({ signal }) => readJson<SequenceView>(`/api/sequences/${first.id}`, signal),
    initialData: first,
  });
  const newest = view.versions[0];
  const [edited, setEdited] = useState<Step[] | null>(null);
  const steps = edited ?? newest?.steps ?? [];
  const faults = sequenceFaultsOf(steps, new Set(incentives.map((incentive) => incentive.id)));
  const changed = edited !== null && JSON.stringify(edited) !== JSON.stringify(newest?.steps);
  const live = view.liveVersionId !== null;
  const upToDate = live && newest?.id === view.liveVersionId && !changed;
  const { save, publish, withdraw } = useWrites(view.id, () => setEdited(null));
  const change = (position: number, step: Step) => setEdited(steps.map((one, at) => (at === position ? step : one)));
  const wholeFaults = faults.filter((fault) => fault.stepId === null);
  return (
    <Page>
      <PageHeader
        above={<TextLink href="/sequences">Sequences</TextLink>}
        title={
          <span className="flex flex-wrap items-center gap-3">
            {view.name}
            <Badge tone={live ? "good" : "neutral"}>{live ? "Live" : "Not live"}</Badge>
          </span>
        }
        actions={
          readOnly ? null : (
            <>
              {live ? (
                <ConfirmDialog
                  trigger={<Button>Withdraw</Button>}
                  title="Withdraw this sequence?"
                  confirm="Withdraw"
                  danger
                  onConfirm={() => withdraw.mutateAsync()}
                >
                  Nobody enters any more, and whoever is inside gets no further message.
                </ConfirmDialog>
              ) : null}
              <Button disabled={!changed} busy={save.isPending} onClick={() => save.mutate(steps)}>
                Save
              </Button>
              <Button
                variant="primary"
                disabled={upToDate || faults.length > 0}
                busy={publish.isPending}
                onClick={() => publish.mutate(changed ? steps : null)}
              >
                {changed ? "Save and publish" : "Publish"}
              </Button>
            </>
          )
        }
      />
      {wholeFaults.map(({ fault }) => (
        <Notice key={fault} tone="bad">
          {faultLabels[fault]}
        </Notice>
      ))}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="grid gap-4">
          {steps.map((step, position) => (
            <StepCard
              key={step.id}
              step={step}
              position={position}
              faults={faults.filter((fault) => fault.stepId === step.id).map(({ fault }) => faultLabels[fault])}
              outcome={outcomeOf(view, step.id)}
              incentives={incentives}
              rules={rules}
              readOnly={readOnly}
              onChange={(next) => change(position, next)}
              onRemove={() => setEdited(steps.filter((_, at) => at !== position))}
            />
          ))}
          {readOnly ? null : (
            <Button className="justify-self-start" onClick={() => setEdited([...steps, nextStep(steps)])}>
              <Plus aria-hidden />
              Add a step
            </Button>
          )}
        </div>
        <div className="grid gap-5">
          <Panel>
            <PanelHeader title="Versions" />
            <VersionList versions={view.versions} liveVersionId={view.liveVersionId} zone={zone} />
          </Panel>
          <Panel>
            <PanelHeader title="Publications" />
            <PublicationList publications={view.publications} zone={zone} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

function useWrites(id: string, onSaved: () => void) {
  const client = useQueryClient();
  const path = `/api/sequences/${id}`;
  const refresh = () => client.invalidateQueries({ queryKey: ["sequences", id] });
  const failed = (error: unknown) => toast.error("This was not done", { description: messageOf(error) });
  const saved = async () => {
    await refresh();
    onSaved();
  };
  const save = useMutation({
    mutationFn: (steps: Step[]) => writeJson("POST", `${path}/versions`, { steps }),
    onSuccess: async () => {
      await saved();
      toast.success("Saved. It is not live until you publish it.");
    },
    onError: failed,
  });
  const publish = useMutation({
    mutationFn: async (steps: Step[] | null) => {
      if (steps) await writeJson("POST", `${path}/versions`, { steps });
      return writeJson<{ number: number }>("POST", `${path}/publication`, {});
    },
    onSuccess: async ({ number }) => {
      await saved();
      toast.success(`Version ${number} is live`);
    },
    onError: failed,
  });
  const withdraw = useMutation({
    mutationFn: () => writeJson("DELETE", `${path}/publication`),
    onSuccess: async () => {
      await refresh();
      toast.success("Withdrawn");
    },
    onError: failed,
  });
  return { save, publish, withdraw };
}
