"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { useFieldProps } from "./field.tsx";
import { controlStyle } from "./input.tsx";

/** The browser's own list, in our looks: it is the best one on a phone and by keyboard. */
export function Select({ className, children, ...props }: ComponentProps<"select">) {
  const field = useFieldProps(props);
  return (
    <span className={cn("relative block", className)}>
      <select {...field} {...props} className={cn(controlStyle, "h-8 appearance-none pr-8 pointer-coarse:h-10")}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 text-ink-faint"
      />
    </span>
  );
}

/** A Select from a label map, so that no value is without its label. */
export function SelectFrom<Value extends string>({
  labels,
  ...props
}: Omit<ComponentProps<"select">, "children"> & { labels: Record<Value, string> }) {
  return (
    <Select {...props}>
      {Object.entries<string>(labels).map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  );
}
