"use client";

import { useRouter } from "next/navigation";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { modeLabels } from "#components/policy/labels.ts";
import { StepOversightPanel, type StepRecord } from "#components/policy/step-oversight.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { type OversightMode, oversightModes } from "#domain/sequence.ts";

type Move = { stepId: string | null; mode: OversightMode | null };

/** How far a sequence and its steps go without people, and the acts that change it. */
export function SequenceOversightView(props: {
  id: string;
  sequenceMode: OversightMode | null;
  tenantMode: OversightMode;
  records: StepRecord[];
  mayChange: boolean;
}) {
  const router = useRouter();
  const path = `/api/sequences/${props.id}/oversight`;
  const done = () => router.refresh();
  const move = useWrite({
    send: (body: Move) => writeJson("PUT", path, body),
    said: "Moved. It is in the activity.",
    done,
  });
  const lift = useWrite({
    send: (stepId: string) => writeJson("DELETE", `${path}?stepId=${encodeURIComponent(stepId)}`, undefined),
    said: "Lifted. It goes on as before.",
    done,
  });
  return (
    <>
      <Field label="The whole sequence" hint="Steps that say something else keep it." className="max-w-sm">
        <Select
          disabled={!props.mayChange || move.busy}
          value={props.sequenceMode ?? ""}
          onChange={(event) => {
            const mode = oversightModes.find((one) => one === event.target.value) ?? null;
            move.write({ stepId: null, mode });
          }}
        >
          <option value="">As in Settings: {modeLabels[props.tenantMode]}</option>
          {oversightModes.map((mode) => (
            <option key={mode} value={mode}>
              {modeLabels[mode]}
            </option>
          ))}
        </Select>
      </Field>
      {props.records.map((record) => (
        <StepOversightPanel
          key={record.stepId}
          record={record}
          mayChange={props.mayChange}
          busy={move.busy || lift.busy}
          onMove={(mode) => move.write({ stepId: record.stepId, mode })}
          onLift={() => lift.write(record.stepId)}
        />
      ))}
    </>
  );
}
