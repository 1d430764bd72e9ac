"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { readJson } from "#app/requests.ts";
import { Address } from "#components/ui/address.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Money } from "#components/ui/money.tsx";
import { Panel, PanelBody, PanelHeader } from "#components/ui/panel.tsx";
import { Select } from "#components/ui/select.tsx";
import type { CartRow, Page } from "#domain/rows.ts";
import { type TrialQuery, writeTrialQuery } from "#domain/sequence/trial-query.ts";
import type { TrialProps } from "./trial-props.ts";

type Props = TrialProps & { query: TrialQuery; onReal: (real: boolean) => void };

/** Which version is walked, and by which cart: a real one, found by its person or number, or a made-up one. */
export function CartChoice({ sequence, query, versions, contact, onReal }: Props) {
  const router = useRouter();
  const go = (next: Partial<TrialQuery>) =>
    router.replace(`/sequences/${sequence.id}/try?${writeTrialQuery({ ...query, ...next })}`, { scroll: false });
  return (
    <Panel>
      <PanelHeader title="What is tried" />
      <PanelBody className="grid gap-4">
        <Field label="Version">
          <Select value={query.version ?? ""} onChange={(event) => go({ version: event.target.value || null })}>
            <option value="">The draft</option>
            {versions.map(({ id, number }) => (
              <option key={id} value={id}>
                Version {number}
              </option>
            ))}
          </Select>
        </Field>
        {contact ? (
          <div className="grid gap-3 text-sm">
            <p className="[overflow-wrap:anywhere]">
              The cart of{" "}
              <TextLink href={`/carts/${query.cart}`}>
                <Address value={contact.address} />
              </TextLink>
            </p>
            <Checkbox
              label="With what really happened since"
              hint="Orders, unsubscribes and other sequences' messages."
              checked={query.real}
              onChange={(event) => onReal(event.target.checked)}
            />
            <Button size="sm" className="justify-self-start" onClick={() => go({ cart: null, real: false })}>
              Make one up instead
            </Button>
          </div>
        ) : null}
        <CartSearch onChoose={(cart) => go({ cart })} />
      </PanelBody>
    </Panel>
  );
}

function CartSearch({ onChoose }: { onChoose: (cartId: string) => void }) {
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const found = useQuery({
    queryKey: ["carts", "trial", asked],
    queryFn: ({ signal }) => readJson<Page<CartRow>>(`/api/carts?${new URLSearchParams({ search: asked })}`, signal),
    enabled: asked !== "",
  });
  const rows = found.data?.rows.filter((row) => row.contact).slice(0, 6) ?? [];
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(text.trim());
      }}
    >
      <Field label="Find a real cart" hint="By name, address, or the number of the cart or order.">
        <Input type="search" value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <Button size="sm" type="submit" busy={found.isFetching} className="justify-self-start">
        Find
      </Button>
      <div aria-live="polite">
        {found.isError ? <p className="text-bad text-xs">The carts could not be searched.</p> : null}
        {found.isSuccess && rows.length === 0 ? (
          <p className="text-ink-faint text-xs">No cart of a known person fits.</p>
        ) : null}
        <ul className="grid gap-1">
          {rows.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                onClick={() => onChoose(row.id)}
                className="flex w-full items-baseline justify-between gap-3 rounded-md px-2 py-1.5 text-left text-sm hover:bg-hover"
              >
                <span className="truncate">{row.contact?.name ?? row.contact?.address}</span>
                <Money amount={row.total} currency={row.currency} />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </form>
  );
}
