"use client";

import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { HoldoutNote, type HoldoutShare } from "#components/policy/holdout-note.tsx";
import { OversightForm } from "#components/policy/oversight-form.tsx";
import type { PolicyValues } from "#components/policy/policy-values.ts";
import { RulesForm } from "#components/policy/rules-form.tsx";
import { SendingForm } from "#components/policy/sending-form.tsx";

export function PolicyForms(props: {
  policy: PolicyValues;
  shares: HoldoutShare[];
  currency: string;
  reviewers: number;
  mayChange: boolean;
}) {
  const send = (change: Partial<PolicyValues>) => writeJson("PATCH", "/api/policy", change);
  const oversight = useWrite({ send, said: "Saved. It holds for drafts written from now on." });
  const sending = useWrite({ send, said: "Saved" });
  const rules = useWrite({ send, said: "Saved. It holds for drafts written from now on." });
  const { oversightMode, reviewDeadlineMinutes, deadlineAction, ...others } = props.policy;
  const { alwaysReview, samplePercent, secondApprover, demotion, ...rest } = others;
  return (
    <>
      <OversightForm
        policy={{ oversightMode, reviewDeadlineMinutes, deadlineAction }}
        mayChange={props.mayChange}
        busy={oversight.busy}
        complaint={oversight.complaint}
        onSave={oversight.write}
      />
      <RulesForm
        rules={{ alwaysReview, samplePercent, secondApprover, demotion }}
        currency={props.currency}
        reviewers={props.reviewers}
        mayChange={props.mayChange}
        busy={rules.busy}
        complaint={rules.complaint}
        onSave={rules.write}
      />
      <SendingForm
        policy={rest}
        holdout={<HoldoutNote shares={props.shares} />}
        mayChange={props.mayChange}
        busy={sending.busy}
        complaint={sending.complaint}
        onSave={sending.write}
      />
    </>
  );
}
