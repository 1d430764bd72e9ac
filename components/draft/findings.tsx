import { CircleCheck, TriangleAlert } from "lucide-react";
import type { Finding } from "#domain/draft.ts";
import { cn } from "../ui/cn.ts";
import { fieldLabels, findingLabels } from "./labels.ts";

/** What the inspection found in the words; a block keeps them from leaving, a flag asks for a look. */
export function Findings({ findings }: { findings: Finding[] }) {
  if (findings.length === 0)
    return (
      <p className="flex items-start gap-2 px-2 text-ink-soft text-sm">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
        Every claim has its fact.
      </p>
    );
  return (
    <ul className="grid gap-2 px-2">
      {findings.map((finding, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: findings of one text come in its order
        <li key={index} className="flex gap-2 text-sm">
          <TriangleAlert
            aria-hidden
            className={cn("mt-0.5 size-4 shrink-0", finding.severity === "block" ? "text-bad" : "text-warn")}
          />
          <div className="min-w-0">
            <p className="text-ink">{findingLabels[finding.code]}</p>
            {finding.excerpt ? <p className="break-words text-ink-soft">“{finding.excerpt}”</p> : null}
            <p className="text-ink-faint text-xs">
              {fieldLabels[finding.field]}, {finding.severity === "block" ? "keeps it from leaving" : "worth a look"}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
