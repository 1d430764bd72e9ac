import type { PublicationView } from "#domain/sequence-view.ts";
import { Time } from "../ui/time.tsx";

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
