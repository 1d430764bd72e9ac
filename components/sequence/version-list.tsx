import type { PublicationView, SequenceVersionView } from "#domain/sequence-view.ts";
import { Badge } from "../ui/badge.tsx";
import { Time } from "../ui/time.tsx";

/** Every version, newest first. A published one never changes; who entered on it finishes on it. */
export function VersionList(props: { versions: SequenceVersionView[]; liveVersionId: string | null; zone: string }) {
  return (
    <ul className="divide-y">
      {props.versions.map((version) => (
        <li key={version.id} className="grid gap-0.5 px-4 py-2.5 text-sm">
          <span className="flex items-center justify-between gap-2">
            <span className="font-medium">Version {version.number}</span>
            {version.id === props.liveVersionId ? (
              <Badge tone="good">Live</Badge>
            ) : (
              <Badge>{version.frozen ? "Earlier" : "Not published"}</Badge>
            )}
          </span>
          <span className="text-ink-faint text-xs">
            {version.steps.length} steps, {version.enrolled} entered
          </span>
          <span className="text-ink-faint text-xs">
            Saved <Time at={version.updatedAt} zone={props.zone} />
            {version.by ? ` by ${version.by}` : ""}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** When which version went live, and by whom. */
export function PublicationList({ publications, zone }: { publications: PublicationView[]; zone: string }) {
  if (publications.length === 0) return <p className="px-4 py-3 text-ink-soft text-sm">Never published.</p>;
  return (
    <ol className="divide-y">
      {publications.map((publication) => (
        <li key={publication.id} className="px-4 py-2.5 text-sm">
          {publication.version === null ? "Withdrawn" : `Version ${publication.version} published`}
          <span className="block text-ink-faint text-xs">
            <Time at={publication.at} zone={zone} />
            {publication.by ? ` by ${publication.by}` : ""}
          </span>
        </li>
      ))}
    </ol>
  );
}
