import { diffWordsWithSpace } from "diff";
import type { Words } from "#domain/draft.ts";
import type { LastApproved } from "#domain/draft-queue.ts";
import { cn } from "../ui/cn.ts";
import { Time } from "../ui/time.tsx";
import { fieldLabels } from "./labels.ts";

const fields = ["subject", "preheader", "heading", "paragraphs", "button", "postscript"] as const;

/** What is other than in the words of the same pattern that a person last let go, word by word. */
export function DraftDiff({ words, last, zone }: { words: Words; last: LastApproved; zone: string }) {
  const changed = fields.flatMap((field) => {
    const [before, after] = [textOf(last.words, field), textOf(words, field)];
    return before === after ? [] : [{ field, parts: diffWordsWithSpace(before, after) }];
  });
  return (
    <div className="grid gap-2.5 text-sm">
      <p className="text-ink-faint text-xs">
        Let go by {last.by?.name ?? "a former member"}, <Time at={last.at} zone={zone} />
      </p>
      {changed.length === 0 ? <p className="text-ink-soft">The words are the same.</p> : null}
      {changed.map(({ field, parts }) => (
        <div key={field} className="grid gap-0.5">
          <p className="text-ink-faint text-xs">{fieldLabels[field]}</p>
          <p className="whitespace-pre-wrap break-words text-ink-soft leading-6">
            {parts.map(({ value, added, removed }, index) => {
              const Part = added ? "ins" : removed ? "del" : "span";
              return (
                <Part
                  // biome-ignore lint/suspicious/noArrayIndexKey: parts of one comparison never move
                  key={index}
                  className={cn(
                    added && "rounded-sm bg-good-soft text-good no-underline",
                    removed && "rounded-sm bg-bad-soft text-bad decoration-bad/60",
                  )}
                >
                  {value}
                </Part>
              );
            })}
          </p>
        </div>
      ))}
    </div>
  );
}

function textOf(words: Words, field: keyof Words): string {
  const text = words[field];
  return Array.isArray(text) ? text.join("\n\n") : (text ?? "");
}
