"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { MailChecks } from "#components/mail-check/mail-checks.tsx";
import type { PreviewParts } from "#components/message/message-preview.tsx";
import { documentFaultLabels } from "#components/template/block-labels.ts";
import { useEditing } from "#components/template/editing.tsx";
import { languageName } from "#components/template/language-name.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Span } from "#domain/mail-checks/finding.ts";
import { editedChecksQuery } from "./queries.ts";

/** What keeps the template from being published, and what is to be mended in the message as it is shown. */
export function EditorChecks({ preview, wanted }: { preview: PreviewParts | undefined; wanted: boolean }) {
  const { faults, acts } = useEditing();
  const checks = useQuery(editedChecksQuery(preview, wanted));
  const [marked, setMarked] = useState<Span | null>(null);
  return (
    <div className="grid gap-4">
      {faults.length > 0 ? (
        <Notice tone="bad">
          <p className="font-medium">Before it can be published</p>
          <ul className="mt-1 grid gap-1">
            {faults.map(({ fault, blockId, field, language }) => (
              <li key={`${fault}.${blockId}.${field}.${language}`}>
                {documentFaultLabels[fault]}
                {language ? ` (${languageName(language)})` : ""}{" "}
                {blockId && blockId !== "style" ? (
                  <Button variant="link" size="sm" onClick={() => acts.select(blockId)}>
                    Go there
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <MailChecks
        checks={checks.data}
        failed={checks.isError}
        busy={checks.isPlaceholderData}
        onRetry={() => void checks.refetch()}
        marked={marked}
        onMark={(place) => {
          setMarked(place?.at ?? null);
          if (place?.block) acts.select(place.block);
        }}
      />
    </div>
  );
}
