"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { type TrialAct, type TrialActKind, trialActKinds } from "#domain/sequence/trial.ts";
import { spanText } from "../sequence/step-words.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { PanelBody } from "../ui/panel.tsx";
import { Select, SelectFrom } from "../ui/select.tsx";
import { actLabels } from "./labels.ts";

type Props = { acts: TrialAct[]; messages: number; onChange: (acts: TrialAct[]) => void };

const ofMessage = (act: TrialActKind) => act === "opens" || act === "clicks";

/** What a shopper is made up to do, and when. */
export function ActList({ acts, messages, onChange }: Props) {
  const [act, setAct] = useState<TrialActKind>("opens");
  const [hours, setHours] = useState("3");
  const [message, setMessage] = useState(0);
  const minutes = Math.round(Number(hours) * 60);
  const sound = Number.isFinite(minutes) && minutes >= 0 && minutes <= 527_040;
  return (
    <PanelBody className="grid gap-3">
      {acts.length === 0 ? <p className="text-ink-faint text-sm">Nothing: they stay away.</p> : null}
      <ul className="grid gap-1">
        {acts.map((one, place) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: an act is its place in the list
            key={place}
            className="flex items-center justify-between gap-2 rounded-md bg-sunken py-0.5 pr-1 pl-2.5 text-sm"
          >
            <span>{actText(one)}</span>
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={`Take away: ${actText(one)}`}
              onClick={() => onChange(acts.filter((_, other) => other !== place))}
            >
              <X aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="grid gap-3 border-t pt-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (sound) onChange([...acts, { act, minutes, message: ofMessage(act) ? message : 0 }]);
        }}
      >
        <Field label="Act">
          <SelectFrom
            labels={actLabels}
            value={act}
            onChange={(event) => setAct(trialActKinds.find((kind) => kind === event.target.value) ?? "opens")}
          />
        </Field>
        {ofMessage(act) && messages > 0 ? (
          <Field label="Message">
            <Select value={String(message)} onChange={(event) => setMessage(Number(event.target.value))}>
              {Array.from({ length: messages }, (_, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a message is its place
                <option key={place} value={place}>
                  Message {place + 1}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        <Field label={ofMessage(act) ? "Hours after it was sent" : "Hours after the cart was abandoned"}>
          <Input
            type="number"
            min={0}
            max={8784}
            step="any"
            value={hours}
            onChange={(event) => setHours(event.target.value)}
          />
        </Field>
        <Button type="submit" size="sm" disabled={!sound || acts.length >= 20} className="justify-self-start">
          <Plus aria-hidden />
          Add
        </Button>
      </form>
    </PanelBody>
  );
}

function actText({ act, minutes, message }: TrialAct): string {
  const after = minutes === 0 ? "at once" : `after ${spanText(minutes)}`;
  return ofMessage(act) ? `${actLabels[act]} ${message + 1} ${after}` : `${actLabels[act]} ${after}`;
}
