"use client";

import type { Plan } from "#domain/experiment.ts";
import { Choices } from "../../ui/choices.tsx";
import { Field, FieldSet } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { Panel, PanelBody, PanelHeader } from "../../ui/panel.tsx";
import { Switch } from "../../ui/switch.tsx";
import type { FaultAt } from "./fault-at.ts";
import { FigureField } from "./figure-field.tsx";
import { percent } from "./measures.ts";

type Props = {
  plan: Plan;
  onChange: (part: Partial<Plan>) => void;
  endsOn: string;
  onEnd: (day: string) => void;
  faultAt: FaultAt;
};

/** What happens by itself: a winner for everybody, shares that move, an end. */
export function EndPanel({ plan, onChange, endsOn, onEnd, faultAt }: Props) {
  const { promotion, allocation } = plan;
  return (
    <Panel>
      <PanelHeader title="What happens by itself" description="Chosen before the start, and never changed after it." />
      <PanelBody className="grid gap-5">
        <FieldSet legend="When a winner is found">
          <Choices
            label="When a winner is found"
            columns={2}
            value={promotion.kind}
            onChange={(kind) => onChange({ promotion: kind === "never" ? { kind } : { kind, minimumDays: 14 } })}
            choices={[
              { value: "never", label: "Somebody decides", hint: "Nothing changes before a person promotes an arm." },
              { value: "when_sure", label: "It is promoted", hint: "Everybody who enters then gets the winning arm." },
            ]}
          />
        </FieldSet>
        {promotion.kind === "when_sure" ? (
          <FigureField
            label="After at least"
            unit="days"
            min={1}
            max={365}
            value={promotion.minimumDays}
            onChange={(value) => onChange({ promotion: { kind: "when_sure", minimumDays: Math.round(value) } })}
            hint="Whole weeks even out weekdays."
            error={faultAt("plan.promotion.minimumDays")}
          />
        ) : null}
        <div className="grid gap-3">
          <Switch
            label="Move the shares towards what does better"
            hint="Thompson sampling, once a day at most. Every move is kept, and estimates make up for it; intervals grow wider."
            checked={allocation.kind === "thompson"}
            onCheckedChange={(moving) =>
              onChange({ allocation: moving ? { kind: "thompson", floor: 0.1 } : { kind: "fixed" } })
            }
          />
          {faultAt("plan.allocation") ? (
            <p role="alert" className="text-bad text-xs">
              {faultAt("plan.allocation")}
            </p>
          ) : null}
          {allocation.kind === "thompson" ? (
            <FigureField
              label="Every variant keeps"
              unit="%"
              value={percent.shown(allocation.floor)}
              onChange={(value) => onChange({ allocation: { kind: "thompson", floor: percent.stored(value) } })}
              hint="Of what the holdout leaves."
              error={faultAt("plan.allocation.floor")}
            />
          ) : null}
        </div>
        <Field
          label="Ends on"
          hint="It is concluded at the end of that day. Empty: when somebody concludes it."
          error={faultAt("endsAt")}
        >
          <Input type="date" className="max-w-44" value={endsOn} onChange={(event) => onEnd(event.target.value)} />
        </Field>
      </PanelBody>
    </Panel>
  );
}
