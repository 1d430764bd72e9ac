"use client";

import { reachedFrom } from "#domain/sequence/edit.ts";
import { type GraphStep, leadsTo } from "#domain/sequence-graph.ts";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { useBuilder } from "../step-acts.tsx";
import { branchNames, wordsOf } from "../step-words.ts";

/** Where each branch goes on: at any step that does not lead back here, or nowhere. */
export function BranchFields({ step }: { step: GraphStep }) {
  const { acts, shown } = useBuilder();
  const { graph, names } = shown;
  const ways = leadsTo(step);
  if (ways.length === 0) return null;
  const labels = branchNames(step);
  const offered = graph.steps.filter(({ id }) => !reachedFrom(graph, id).has(step.id));
  return (
    <details className="group rounded-lg border px-3 py-2 text-sm" open={ways.length > 1 ? undefined : false}>
      <summary className="font-medium text-ink-soft">Where it goes on</summary>
      <div className="mt-3 grid gap-3 pb-1">
        {ways.map((to, branch) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a branch is its place
          <Field key={branch} label={labels[branch] ?? "Next"}>
            <Select
              value={to ?? ""}
              onChange={(event) => acts.connect({ stepId: step.id, branch }, event.target.value || null)}
            >
              <option value="">Nowhere: it ends</option>
              {offered.map((one) => (
                <option key={one.id} value={one.id}>
                  {optionText(wordsOf(one, graph, names))}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
    </details>
  );
}

function optionText({ title, detail }: { title: string; detail: string }): string {
  const text = detail ? `${title} (${detail})` : title;
  return text.length > 60 ? `${text.slice(0, 58)}…` : text;
}
