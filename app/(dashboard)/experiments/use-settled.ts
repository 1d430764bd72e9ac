"use client";

import { useEffect, useState } from "react";

/** A value once it has stood still for a moment, so that typing does not ask the server at every letter. */
export function useSettled<Value>(value: Value, ms = 300): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
