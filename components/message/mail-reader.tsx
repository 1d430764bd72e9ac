"use client";

import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import type { MailDetail } from "#domain/rows.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Fact, Facts } from "../ui/facts.tsx";
import { TextLink } from "../ui/link.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Time } from "../ui/time.tsx";
import { kindLabels, statusLabels, statusTones } from "./labels.ts";
import { MessageFrame } from "./message-frame.tsx";
import { MessageText } from "./message-preview.tsx";

type Part = "html" | "text" | "headers";
type Props = { mail: MailDetail; zone: string; onBack: () => void };

/** One mail, as the receiver has it. */
export function MailReader({ mail, zone, onBack }: Props) {
  const [part, setPart] = useState<Part>("html");
  return (
    <article className="grid gap-4 px-4 py-5 sm:px-6 lg:py-6">
      <Button variant="ghost" size="sm" onClick={onBack} className="justify-self-start lg:hidden">
        <ArrowLeft aria-hidden />
        All mail
      </Button>
      <header className="grid gap-3">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <h2 dir="auto" className="wrap-anywhere min-w-0 text-left font-semibold text-xl tracking-tight">
            {mail.subject}
          </h2>
          <Badge tone={statusTones[mail.status]}>{statusLabels[mail.status]}</Badge>
        </div>
        <Facts>
          <Fact name="To">{mail.to}</Fact>
          {mail.from ? <Fact name="From">{mail.from}</Fact> : null}
          <Fact name={mail.status === "sent" ? "Sent" : "Made"}>
            <Time at={mail.at} zone={zone} />
          </Fact>
          <Fact name="Kind">
            {kindLabels[mail.kind]}
            {mail.cartId ? (
              <>
                , <TextLink href={`/carts/${mail.cartId}`}>to its cart</TextLink>
              </>
            ) : null}
          </Fact>
          {mail.reason ? <Fact name="Reason">{mail.reason}</Fact> : null}
        </Facts>
      </header>
      <div className="overflow-hidden rounded-lg border bg-surface shadow-panel">
        <div className="border-b px-3 py-2">
          <Segmented
            label="Part"
            value={part}
            onChange={setPart}
            options={[
              { value: "html", label: "HTML" },
              { value: "text", label: "Text" },
              { value: "headers", label: "Headers" },
            ]}
          />
        </div>
        {part === "html" ? (
          mail.html ? (
            <MessageFrame html={mail.html} title={mail.subject} />
          ) : (
            <p className="p-6 text-center text-ink-soft text-sm">Rendered when it is about to leave.</p>
          )
        ) : null}
        {part === "text" ? <MessageText text={mail.text} /> : null}
        {part === "headers" ? <Headers headers={mail.headers} /> : null}
      </div>
    </article>
  );
}

function Headers({ headers }: { headers: Record<string, string> }) {
  const entries = Object.entries(headers);
  if (entries.length === 0) return <p className="p-6 text-center text-ink-soft text-sm">No headers of its own.</p>;
  return (
    <dl className="grid gap-2 p-4 font-mono text-xs">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt className="text-ink-faint">{name}</dt>
          <dd className="break-all text-ink">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
