"use client";

import type { KeyScope } from "#domain/member.ts";
import { scopeLabels } from "../member/labels.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { RelativeTime, Time } from "../ui/time.tsx";

type Instant = Date | string;

export type KeyView = {
  id: string;
  name: string;
  prefix: string;
  scopes: KeyScope[];
  createdAt: Instant;
  lastUsedAt: Instant | null;
  expiresAt: Instant | null;
  allowedNetworks: string[];
  perMinute: number;
  revokedAt: Instant | null;
};

export function KeyTable(props: {
  keys: KeyView[];
  now: Instant;
  /** Keys end by the world's clock, which the demo's may be ahead of. */
  worldNow: Instant;
  zone: string;
  onRevoke: (id: string) => Promise<unknown>;
}) {
  return (
    <Table label="API keys">
      <TableHead>
        <HeadCell>Name</HeadCell>
        <HeadCell className="max-sm:hidden">Key</HeadCell>
        <HeadCell>May</HeadCell>
        <HeadCell className="max-lg:hidden">Made</HeadCell>
        <HeadCell className="max-sm:hidden">Last used</HeadCell>
        <HeadCell className="max-sm:hidden">Ends</HeadCell>
        <HeadCell>
          <span className="sr-only">Actions</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {props.keys.map((key) => (
          <Row key={key.id} className={key.revokedAt ? "text-ink-faint" : undefined}>
            <Cell>
              <span className="font-medium">{key.name}</span>
              <span className="block font-mono text-xs sm:hidden">{key.prefix}…</span>
              <span className="block text-ink-faint text-xs">{boundsOf(key)}</span>
              <span className="block text-ink-faint text-xs sm:hidden">
                Ends: <Ends at={key.expiresAt} now={props.worldNow} zone={props.zone} />
              </span>
            </Cell>
            <Cell className="whitespace-nowrap font-mono text-xs max-sm:hidden">{key.prefix}…</Cell>
            <Cell>
              <span className="flex gap-1 max-sm:flex-col max-sm:items-start">
                {key.scopes.map((scope) => (
                  <Badge key={scope}>{scopeLabels[scope]}</Badge>
                ))}
              </span>
            </Cell>
            <Cell className="max-lg:hidden">
              <Time at={key.createdAt} zone={props.zone} format="date" />
            </Cell>
            <Cell className="max-sm:hidden">
              {key.lastUsedAt ? <RelativeTime at={key.lastUsedAt} now={props.now} zone={props.zone} /> : "never"}
            </Cell>
            <Cell className="max-sm:hidden">
              <Ends at={key.expiresAt} now={props.worldNow} zone={props.zone} />
            </Cell>
            <Cell className="text-right">
              {key.revokedAt ? (
                <Badge tone="bad">Revoked</Badge>
              ) : (
                <ConfirmDialog
                  title={`Revoke “${key.name}”?`}
                  confirm="Revoke"
                  danger
                  onConfirm={() => props.onRevoke(key.id)}
                  trigger={
                    <Button variant="ghost" size="sm">
                      Revoke
                    </Button>
                  }
                >
                  Whatever uses it is refused from its next request on. This cannot be taken back.
                </ConfirmDialog>
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function Ends({ at, now, zone }: { at: Instant | null; now: Instant; zone: string }) {
  if (at === null) return "never";
  if (new Date(at) <= new Date(now)) return <Badge tone="bad">Expired</Badge>;
  return <Time at={at} zone={zone} format="date" />;
}

/** From where a key opens and how often, in one line. */
function boundsOf({ allowedNetworks, perMinute }: KeyView): string {
  const [first, ...more] = allowedNetworks;
  const from = first ? `from ${first}${more.length > 0 ? ` and ${more.length} more` : ""}` : "from everywhere";
  return `${from}, ${perMinute.toLocaleString("en")} a minute`;
}
