"use client";

import { useMutation } from "@tanstack/react-query";
import {
  Archive,
  CopyPlus,
  FlaskConical,
  History,
  MoreHorizontal,
  Pause,
  Play,
  ShieldCheck,
  StepForward,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { writeJson } from "#app/requests.ts";
import type { Names } from "#components/sequence/step-words.ts";
import { VersionsSheet } from "#components/sequence/versions-sheet.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Menu, MenuContent, MenuEntry, MenuTrigger } from "#components/ui/menu.tsx";
import { undoing } from "#components/ui/undo.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import type { SequenceView } from "#domain/sequence-view.ts";
import { tellFault, useDocumentActs } from "../../use-document-acts.ts";
import { RunMover } from "./run-mover.tsx";
import { graphOf } from "./version-graph.ts";

type Props = {
  view: SequenceView;
  graph: SequenceGraph;
  names: Names;
  zone: string;
  readOnly: boolean;
  faulty: boolean;
  saveNow: () => Promise<boolean>;
  onTake: (graph: SequenceGraph, field: string) => void;
};

/** What can be done with the whole sequence: publish, pause, withdraw, look at versions, duplicate, put away. */
export function BuilderActions(props: Props) {
  const { view, readOnly } = props;
  const router = useRouter();
  const [versions, setVersions] = useState(false);
  const open = (page: "oversight" | "try" | "dry-run") => router.push(`/sequences/${view.id}/${page}`);
  const oversight = () => open("oversight");
  /** The pages read what is stored: what is being edited goes there first. */
  const openSaved = async (page: "try" | "dry-run") => {
    await props.saveNow();
    open(page);
  };
  const { publish, pause, withdraw, duplicate, archive } = useWholeActs(props);
  const live = view.liveVersionId !== null;
  const sheet = (
    <VersionsSheet
      open={versions}
      onOpenChange={setVersions}
      current={props.graph}
      names={props.names}
      zone={props.zone}
      versions={view.versions.map((version) => ({ ...version, graph: graphOf(version) }))}
      publications={view.publications}
      liveVersionId={view.liveVersionId}
      onRestore={readOnly ? null : (graph) => props.onTake(graph, "restored")}
    >
      <RunMover sequenceId={view.id} mayMove={!readOnly} />
    </VersionsSheet>
  );
  if (readOnly)
    return (
      <>
        <Button onClick={() => open("try")}>Try it</Button>
        <Button onClick={() => open("dry-run")}>Dry run</Button>
        <Button onClick={oversight}>Oversight</Button>
        <Button onClick={() => setVersions(true)}>Versions</Button>
        {sheet}
      </>
    );
  return (
    <>
      <Button onClick={() => void openSaved("try")}>
        <Play aria-hidden />
        Try it
      </Button>
      <Menu>
        <MenuTrigger asChild>
          <Button variant="secondary" size="icon" aria-label="More">
            <MoreHorizontal />
          </Button>
        </MenuTrigger>
        <MenuContent>
          <MenuEntry onSelect={() => void openSaved("dry-run")}>
            <FlaskConical aria-hidden />
            Dry run
          </MenuEntry>
          <MenuEntry onSelect={() => setVersions(true)}>
            <History aria-hidden />
            Versions and changes
          </MenuEntry>
          <MenuEntry onSelect={oversight}>
            <ShieldCheck aria-hidden />
            Oversight of its steps
          </MenuEntry>
          {live ? (
            <MenuEntry onSelect={() => pause.mutate(view.pausedAt === null)}>
              {view.pausedAt === null ? <Pause aria-hidden /> : <StepForward aria-hidden />}
              {view.pausedAt === null ? "Pause" : "Go on"}
            </MenuEntry>
          ) : null}
          <MenuEntry onSelect={() => duplicate.mutate()}>
            <CopyPlus aria-hidden />
            Duplicate
          </MenuEntry>
          <MenuEntry disabled={live} onSelect={() => archive.mutate()}>
            <Archive aria-hidden />
            {live ? "Put away (withdraw it first)" : "Put away"}
          </MenuEntry>
        </MenuContent>
      </Menu>
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
      <Button variant="primary" disabled={props.faulty} busy={publish.isPending} onClick={() => publish.mutate()}>
        Publish
      </Button>
      {sheet}
    </>
  );
}

function useWholeActs({ view, graph, saveNow }: Props) {
  const { refresh, ...acts } = useDocumentActs({
    ...{ place: "sequences", id: view.id, name: view.name, saveNow },
    published: (number) => `Version ${number} is live`,
    copied: async () => ({ graph }),
  });
  const withdraw = useMutation({
    mutationFn: () => writeJson("DELETE", `/api/sequences/${view.id}/publication`),
    onSuccess: async () => {
      await refresh();
      toast.success("Withdrawn");
    },
    onError: tellFault,
  });
  const pause = useMutation({
    mutationFn: (rests: boolean) => writeJson(rests ? "POST" : "DELETE", `/api/v1/sequences/${view.id}/pause`),
    onSuccess: async (_, rests) => {
      await refresh();
      if (!rests) toast.success("The sequence goes on");
      else
        toast.success(
          "Paused: nobody enters, and whoever is inside waits",
          undoing(() => pause.mutate(false)),
        );
    },
    onError: tellFault,
  });
  return { ...acts, pause, withdraw };
}
