"use client";

import { Award, CircleStop, Flag, MoreHorizontal, Pause, Play, SlidersHorizontal, Undo2 } from "lucide-react";
import { useState } from "react";
import { ActDialog, type DialogAct } from "#components/experiment/act-dialog.tsx";
import { ChangeDialog } from "#components/experiment/change-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Menu, MenuContent, MenuEntry, MenuTrigger } from "#components/ui/menu.tsx";
import { mayAct } from "#domain/experiment/life.ts";
import type { Verdict } from "#domain/experiment/verdict.ts";
import type { ExperimentView } from "#domain/experiment-view.ts";
import { useActs } from "./use-acts.ts";

type Props = { experiment: ExperimentView; verdict: Verdict; zone: string };

/** What can be done to an experiment in its state: what is next as a button, the rest in a menu. */
export function ExperimentActions({ experiment, verdict, zone }: Props) {
  const [open, setOpen] = useState<DialogAct | "change" | null>(null);
  const { act, change } = useActs(experiment, () => setOpen(null));
  const may = (kind: DialogAct | "changed") => mayAct(experiment.state, kind);
  const winner = verdict.kind === "wins" || verdict.kind === "baseline_wins" ? verdict.arm : null;
  const variants = experiment.arms.filter(({ kind }) => kind === "variant").map(({ name }) => name);
  return (
    <>
      {may("paused") ? (
        <Button onClick={() => setOpen("paused")}>
          <Pause aria-hidden />
          Pause
        </Button>
      ) : null}
      {may("resumed") ? (
        <Button onClick={() => setOpen("resumed")}>
          <Play aria-hidden />
          Resume
        </Button>
      ) : null}
      {may("promoted") ? (
        <Button variant="primary" onClick={() => setOpen("promoted")}>
          <Award aria-hidden />
          Promote a winner
        </Button>
      ) : null}
      {may("retired") ? (
        <Button onClick={() => setOpen("retired")}>
          <Undo2 aria-hidden />
          Retire the winner
        </Button>
      ) : null}
      {may("concluded") ? (
        <Button variant={winner ? "primary" : "secondary"} onClick={() => setOpen("concluded")}>
          <Flag aria-hidden />
          Conclude
        </Button>
      ) : null}
      {may("changed") ? (
        <Menu>
          <MenuTrigger asChild>
            <Button size="icon" aria-label="More">
              <MoreHorizontal />
            </Button>
          </MenuTrigger>
          <MenuContent>
            <MenuEntry onSelect={() => setOpen("change")}>
              <SlidersHorizontal aria-hidden />
              Change shares and end
            </MenuEntry>
            <MenuEntry danger onSelect={() => setOpen("stopped")}>
              <CircleStop aria-hidden />
              Stop
            </MenuEntry>
          </MenuContent>
        </Menu>
      ) : null}
      <Dialog open={open !== null} onOpenChange={(shown) => (shown ? null : setOpen(null))}>
        {open === "change" ? (
          <ChangeDialog {...{ experiment, zone }} busy={change.isPending} onChange={change.mutate} />
        ) : open ? (
          <ActDialog key={open} act={open} {...{ variants, winner }} busy={act.isPending} onAct={act.mutate} />
        ) : null}
      </Dialog>
    </>
  );
}
