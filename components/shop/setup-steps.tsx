import { Fragment } from "react";
import { CopyField } from "../ui/copy-button.tsx";
import type { PlatformView } from "./platform-view.ts";

/** What to do in the shop, in order; the webhook address stands where a step needs it, ready to be copied. */
export function SetupSteps({ platform, webhookUrl }: { platform: PlatformView; webhookUrl: string }) {
  const named = platform.steps.some((step) => step.includes("{url}"));
  return (
    <div className="grid gap-4">
      <ol className="grid gap-3 text-sm">
        {platform.steps.map((step, index) => (
          <li key={step} className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-2.5">
            <span
              aria-hidden
              className="tabular grid size-6 place-items-center rounded-full bg-sunken text-ink-soft text-xs ring-1 ring-line ring-inset"
            >
              {index + 1}
            </span>
            <div className="grid min-w-0 gap-2 pt-0.5">
              <p className="max-w-prose">
                {step.split("{url}").map((part, at) => (
                  <Fragment key={part}>
                    {at > 0 ? <em className="font-medium not-italic">the webhook address</em> : null}
                    <Words text={part} />
                  </Fragment>
                ))}
              </p>
              {step.includes("{url}") ? <CopyField value={webhookUrl} label="webhook address" /> : null}
            </div>
          </li>
        ))}
      </ol>
      {named ? null : (
        <div className="grid gap-1.5">
          <h3 className="font-medium text-sm">Webhook address</h3>
          <CopyField value={webhookUrl} label="webhook address" />
        </div>
      )}
      <Topics topics={platform.topics} open />
    </div>
  );
}

/** What stands between backticks is to be typed or copied letter by letter. */
function Words({ text }: { text: string }) {
  return text.split("`").map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <code key={part} className="break-words rounded-sm bg-sunken px-1 py-0.5 font-mono text-[0.9em]">
        {part}
      </code>
    ),
  );
}

/** The platform's own names of what it reports, each to be found there in the same words. */
export function Topics({ topics, open = false }: { topics: string[]; open?: boolean }) {
  if (topics.length === 0) return null;
  return (
    <details open={open} className="text-sm">
      <summary className="w-fit rounded-sm text-ink-soft">
        {topics.length === 1 ? "One event" : `${topics.length} events`} to be reported
      </summary>
      <ul className="mt-2 flex flex-wrap gap-1">
        {topics.map((topic) => (
          <li key={topic}>
            <code className="rounded-sm bg-sunken px-1.5 py-0.5 font-mono text-ink-soft text-xs">{topic}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
