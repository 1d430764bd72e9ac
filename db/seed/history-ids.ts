import { type IdKind, newId } from "../ids.ts";
import { idSource } from "./chance.ts";

/** Ids for history rows: sorted by their own time and the same at every start. */
export function historyIds(): (kind: IdKind, at: Date) => string {
  const random = idSource(0x6e6c6963);
  return (kind, at) => newId(kind, at, random);
}
