"use client";

import { KnownOption } from "../../sequence/panel/message-fields.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { Panel, PanelBody, PanelHeader } from "../../ui/panel.tsx";
import { Select } from "../../ui/select.tsx";
import type { SetupChoices } from "./choices.ts";

type Props = {
  name: string;
  onName: (name: string) => void;
  sequenceId: string;
  /** Null where the sequence is settled: an experiment stays with its own. */
  onSequence: ((id: string) => void) | null;
  choices: SetupChoices;
};

/** What it is called, and what it is tried on. */
export function SubjectPanel({ name, onName, sequenceId, onSequence, choices }: Props) {
  const sequence = choices.sequences.find(({ id }) => id === sequenceId);
  return (
    <Panel>
      <PanelHeader title="What is tried" />
      <PanelBody className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" required>
          <Input
            value={name}
            maxLength={120}
            placeholder="Shorter subject in the first mail"
            onChange={(event) => onName(event.target.value)}
          />
        </Field>
        <Field
          label="Sequence"
          hint={sequence && !sequence.live ? "It is not live: nobody enters, so nobody would be assigned." : undefined}
        >
          <Select
            value={sequenceId}
            disabled={onSequence === null}
            onChange={(event) => onSequence?.(event.target.value)}
          >
            <KnownOption id={sequenceId} among={choices.sequences} />
            {choices.sequences.map(({ id, name: called }) => (
              <option key={id} value={id}>
                {called}
              </option>
            ))}
          </Select>
        </Field>
      </PanelBody>
    </Panel>
  );
}
