import { Badge } from "../ui/badge.tsx";
import { CodeSample } from "./code-sample.tsx";
import { Prose } from "./prose.tsx";
import type { ReferenceEntry, ReferenceField } from "./reference.ts";

const placeTitles = { path: "In the path", query: "In the query", body: "In the body" } as const;

/** One call: what it does, what it takes, what it answers, and how it is written in three languages. */
export function OperationCard({ entry }: { entry: ReferenceEntry }) {
  const { method, path, aliases, summary, description, scope, needsCode, status } = entry;
  return (
    <article id={entry.id} className="grid scroll-mt-6 gap-4 border-t pt-6 xl:grid-cols-2 xl:gap-8">
      <div className="grid min-w-0 content-start gap-4">
        <header className="grid gap-1.5">
          <h3 className="font-semibold text-base tracking-tight">{summary}</h3>
          <p className="flex flex-wrap items-center gap-2 font-mono text-xs">
            <span className="font-semibold text-accent">{method}</span>
            <span className="break-all">/v1{path}</span>
          </p>
          {aliases.length > 0 ? (
            <p className="text-ink-faint text-xs">Also at {aliases.map((one) => `/v1${one}`).join(", ")}</p>
          ) : null}
          {description ? (
            <p className="max-w-prose text-ink-soft text-sm">
              <Prose text={description} />
            </p>
          ) : null}
          <p className="flex flex-wrap gap-1.5">
            <Badge>scope {scope}</Badge>
            {needsCode ? <Badge tone="warn">a person’s code</Badge> : null}
            <Badge>answers {status}</Badge>
          </p>
        </header>
        {entry.asked.map(({ place, fields }) => (
          <FieldTable key={place} title={placeTitles[place]} fields={fields} />
        ))}
        {entry.answered.length > 0 ? (
          <details>
            <summary className="cursor-pointer text-ink-soft text-sm">
              The answer’s fields ({entry.answered.length})
            </summary>
            <div className="pt-2">
              <FieldTable title="In the answer" fields={entry.answered} />
            </div>
          </details>
        ) : null}
      </div>
      <CodeSample call={{ method, example: entry.example }} />
    </article>
  );
}

function FieldTable({ title, fields }: { title: string; fields: ReferenceField[] }) {
  if (fields.length === 0) return null;
  return (
    <section className="grid gap-1">
      <h4 className="font-medium text-ink-faint text-xs">{title}</h4>
      <dl className="divide-y rounded-md border">
        {fields.map(({ name, type, required, description }) => (
          <div key={name} className="grid gap-0.5 px-3 py-2 text-sm">
            <dt className="flex flex-wrap items-baseline gap-x-2">
              <code className="break-all font-mono text-xs">{name}</code>
              <span className="break-words text-ink-faint text-xs">{type}</span>
              {required ? null : <span className="text-ink-faint text-xs">optional</span>}
            </dt>
            {description ? (
              <dd className="text-ink-soft text-xs">
                <Prose text={description} />
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </section>
  );
}
