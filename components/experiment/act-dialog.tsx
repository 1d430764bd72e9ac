"use client";

import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { DialogClose, DialogContent, DialogFooter } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Textarea } from "../ui/input.tsx";
import { Select } from "../ui/select.tsx";

export const dialogActs = ["paused", "resumed", "stopped", "concluded", "promoted", "retired"] as const;
export type DialogAct = (typeof dialogActs)[number];

type Words = { title: string; what: string; confirm: string; danger?: boolean };

const words: Record<DialogAct, Words> = {
  paused: {
    title: "Pause the experiment",
    what: "Nobody new is assigned. Whoever was assigned keeps their arm, and what they do still counts.",
    confirm: "Pause",
  },
  resumed: { title: "Resume the experiment", what: "New contacts are assigned again.", confirm: "Resume" },
  stopped: {
    title: "Stop the experiment",
    what: "It has no say any more and cannot be started again. What was counted stays, and it can be concluded.",
    confirm: "Stop it",
    danger: true,
  },
  concluded: {
    title: "Conclude the experiment",
    what: "Its analysis is frozen as it stands now, and nobody new is assigned. This cannot be taken back.",
    confirm: "Conclude",
  },
  promoted: {
    title: "Promote a winner",
    what: "Everybody who enters from now on gets this arm, until the winner is retired.",
    confirm: "Promote",
  },
  retired: {
    title: "Retire the winner",
    what: "The sequence goes as it is built again. This cannot be taken back.",
    confirm: "Retire",
  },
};

type Props = {
  act: DialogAct;
  /** The variants, for a promotion; `winner` is the one that the verdict names. */
  variants: string[];
  winner: string | null;
  busy: boolean;
  onAct: (said: { kind: DialogAct; reason: string | null; arm?: string }) => void;
};

/** Asks why before something is done to an experiment, and says what follows. */
export function ActDialog({ act, variants, winner, busy, onAct }: Props) {
  const [reason, setReason] = useState("");
  const [arm, setArm] = useState(winner ?? variants[0] ?? "");
  const { title, what, confirm, danger } = words[act];
  const said = reason.trim() === "" ? null : reason.trim();
  return (
    <DialogContent title={title} description={what}>
      <div className="grid gap-4">
        {act === "promoted" ? (
          <Field
            label="Which arm"
            hint={winner === null ? "The verdict names no winner: this is your choice." : undefined}
          >
            <Select value={arm} onChange={(event) => setArm(event.target.value)}>
              {variants.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </Select>
          </Field>
        ) : null}
        <Field label="Why" hint="Kept with it, for whoever reads this later.">
          <Textarea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </div>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button
          variant={danger ? "danger" : "primary"}
          busy={busy}
          onClick={() => onAct({ kind: act, reason: said, ...(act === "promoted" ? { arm } : {}) })}
        >
          {confirm}
        </Button>
      </DialogFooter>
    </DialogContent>
  );
}
