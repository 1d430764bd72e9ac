import type { DomainRow } from "#domain/sender-domain.ts";
import { TextLink } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import { Time } from "../ui/time.tsx";

/** Says that domains which were fine are not any more. */
export function LapsedNotice(props: {
  lapsed: Pick<DomainRow, "domain" | "sends" | "lapsedSince">[];
  zone: string;
  className?: string;
}) {
  if (props.lapsed.length === 0) return null;
  return (
    <Notice tone="bad" role="status" className={props.className}>
      {props.lapsed.map(({ domain, sends, lapsedSince }) => (
        <p key={domain}>
          {sends ? `Mail from ${domain} will likely be refused by Gmail and Yahoo` : `Mail to ${domain} may not arrive`}{" "}
          since {lapsedSince ? <Time at={lapsedSince} zone={props.zone} /> : "the last check"}: its records in DNS have
          changed.
        </p>
      ))}
      <TextLink href="/settings/domains">See what is missing</TextLink>
    </Notice>
  );
}
