import { Check } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn.ts";

type Props = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

/** A tick box with its label; the whole line takes the press. */
export function Checkbox({ label, hint, className, ...props }: Props) {
  const id = useId();
  return (
    <div className={cn("flex items-start gap-2", className)}>
      <span className="relative mt-0.5 grid size-4 shrink-0 place-items-center pointer-coarse:size-5">
        <input
          id={id}
          aria-describedby={hint ? `${id}-hint` : undefined}
          {...props}
          type="checkbox"
          className="peer size-full appearance-none rounded-sm border border-line-strong bg-surface shadow-panel checked:border-accent checked:bg-accent disabled:opacity-50"
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute size-3 text-on-accent opacity-0 peer-checked:opacity-100"
        />
      </span>
      <div className="min-w-0">
        <label htmlFor={id} className="text-ink text-sm">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-ink-faint text-xs">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
