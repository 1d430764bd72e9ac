"use client";

import { judgeAnswers } from "#domain/mail-checks/link-answers.ts";
import { Button } from "../ui/button.tsx";
import { FindingRow } from "./finding-row.tsx";
import { linkStateLabels } from "./labels.ts";
import type { LinkQuestion } from "./link-question.ts";

/** Asks other people's servers, and therefore only when somebody wants it. */
export function LinkCheck({ count, answers, busy, failed, onAsk }: LinkQuestion & { count: number }) {
  const findings = answers ? judgeAnswers(answers) : [];
  return (
    <section className="grid gap-2 border-t px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold text-ink-soft text-xs">Do links and pictures answer?</h3>
        <Button size="sm" busy={busy} onClick={onAsk}>
          {answers ? "Ask again" : `Ask for ${Math.min(count, 40)}`}
        </Button>
      </div>
      <div role="status" className="grid gap-1.5 text-sm">
        {failed ? <p className="text-bad">{failed}</p> : null}
        {answers && findings.length > 0 ? (
          <ul className="-mx-2">
            {findings.map((finding) => (
              <FindingRow key={finding.excerpt} finding={finding} marked={false} onMark={() => undefined} />
            ))}
          </ul>
        ) : null}
        {answers ? (
          <details>
            <summary className="cursor-pointer text-ink-soft text-xs">
              {answers.length} {answers.length === 1 ? "address was" : "addresses were"} asked for
            </summary>
            <ul className="mt-1.5 grid gap-1.5 text-xs">
              {answers.map(({ url, state, status }) => (
                <li key={url}>
                  <span className="wrap-anywhere font-mono text-2xs">{url}</span>
                  <br />
                  <span className="text-ink-faint">
                    {linkStateLabels[state]}
                    {status ? ` (${status})` : ""}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        ) : (
          <p className="text-ink-faint text-xs">Each address is asked for once, from the server.</p>
        )}
      </div>
    </section>
  );
}
