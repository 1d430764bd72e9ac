"use client";

import { useState } from "react";
import { withShare } from "#domain/experiment/shares.ts";
import type { ExperimentView } from "#domain/experiment-view.ts";
import { Button } from "../ui/button.tsx";
import { DialogClose, DialogContent, DialogFooter } from "../ui/dialog.tsx";
import { Field, FieldSet } from "../ui/field.tsx";
import { Input, Textarea } from "../ui/input.tsx";
import { dayBefore, endOf } from "./setup/setup-form.tsx";
import { ShareField } from "./setup/share-field.tsx";

export type RunningChange = { shares?: Record<string, number>; endsAt?: string | null; reason: string | null };

type Props = { experiment: ExperimentView; zone: string; busy: boolean; onChange: (change: RunningChange) => void };

/** What may still be changed of an experiment that runs: its shares and its end. */
export function ChangeDialog({ experiment, zone, busy, onChange }: Props) {
  const [arms, setArms] = useState(experiment.arms);
  const before = dayBefore(experiment.endsAt, zone);
  const [endsOn, setEndsOn] = useState(before);
  const [reason, setReason] = useState("");
  const moved = arms.some((arm, place) => arm.share !== experiment.arms[place]?.share);
  const shares = Object.fromEntries(arms.map(({ name, share }) => [name, share]));
  const save = () =>
    onChange({
      ...(moved ? { shares } : {}),
      ...(endsOn === before ? {} : { endsAt: endsOn === "" ? null : endOf(endsOn, zone) }),
      reason: reason.trim() || null,
    });
  return (
    <DialogContent
      title="Change shares and end"
      description="Nobody who was assigned changes arms; only new contacts come by the new shares. Estimates make up for the move, and intervals grow wider."
    >
      <div className="grid gap-4">
        <FieldSet legend="Shares">
          {arms.map((arm, place) => (
            <div key={arm.name} className="grid gap-0.5">
              <span className="text-ink-soft text-sm">{arm.name}</span>
              <ShareField
                arm={arm.name}
                share={arm.share}
                onChange={(share) => setArms((held) => withShare(held, place, share))}
              />
            </div>
          ))}
        </FieldSet>
        <Field label="Ends on" hint="At the end of that day. Empty: when somebody concludes it.">
          <Input type="date" className="max-w-44" value={endsOn} onChange={(event) => setEndsOn(event.target.value)} />
        </Field>
        <Field label="Why" hint="Kept with the change.">
          <Textarea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </div>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button variant="primary" busy={busy} disabled={!moved && endsOn === before} onClick={save}>
          Change
        </Button>
      </DialogFooter>
    </DialogContent>
  );
}
