"use client";

import { useState } from "react";
import { CopyButton } from "../ui/copy-button.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { prettyJson } from "./pretty-json.ts";

type Shown = "pretty" | "raw";

/** A stored body as text. It is data of strangers: shown, never interpreted, and its numbers and order stay as sent. */
export function RawBody({ text, base64 }: { text: string | null; base64: string | null }) {
  const [shown, setShown] = useState<Shown>("pretty");
  if (text === null && base64 === null)
    return <p className="text-ink-soft text-sm">The body was erased, as data-protection law demands.</p>;
  const pretty = text === null ? null : prettyJson(text);
  const body = (shown === "pretty" ? pretty : null) ?? text ?? base64 ?? "";
  return (
    <section aria-label="Body" className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">Body</h3>
        <div className="flex items-center gap-1">
          {pretty === null ? null : (
            <Segmented
              label="How the body is shown"
              value={shown}
              onChange={setShown}
              options={[
                { value: "pretty", label: "Laid out" },
                { value: "raw", label: "As received" },
              ]}
            />
          )}
          <CopyButton text={body} label="Copy the body" />
        </div>
      </div>
      {text === null ? (
        <p className="text-ink-soft text-xs">The bytes are no UTF-8 text and stand here in base64.</p>
      ) : null}
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-[60dvh] overflow-auto rounded-md border bg-sunken p-3 font-mono text-ink text-xs"
      >
        {body}
      </pre>
    </section>
  );
}
