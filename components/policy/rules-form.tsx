"use client";

import { useState } from "react";
import type { AlwaysReview, DemotionLimits } from "#domain/oversight.ts";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { FieldSet } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { PanelForm } from "../ui/panel-form.tsx";
import { Switch } from "../ui/switch.tsx";
import { DemotionFields } from "./demotion-fields.tsx";
import { CartLimit, OptionalNumber } from "./limit-fields.tsx";
import type { PolicyValues } from "./policy-values.ts";

export type RuleValues = Pick<PolicyValues, "alwaysReview" | "samplePercent" | "secondApprover" | "demotion">;

/** What always waits for a person, in every mode, and when a step goes back to gated. */
export function RulesForm(props: {
  rules: RuleValues;
  currency: string;
  /** How many members may approve: alone, nobody can send what they edited. */
  reviewers: number;
  mayChange: boolean;
  busy: boolean;
  complaint: Complaint | null;
  onSave: (values: RuleValues) => void;
}) {
  const { currency } = props;
  const [values, setValues] = useState<RuleValues>(props.rules);
  const { alwaysReview: always, secondApprover: second, demotion } = values;
  const setAlways = (change: Partial<AlwaysReview>) => setValues({ ...values, alwaysReview: { ...always, ...change } });
  const setDemotion = (change: Partial<DemotionLimits>) =>
    setValues({ ...values, demotion: { ...demotion, ...change } });
  return (
    <PanelForm
      title="What a person always sees"
      description="These hold in every mode."
      save="Save rules"
      mayChange={props.mayChange}
      busy={props.busy}
      onSave={() => props.onSave(values)}
      className="grid gap-5"
    >
      {props.reviewers < 2 ? (
        <Notice tone="warn">
          Only one member may review. Nobody approves words that they wrote: in gated mode what you edit cannot be sent
          until somebody else can approve it. Two approvals cannot be given at all.
        </Notice>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField
          label="First of a new version"
          unit="drafts"
          min={0}
          max={1_000}
          value={always.firstOfVersion}
          onChange={(firstOfVersion) => setAlways({ firstOfVersion })}
          hint="Until people have looked at so many."
          error={complaintOn(props.complaint, "alwaysReview.firstOfVersion")}
        />
        <NumberField
          label="Sampled in autonomous mode"
          unit="%"
          min={0}
          max={100}
          value={values.samplePercent}
          onChange={(samplePercent) => setValues({ ...values, samplePercent })}
          error={complaintOn(props.complaint, "samplePercent")}
        />
        <OptionalNumber
          label="Large incentives"
          field="Above"
          unit="%"
          starts={15}
          min={0}
          max={100}
          value={always.incentiveAbovePercent}
          onChange={(incentiveAbovePercent) => setAlways({ incentiveAbovePercent })}
        />
        <CartLimit
          label="Large carts"
          currency={currency}
          value={always.cartAbove}
          onChange={(cartAbove) => setAlways({ cartAbove })}
        />
        <OptionalNumber
          label="When the writer is unsure"
          hint="Only writers that say how sure they are."
          field="Confidence below"
          unit="%"
          starts={70}
          min={0}
          max={100}
          value={always.confidenceBelow === null ? null : Math.round(always.confidenceBelow * 100)}
          onChange={(percent) => setAlways({ confidenceBelow: percent === null ? null : percent / 100 })}
        />
        <div className="grid content-start gap-3">
          <Switch label="VIPs" checked={always.vip} onCheckedChange={(vip) => setAlways({ vip })} />
          <Switch
            label="A step's first draft in a language"
            checked={always.newLanguage}
            onCheckedChange={(newLanguage) => setAlways({ newLanguage })}
          />
          <Switch
            label="Findings in autonomous mode too"
            checked={always.findings}
            onCheckedChange={(findings) => setAlways({ findings })}
          />
        </div>
      </div>
      <FieldSet legend="A second approver">
        <div className="grid gap-4 sm:grid-cols-2">
          <OptionalNumber
            label="For incentives"
            field="Above"
            unit="%"
            starts={25}
            min={0}
            max={100}
            value={second.incentiveAbovePercent}
            onChange={(incentiveAbovePercent) =>
              setValues({ ...values, secondApprover: { ...second, incentiveAbovePercent } })
            }
          />
          <CartLimit
            label="For carts"
            currency={currency}
            value={second.cartAbove}
            onChange={(cartAbove) => setValues({ ...values, secondApprover: { ...second, cartAbove } })}
          />
        </div>
      </FieldSet>
      <DemotionFields value={demotion} onChange={setDemotion} />
    </PanelForm>
  );
}
