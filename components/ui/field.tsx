"use client";

import { createContext, type ReactNode, useContext, useId } from "react";
import { cn } from "./cn.ts";

type FieldIds = { id: string; describedBy: string | undefined; invalid: boolean; required: boolean };

const FieldContext = createContext<FieldIds | null>(null);

/** What a control inside a Field takes over: its id, its description, whether it is wrong. */
export function useFieldProps(own: { id?: string }) {
  const field = useContext(FieldContext);
  return field
    ? {
        id: own.id ?? field.id,
        "aria-describedby": field.describedBy,
        "aria-invalid": field.invalid || undefined,
        "aria-required": field.required || undefined,
      }
    : { id: own.id };
}

/** Label, control, hint and complaint, tied together for screen readers. */
export function Field(props: {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  required?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  const { label, hint, error, required = false, className, children } = props;
  const describedBy = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ") || undefined;
  return (
    <FieldContext value={{ id, describedBy, invalid: Boolean(error), required }}>
      <div className={cn("grid content-start gap-1.5", className)}>
        <Label htmlFor={id}>{label}</Label>
        {children}
        {hint ? (
          <p id={`${id}-hint`} className="text-ink-faint text-xs">
            {hint}
          </p>
        ) : null}
        {error ? (
          <p id={`${id}-error`} role="alert" className="text-bad text-xs">
            {error}
          </p>
        ) : null}
      </div>
    </FieldContext>
  );
}

export function Label(props: { htmlFor: string; className?: string; children: ReactNode }) {
  return (
    <label htmlFor={props.htmlFor} className={cn("font-medium text-ink text-sm", props.className)}>
      {props.children}
    </label>
  );
}

/** Several controls under one question. */
export function FieldSet(props: { legend: ReactNode; hint?: ReactNode; className?: string; children: ReactNode }) {
  return (
    <fieldset className={cn("grid min-w-0 gap-2", props.className)}>
      <legend className="mb-1.5 font-medium text-ink text-sm">{props.legend}</legend>
      {props.hint ? <p className="-mt-1 text-ink-faint text-xs">{props.hint}</p> : null}
      {props.children}
    </fieldset>
  );
}
