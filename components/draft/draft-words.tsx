import type { Words } from "#domain/draft.ts";
import type { LinkedClaim } from "#domain/inspect.ts";
import { placedTexts } from "./claim-parts.ts";
import { fieldLabels } from "./labels.ts";
import { type Linking, MarkedText } from "./marked-text.tsx";

/** The words as the writer left them, with the slots that are filled when the message is rendered. */
export function DraftWords({ words, claims, ...linking }: Linking & { words: Words; claims: LinkedClaim[] }) {
  const texts = [...Map.groupBy(placedTexts(words, claims), ({ field }) => field)];
  return (
    <dl className="grid gap-2.5 text-sm">
      {texts.map(([field, lines]) => (
        <div key={field} className="grid gap-0.5">
          <dt className="text-ink-faint text-xs">{fieldLabels[field]}</dt>
          <dd className="grid gap-1.5 break-words text-ink">
            {lines.map((line) => (
              <p key={line.paragraph}>
                <MarkedText text={line.text} claims={line.claims} {...linking} />
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
