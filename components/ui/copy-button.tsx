"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";

/** Copies a text; says so for two seconds. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-label={copied ? "Copied" : label}
      title={label}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {copied ? <Check className="text-good" /> : <Copy />}
    </Button>
  );
}

/** A value that is there to be copied: an address, a secret, a key. */
export function CopyField(props: { value: string; label: string; className?: string }) {
  return (
    <div
      className={cn(
        "flex min-w-0 items-center gap-1 rounded-md border bg-sunken py-0.5 pr-0.5 pl-2.5",
        props.className,
      )}
    >
      <code
        // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and must be reachable by keyboard
        tabIndex={0}
        className="min-w-0 flex-1 select-all overflow-x-auto whitespace-nowrap py-1 font-mono text-ink text-xs"
      >
        {props.value}
      </code>
      <CopyButton text={props.value} label={`Copy ${props.label}`} />
    </div>
  );
}
