"use client";

import { useState } from "react";
import { cn } from "../../ui/cn.ts";
import { controlStyle } from "../../ui/input.tsx";

/** The part of an arm: a slider, and the number beside it. The other arms make room. */
export function ShareField(props: {
  arm: string;
  share: number;
  onChange: (share: number) => void;
  error?: string | null;
}) {
  const { arm, share, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="grid gap-1">
      <div className="flex items-center gap-3">
        <input
          type="range"
          aria-label={`Share of ${arm}`}
          aria-valuetext={`${share}%`}
          min={0}
          max={100}
          step={1}
          value={share}
          onChange={(event) => onChange(event.target.valueAsNumber)}
          className="h-8 min-w-0 flex-1 accent-accent"
        />
        <span className="flex shrink-0 items-center gap-1.5 text-ink-faint text-sm">
          <input
            type="number"
            inputMode="numeric"
            aria-label={`Share of ${arm} in percent`}
            min={0}
            max={100}
            step={1}
            value={typed ?? String(share)}
            onChange={(event) => {
              setTyped(event.target.value);
              if (Number.isFinite(event.target.valueAsNumber)) onChange(event.target.valueAsNumber);
            }}
            onBlur={() => setTyped(null)}
            className={cn(controlStyle, "tabular h-8 w-18 text-right pointer-coarse:h-10")}
          />
          %
        </span>
      </div>
      {props.error ? (
        <p role="alert" className="text-bad text-xs">
          {props.error}
        </p>
      ) : null}
    </div>
  );
}
