"use client";

import { useState } from "react";
import { CopyButton } from "../ui/copy-button.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { languages, type ReferenceEntry, type SnippetLanguage } from "./reference.ts";
import { snippets } from "./snippets.ts";

/** A call in the reader's language. */
export function CodeSample({ call }: { call: Pick<ReferenceEntry, "method" | "example"> }) {
  const [language, setLanguage] = useState<SnippetLanguage>("curl");
  const text = snippets[language].of(call);
  return (
    <div className="min-w-0 self-start overflow-hidden rounded-md border bg-sunken xl:sticky xl:top-6">
      <div className="flex items-center justify-between gap-2 border-b px-2 py-1.5">
        <Segmented
          label="Language"
          value={language}
          onChange={setLanguage}
          options={languages.map((value) => ({ value, label: snippets[value].label }))}
        />
        <CopyButton text={text} label="Copy the call" />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <pre tabIndex={0} className="overflow-x-auto p-3 font-mono text-xs leading-relaxed">
        <code>{text}</code>
      </pre>
    </div>
  );
}
