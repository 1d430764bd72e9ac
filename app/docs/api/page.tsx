import type { Metadata } from "next";
import { OperationCard } from "#components/api/operation-card.tsx";
import { Link, TextLink } from "#components/ui/link.tsx";
import { env } from "#env";
import { operations } from "../../api/v1/operations.ts";
import { readReference } from "./read-reference.ts";

export const metadata: Metadata = { title: "API" };
// The address in the examples is the installation's own, which a build does not know.
export const dynamic = "force-dynamic";

/** The reference for people. It tells nothing of any tenant, so anybody may read it. */
export default function ApiReferencePage() {
  const groups = readReference(operations, `${env().APP_URL}/v1`);
  return (
    <div className="mx-auto grid max-w-7xl gap-8 px-4 py-8 sm:px-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <nav
        aria-label="Calls"
        className="grid grid-cols-2 items-start gap-x-4 sm:grid-cols-3 lg:sticky lg:top-6 lg:block lg:max-h-[calc(100vh-3rem)] lg:self-start lg:overflow-y-auto"
      >
        {groups.map(({ tag, entries }) => (
          <details key={tag} className="py-0.5" open={groups.length < 6}>
            <summary className="cursor-pointer py-1 font-medium text-sm">{tag}</summary>
            <ul className="grid border-l pl-3 text-sm">
              {entries.map(({ id, summary }) => (
                <li key={id}>
                  <Link href={`#${id}`} className="block py-1 text-ink-soft hover:text-ink">
                    {summary}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </nav>
      <main className="grid min-w-0 gap-8">
        <header className="grid max-w-prose gap-3">
          <h1 className="font-semibold text-2xl tracking-tight">API</h1>
          <p className="text-ink-soft">
            Everything that a person can do here, a program can do, within its leash. Send a key as{" "}
            <code className="font-mono text-sm">Authorization: Bearer cb_live_…</code>; keys are made under{" "}
            <TextLink href="/settings/keys">Settings, API keys</TextLink>. The same as a document for machines:{" "}
            <TextLink href="/v1/openapi.json">OpenAPI 3.1</TextLink>.
          </p>
          <ul className="grid list-disc gap-1 pl-5 text-ink-soft text-sm">
            <li>Times are ISO 8601 in UTC. Money is in minor units: 7150 with EUR are 71.50 €.</li>
            <li>
              Lists are paged: pass the <code>next</code> of one page as the <code>cursor</code> of the one after.
            </li>
            <li>
              Every write takes an <code>Idempotency-Key</code>: for 24 hours the same request gets the same answer.
            </li>
            <li>
              Errors read <code>{'{"error": {"code", "message", "field"}}'}</code>; what belongs to another tenant is
              not found.
            </li>
            <li>
              Answers say in <code>RateLimit-*</code> how many requests are left of the key’s minute.
            </li>
          </ul>
        </header>
        {groups.map(({ tag, entries }) => (
          <section key={tag} aria-label={tag} className="grid gap-6">
            <h2 className="font-semibold text-lg tracking-tight">{tag}</h2>
            {entries.map((entry) => (
              <OperationCard key={entry.id} entry={entry} />
            ))}
          </section>
        ))}
      </main>
    </div>
  );
}
