"use client";

import { ArrowLeft } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Segmented } from "../ui/segmented.tsx";

type Props = {
  subject: string;
  state: ReactNode;
  /** What is told of it above its words. */
  about: ReactNode;
  parts: { html: ReactNode; text: ReactNode; headers?: ReactNode };
  /** The list it was chosen from, where there is no room for both. */
  back: string;
  onBack: () => void;
  children?: ReactNode;
};

const labels = { html: "HTML", text: "Text", headers: "Headers" };

/** One mail to be read, part by part. */
export function MailSheet({ subject, state, about, parts, back, onBack, children }: Props) {
  const [part, setPart] = useState<keyof typeof labels>("html");
  const shown = (["html", "text", "headers"] as const).filter((one) => parts[one] !== undefined);
  return (
    <article className="grid gap-4 px-4 py-5 sm:px-6 lg:py-6">
      <Button variant="ghost" size="sm" onClick={onBack} className="justify-self-start lg:hidden">
        <ArrowLeft aria-hidden />
        {back}
      </Button>
      <header className="grid gap-3">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <h2 dir="auto" className="wrap-anywhere min-w-0 text-left font-semibold text-xl tracking-tight">
            {subject}
          </h2>
          {state}
        </div>
        {about}
      </header>
      <div className="overflow-hidden rounded-lg border bg-surface shadow-panel">
        <div className="border-b px-3 py-2">
          <Segmented
            label="Part"
            value={part}
            onChange={setPart}
            options={shown.map((value) => ({ value, label: labels[value] }))}
          />
        </div>
        {parts[part]}
      </div>
      {children}
    </article>
  );
}
