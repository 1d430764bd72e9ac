import { RelativeTime } from "../ui/time.tsx";
import { actionLabel } from "./audit-labels.ts";

type Instant = Date | string;

export type AuditView = {
  id: string;
  actorKind: "member" | "key" | "policy" | "shop";
  actorId: string | null;
  action: string;
  subjectId: string | null;
  change: Record<string, unknown>;
  at: Instant;
};

const kinds: Record<AuditView["actorKind"], string> = {
  member: "A member",
  key: "A key",
  policy: "The policy",
  shop: "A shop",
};

/** What people and keys did, newest first. `names` knows members and keys by id, the removed ones not. */
export function AuditList(props: { entries: AuditView[]; names: Record<string, string>; now: Instant; zone: string }) {
  return (
    <ol className="divide-y">
      {props.entries.map((entry) => (
        <li key={entry.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-2 text-sm">
          <span>
            <span className="font-medium">{props.names[entry.actorId ?? ""] ?? kinds[entry.actorKind]}</span>{" "}
            {actionLabel(entry.action)}
          </span>
          <span className="min-w-0 flex-1 basis-52 truncate font-mono text-2xs text-ink-faint">
            {changeText(entry.change)}
          </span>
          <RelativeTime at={entry.at} now={props.now} zone={props.zone} className="text-ink-faint text-xs" />
        </li>
      ))}
    </ol>
  );
}

function changeText(change: Record<string, unknown>): string {
  return Object.entries(change)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join("  ");
}
