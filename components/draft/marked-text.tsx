import type { LinkedClaim } from "#domain/inspect.ts";
import { cn } from "../ui/cn.ts";
import { linkOf, partsOf } from "./claim-parts.ts";

export type Linking = { active: string | null; onActive: (link: string | null) => void };

/** A text of the words with its claims marked: green where a fact backs them, red where none does. */
export function MarkedText({ text, claims, active, onActive }: { text: string; claims: LinkedClaim[] } & Linking) {
  return partsOf(text, claims).map(({ text: part, claim }, index) =>
    claim ? (
      <mark
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
        key={index}
        onPointerEnter={() => onActive(linkOf(claim))}
        onPointerLeave={() => onActive(null)}
        className={markStyle(claim, linkOf(claim) === active)}
      >
        {part.startsWith("{{") ? <span className="font-mono text-[0.9em]">{part.slice(2, -2).trim()}</span> : part}
      </mark>
    ) : (
      part
    ),
  );
}

export function markStyle(claim: Pick<LinkedClaim, "factId" | "code">, isActive: boolean): string {
  return cn(
    "rounded-sm px-0.5 text-inherit underline decoration-1 underline-offset-3 transition-colors",
    claim.code ? "bg-bad-soft decoration-bad decoration-wavy" : "bg-accent-soft decoration-accent/50",
    isActive && (claim.code ? "bg-bad/25" : "bg-accent/25"),
  );
}
