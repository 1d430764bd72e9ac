"use client";

import { templateTroubleLabels } from "#components/template/block-labels.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Time } from "#components/ui/time.tsx";
import type { TemplateView } from "#domain/template-view.ts";

/** That messages could not wear this template, and went out as the reminder instead. */
export function TroubleNotice({ view, zone }: { view: TemplateView; zone: string }) {
  if (view.troubles.length === 0) return null;
  return (
    <Notice tone="warn" role="status" className="rounded-none border-x-0 border-t-0">
      {view.troubles.map(({ reason, messages, lastAt }) => (
        <p key={reason}>
          <span className="tabular-nums">{messages}</span> {messages === 1 ? "message" : "messages"} went out as the
          reminder because {templateTroubleLabels[reason]}; the last <Time at={lastAt} zone={zone} />.
        </p>
      ))}
    </Notice>
  );
}
