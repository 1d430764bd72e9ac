import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";

/** A dense table that scrolls sideways within itself when the screen is narrow. `label` names it for screen readers. */
export function Table(props: { label: string; className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={props.label} tabIndex={0} className="relative w-full overflow-x-auto print:overflow-visible">
      <table className={cn("w-full border-collapse text-left text-sm", props.className)}>{props.children}</table>
    </section>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead>
      <tr className="border-b">{children}</tr>
    </thead>
  );
}

type CellProps = { numeric?: boolean };

export function HeadCell({ numeric, className, ...props }: ComponentProps<"th"> & CellProps) {
  return (
    <th
      scope="col"
      {...props}
      className={cn(
        "h-9 whitespace-nowrap px-3 font-medium text-ink-faint text-xs first:pl-4 last:pr-4",
        numeric && "text-right",
        className,
      )}
    />
  );
}

export function TableBody({ children }: { children: ReactNode }) {
  return <tbody className="divide-y">{children}</tbody>;
}

export function Row({ className, ...props }: ComponentProps<"tr">) {
  return <tr {...props} className={cn("transition-colors hover:bg-hover", className)} />;
}

export function Cell({ numeric, className, ...props }: ComponentProps<"td"> & CellProps) {
  return (
    <td
      {...props}
      className={cn(
        "px-3 py-2 align-middle first:pl-4 last:pr-4",
        numeric && "tabular whitespace-nowrap text-right",
        className,
      )}
    />
  );
}
