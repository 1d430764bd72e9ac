"use client";

import type { KeyboardEvent } from "react";
import type { LinkedClaim } from "#domain/inspect.ts";
import { cn } from "../ui/cn.ts";
import { useFieldProps } from "../ui/field.tsx";
import { linkOf, partsOf } from "./claim-parts.ts";
import { markStyle } from "./marked-text.tsx";

type Props = {
  value: string;
  claims: LinkedClaim[];
  active: string | null;
  onChange: (value: string) => void;
  /** Many lines, else Enter is left to the form. */
  isLong?: boolean;
};

const shape =
  "col-start-1 row-start-1 whitespace-pre-wrap break-words px-2.5 py-1.5 text-sm leading-5 pointer-coarse:text-[1rem] pointer-coarse:leading-6";

/** A field that marks what is typed in it: the same text lies below it in the same shape, with its claims coloured. */
export function MarkedField({ value, claims, active, onChange, isLong }: Props) {
  const field = useFieldProps({});
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || isLong) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <div className="grid min-w-0 rounded-md border border-line-strong bg-surface shadow-panel focus-within:border-accent focus-within:outline-1 focus-within:outline-accent has-aria-invalid:border-bad">
      <div aria-hidden className={cn(shape, "select-none text-transparent")}>
        {partsOf(value, claims).map(({ text, claim }, index) =>
          claim ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts are drawn anew with every key
            <span key={index} className={cn(markStyle(claim, linkOf(claim) === active), "px-0 text-transparent")}>
              {text}
            </span>
          ) : (
            text
          ),
        )}
        {"\u200b"}
      </div>
      <textarea
        {...field}
        value={value}
        rows={1}
        onKeyDown={onKeyDown}
        onChange={(event) => onChange(isLong ? event.target.value : event.target.value.replaceAll("\n", " "))}
        className={cn(shape, "w-full resize-none overflow-hidden bg-transparent text-ink outline-none")}
      />
    </div>
  );
}
