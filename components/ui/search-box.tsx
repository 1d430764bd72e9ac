"use client";

import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { Input, InputGroup } from "./input.tsx";

const pauseMs = 300;

/** Asks when somebody pauses, not at every key. */
export function SearchBox(props: {
  label: string;
  value: string;
  onSearch: (text: string) => void;
  className?: string;
}) {
  const { label, value, onSearch } = props;
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onSearch(text.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  return (
    <InputGroup before={<Search aria-hidden className="size-3.5" />} className={props.className}>
      <Input
        type="search"
        aria-label={`Search by ${label.toLowerCase()}`}
        placeholder={label}
        className="h-7.5"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </InputGroup>
  );
}
