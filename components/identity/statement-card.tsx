import { ShieldCheck } from "lucide-react";
import type { Statement } from "#domain/identity.ts";
import { approvedLabels, modeLabels, writtenLabels } from "./statement-words.ts";

/** A statement that holds, in plain words. */
export function StatementCard({ statement }: { statement: Statement }) {
  const { shop, written, approved, mode, iat, message, body } = statement;
  return (
    <section aria-labelledby="holds" className="grid gap-4 rounded-lg border bg-surface p-5">
      <h2 id="holds" className="flex items-center gap-2 font-semibold text-good">
        <ShieldCheck aria-hidden className="size-5 shrink-0" />
        This statement holds
      </h2>
      <dl className="grid gap-3 text-sm">
        <Fact name="Sent for">{shop}</Fact>
        <Fact name="Written">{writtenLabels[written]}</Fact>
        <Fact name="Approved">{approvedLabels[approved]}</Fact>
        <Fact name="Oversight">{modeLabels[mode]}</Fact>
        <Fact name="Signed">
          <time dateTime={new Date(iat * 1000).toISOString()}>
            {new Date(iat * 1000).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" })}{" "}
            UTC
          </time>
        </Fact>
        <Fact name="Message">
          <code className="break-all font-mono text-xs">{message}</code>
        </Fact>
        <Fact name="Body (SHA-256)">
          <code className="break-all font-mono text-xs">{body}</code>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-x-3 gap-y-0.5 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <dt className="text-ink-faint max-sm:text-xs">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
