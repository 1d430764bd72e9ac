"use client";

import { Trash2 } from "lucide-react";
import { isStepField, newTest, operatorsOf, type TestBasis, withValue } from "#domain/condition/edit.ts";
import { conditionFields, type FieldName, type StepField, stepFields, type Test } from "#domain/condition.ts";
import { messageSteps } from "#domain/sequence-graph.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import { type FieldGroup, fieldLabels, operatorLabels } from "../condition-labels.ts";
import { useBuilder } from "../step-acts.tsx";
import { messageTitle } from "../step-words.ts";
import { chosenFrom } from "./chosen-from.ts";
import { KnownOption } from "./message-fields.tsx";
import { TestValue } from "./test-value.tsx";

const groups: FieldGroup[] = ["Cart", "Customer", "Contact", "Messages"];

type Props = { test: Test; basis: TestBasis; onChange: (test: Test) => void; onRemove: () => void };

/** One question: which fact, how it is compared, with what. */
export function TestRow({ test, basis, onChange, onRemove }: Props) {
  const fields = fieldsFor(basis);
  const ops = operatorsOf(test.field);
  return (
    <div className="grid gap-1.5">
      <div className="grid grid-cols-[1fr_auto] gap-1.5">
        <Select
          aria-label="Fact"
          value={test.field}
          onChange={(event) => onChange(newTest(chosenFrom(fields, event) ?? test.field, basis))}
        >
          {groups.map((group) => (
            <optgroup key={group} label={group}>
              {fields
                .filter((field) => fieldLabels[field].group === group)
                .map((field) => (
                  <option key={field} value={field}>
                    {fieldLabels[field].label}
                  </option>
                ))}
            </optgroup>
          ))}
        </Select>
        <Button variant="ghost" size="icon" aria-label="Remove the question" onClick={onRemove}>
          <Trash2 />
        </Button>
      </div>
      {"step" in test ? <StepChoice test={test} onChange={onChange} /> : null}
      <div className="grid grid-cols-[minmax(0,9rem)_minmax(0,1fr)] gap-1.5">
        {ops.length > 1 ? (
          <Select
            aria-label="Comparison"
            value={test.op}
            onChange={(event) => onChange(reoperated(test, chosenFrom(ops, event) ?? test.op, basis))}
          >
            {ops.map((op) => (
              <option key={op} value={op}>
                {operatorLabels[op]}
              </option>
            ))}
          </Select>
        ) : (
          <span className="self-center px-1 text-ink-soft text-sm">{operatorLabels[test.op]}</span>
        )}
        <TestValue test={test} onChange={onChange} />
      </div>
    </div>
  );
}

function StepChoice({ test, onChange }: { test: Extract<Test, { step: string }>; onChange: (test: Test) => void }) {
  const messages = messageSteps(useBuilder().shown.graph);
  return (
    <Select
      aria-label="Which message"
      value={test.step}
      onChange={(event) => onChange({ ...test, step: event.target.value })}
    >
      <KnownOption id={test.step} among={messages} />
      {messages.map((message) => (
        <option key={message.id} value={message.id}>
          {messageTitle(message)}
        </option>
      ))}
    </Select>
  );
}

/** Keeps the value where it fits the other comparison too. */
function reoperated(test: Test, op: Test["op"], basis: TestBasis): Test {
  const fresh = newTest(test.field, basis, op);
  return withValue(fresh, test.value) ?? fresh;
}

function fieldsFor({ messageIds }: TestBasis): (FieldName | StepField)[] {
  const known = (field: string): field is FieldName => Object.hasOwn(conditionFields, field);
  const plain = Object.keys(conditionFields).filter(known);
  return messageIds.length > 0 ? [...plain, ...stepFields.filter(isStepField)] : plain;
}
