import type { Words } from "#domain/draft.ts";
import { fieldLabels } from "./labels.ts";

/** The words as the writer left them, with the slots that are filled when the message is rendered. */
export function DraftWords({ words }: { words: Words }) {
  const texts: [keyof Words, string[]][] = [
    ["subject", [words.subject]],
    ["preheader", [words.preheader]],
    ["heading", [words.heading]],
    ["paragraphs", words.paragraphs],
    ["button", [words.button]],
    ...(words.postscript ? [["postscript", [words.postscript]] satisfies [keyof Words, string[]]] : []),
  ];
  return (
    <dl className="grid gap-2.5 text-sm">
      {texts.map(([field, lines]) => (
        <div key={field} className="grid gap-0.5">
          <dt className="text-ink-faint text-xs">{fieldLabels[field]}</dt>
          <dd className="grid gap-1.5 break-words text-ink">
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the words of one draft never change
              <p key={index}>
                <WithSlots text={line} />
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function WithSlots({ text }: { text: string }) {
  return text.split(/(\{\{[^{}]*\}\})/).map((part, index) =>
    part.startsWith("{{") ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
      <span key={index} className="rounded-sm bg-accent-soft px-1 font-mono text-2xs text-accent">
        {part.slice(2, -2).trim()}
      </span>
    ) : (
      part
    ),
  );
}
