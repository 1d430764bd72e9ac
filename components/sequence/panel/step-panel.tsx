"use client";

import { Copy, FlaskConical, Trash2, X } from "lucide-react";
import type { ReactNode } from "react";
import type { TestBasis } from "#domain/condition/edit.ts";
import { newTest } from "#domain/condition/edit.ts";
import { stepOf } from "#domain/sequence/edit.ts";
import type { StepFigures } from "#domain/sequence-draft.ts";
import type { GraphStep, SplitStep } from "#domain/sequence-graph.ts";
import { Button } from "../../ui/button.tsx";
import { FieldSet } from "../../ui/field.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { figureWords } from "../figure-words.ts";
import { kindLabels } from "../graph-labels.ts";
import { useBuilder } from "../step-acts.tsx";
import { ExperimentFields, NotifyFields, TagFields, WebhookFields } from "./act-fields.tsx";
import { BranchFields } from "./branch-fields.tsx";
import { ConditionEditor } from "./condition-editor.tsx";
import { MessageFields } from "./message-fields.tsx";
import { WaitFields, WaitForEventFields, WaitUntilFields } from "./time-fields.tsx";
import { TriggerFields } from "./trigger-fields.tsx";

type Props = {
  basis: TestBasis;
  rules: string;
  figures: StepFigures | null;
  preview: ReactNode;
  /** Where an experiment on a step is set up. */
  testHref: (stepId: string) => string;
  onClose: () => void;
};

/** Everything about the selected step: what is wrong with it, its fields, where it leads, what became of it. */
export function StepPanel(props: Props) {
  const { acts, shown } = useBuilder();
  const step = stepOf(shown.graph, shown.selected);
  const faults = shown.faults.get(shown.selected ?? "") ?? [];
  const title = step ? kindLabels[step.kind] : "Beginning";
  return (
    <div className="grid content-start gap-4 p-4">
      <header className="flex items-center justify-between gap-2">
        <h2 className="font-semibold text-base">{title}</h2>
        <span className="flex gap-0.5">
          {step && !shown.readOnly ? (
            <>
              <Button variant="ghost" size="icon-sm" aria-label="Copy this step" onClick={() => acts.copy(step.id)}>
                <Copy />
              </Button>
              <Button variant="ghost" size="icon-sm" aria-label="Remove this step" onClick={() => acts.remove(step.id)}>
                <Trash2 />
              </Button>
            </>
          ) : null}
          <Button variant="ghost" size="icon-sm" aria-label="Close the panel" onClick={props.onClose}>
            <X />
          </Button>
        </span>
      </header>
      {faults.map((fault) => (
        <Notice key={fault} tone="bad">
          {fault}
        </Notice>
      ))}
      {props.figures ? <FigureList figures={props.figures} /> : null}
      <fieldset disabled={shown.readOnly} className="grid min-w-0 gap-4">
        <legend className="sr-only">{title}</legend>
        {step ? <StepFields key={step.id} step={step} {...props} /> : <TriggerFields basis={props.basis} />}
        {step ? <BranchFields step={step} /> : null}
      </fieldset>
      {step?.kind === "message" && !shown.readOnly ? (
        <Button className="justify-self-start" asChild>
          <Link href={props.testHref(step.id)}>
            <FlaskConical aria-hidden />
            Test this step…
          </Link>
        </Button>
      ) : null}
      {step?.kind === "message" ? props.preview : null}
    </div>
  );
}

function StepFields({ step, basis, rules }: Props & { step: GraphStep }) {
  switch (step.kind) {
    case "message":
      return <MessageFields step={step} rules={rules} />;
    case "wait":
      return <WaitFields step={step} />;
    case "wait_until":
      return <WaitUntilFields step={step} />;
    case "wait_for_event":
      return <WaitForEventFields step={step} />;
    case "split":
      return <SplitFields step={step} basis={basis} />;
    case "experiment":
      return <ExperimentFields step={step} />;
    case "tag":
      return <TagFields step={step} />;
    case "notify":
      return <NotifyFields step={step} />;
    case "webhook":
      return <WebhookFields step={step} />;
    case "end":
      return <p className="text-ink-soft text-sm">Whoever comes here is done with this sequence.</p>;
  }
}

function SplitFields({ step, basis }: { step: SplitStep; basis: TestBasis }) {
  const { acts } = useBuilder();
  const begin = () => acts.change({ ...step, when: { kind: "all", of: [newTest("cart.value", basis)] } }, "when");
  return (
    <FieldSet legend="Goes on by “Yes” when" hint="By “No” when it does not hold, or when it cannot be known.">
      {step.when ? (
        <ConditionEditor
          condition={step.when}
          basis={basis}
          onChange={(when) => acts.change({ ...step, when }, "when")}
        />
      ) : (
        <Button className="justify-self-start" onClick={begin}>
          Say what decides
        </Button>
      )}
    </FieldSet>
  );
}

function FigureList({ figures }: { figures: StepFigures }) {
  return (
    <dl className="tabular grid grid-cols-3 gap-x-3 gap-y-2 rounded-lg border bg-sunken p-3">
      {figureWords(figures).map(({ label, text }) => (
        <div key={label} className="grid">
          <dt className="text-2xs text-ink-faint">{label}</dt>
          <dd className="font-semibold text-ink text-sm">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
