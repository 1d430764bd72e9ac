import type { DnsRecord } from "#domain/sender-domain.ts";
import { CopyField } from "../ui/copy-button.tsx";

/** A record as it is typed into DNS, name and value to be copied each. */
export function RecordToSet({ record: { type, name, value } }: { record: DnsRecord }) {
  return (
    <dl className="grid min-w-0 grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-1.5 text-sm">
      <dt className="text-ink-faint text-xs">Type</dt>
      <dd className="font-mono text-xs">{type}</dd>
      <dt className="text-ink-faint text-xs">Name</dt>
      <dd className="min-w-0">
        <CopyField value={name} label={`the name ${name}`} />
      </dd>
      <dt className="text-ink-faint text-xs">Value</dt>
      <dd className="min-w-0">
        {value === null ? (
          <span className="text-ink-soft">as your mailer shows it for this domain</span>
        ) : (
          <CopyField value={value} label={`the value for ${name}`} />
        )}
      </dd>
    </dl>
  );
}

/** Records as they were found; long keys are cut in the middle. */
export function RecordsFound({ records }: { records: DnsRecord[] }) {
  if (records.length === 0) return null;
  return (
    <ul className="grid min-w-0 gap-1">
      {records.map(({ type, name, value }) => (
        <li key={`${name} ${value}`} className="wrap-anywhere min-w-0 font-mono text-ink-soft text-xs">
          <span className="text-ink-faint">
            {name} {type}{" "}
          </span>
          {value && value.length > 160 ? `${value.slice(0, 100)}…${value.slice(-20)}` : value}
        </li>
      ))}
    </ul>
  );
}
