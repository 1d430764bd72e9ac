"use client";

import { Undo2 } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Input } from "../ui/input.tsx";

type Props = {
  label: string;
  where: string;
  value: string | null;
  /** What stands where nothing is chosen. */
  follows: string;
  required: boolean;
  error: string | null;
  onChange: (colour: string | null) => void;
};

const whole = /^#[0-9a-f]{6}$/i;

/** A colour by picking or by its number; one that is not chosen follows from the others. */
export function ColourField({ label, where, value, follows, required, error, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const name = `${label} ${where}`;
  const type = (text: string) => {
    const colour = text.trim().startsWith("#") ? text.trim() : `#${text.trim()}`;
    if (whole.test(colour)) onChange(colour.toLowerCase());
    else if (text.trim() === "" && !required) onChange(null);
    setTyped(whole.test(colour) ? null : text);
  };
  const wrong = typed !== null && typed.trim() !== "" ? "Write a colour such as #1f6f5c" : error;
  return (
    <div className="grid gap-1">
      <div className="grid grid-cols-[minmax(0,1fr)_2.5rem_6.5rem_2rem] items-center gap-1.5">
        <label htmlFor={id} className="text-sm">
          {label}
        </label>
        <input
          type="color"
          aria-label={`Pick: ${name}`}
          className="h-8 w-10 rounded-md border border-line-strong bg-surface p-1 pointer-coarse:h-10"
          value={value ?? follows}
          onChange={(event) => onChange(event.target.value)}
        />
        <Input
          id={id}
          aria-label={name}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          required={required}
          className="font-mono text-xs"
          placeholder={follows}
          value={typed ?? value ?? ""}
          onChange={(event) => type(event.target.value)}
          onBlur={() => setTyped(null)}
        />
        {value !== null && !required ? (
          <Button
            type="button"
            variant="ghost"
            size="icon-sm"
            aria-label={`Let it follow: ${name}`}
            title="Let it follow from the others"
            onClick={() => onChange(null)}
          >
            <Undo2 />
          </Button>
        ) : null}
      </div>
      {wrong ? (
        <p id={`${id}-wrong`} role="alert" className="text-bad text-xs">
          {wrong}
        </p>
      ) : null}
    </div>
  );
}
