"use client";

import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Input } from "../ui/input.tsx";

/** Takes a secret without showing it to the room; a press shows what was typed. Nothing stored is ever put in here. */
export function SecretInput(props: {
  value: string;
  onChange: (value: string) => void;
  what: string;
  required?: boolean;
  placeholder?: string;
}) {
  const [shown, setShown] = useState(false);
  return (
    <div className="flex items-center gap-2">
      <Input
        type={shown ? "text" : "password"}
        autoComplete="new-password"
        spellCheck={false}
        className="font-mono"
        required={props.required}
        placeholder={props.placeholder}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <Button
        aria-pressed={shown}
        aria-label={`${shown ? "Hide" : "Show"} the ${props.what.toLowerCase()}`}
        onClick={() => setShown(!shown)}
      >
        {shown ? "Hide" : "Show"}
      </Button>
    </div>
  );
}
