"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { LayoutTemplate } from "lucide-react";
import { ViewSwitches } from "#components/mail-check/mail-preview.tsx";
import type { MailView } from "#components/mail-check/view.ts";
import { MessageText } from "#components/message/message-preview.tsx";
import { useEditing } from "#components/template/editing.tsx";
import { EditorFrame } from "#components/template/editor-frame.tsx";
import type { ExampleCart } from "#components/template/example-form.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Select } from "#components/ui/select.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { formatMoney } from "#domain/money.ts";
import type { EditedExample, EditedPreview } from "./queries.ts";

type Example = Omit<EditedExample, "language">;
type Props = {
  preview: UseQueryResult<EditedPreview>;
  carts: ExampleCart[];
  example: Example;
  onExample: (example: Example) => void;
  look: MailView;
  onLook: (look: MailView) => void;
  stale: boolean;
};

const offers = { none: "Without an offer", percent: "With percent off", free_shipping: "With free shipping" } as const;

/** The message as it would leave, on a cart of the tenant's, in words of the scripted writer. */
export function EditorPreview({ preview, carts, example, onExample, look, onLook, stale }: Props) {
  const { selected, acts } = useEditing();
  const { data } = preview;
  if (carts.length === 0)
    return (
      <EmptyState icon={LayoutTemplate} title="No cart to show yet">
        Templates are shown on a real cart. As soon as one comes in, it is shown here.
      </EmptyState>
    );
  return (
    <div className="grid min-w-0 content-start">
      <div className="sticky top-0 z-10 grid gap-2 border-b bg-surface px-4 py-2">
        <div className="flex flex-wrap items-center gap-2">
          <Select
            aria-label="Cart"
            className="w-56"
            value={example.cart}
            onChange={(event) => onExample({ ...example, cart: event.target.value })}
          >
            {carts.map((cart) => (
              <option key={cart.id} value={cart.id}>
                {cart.name}: {cart.firstLine}, {formatMoney({ amount: cart.total, currency: cart.currency }, "en")}
              </option>
            ))}
          </Select>
          <Select
            aria-label="Offer"
            className="w-44"
            value={example.offer}
            onChange={(event) => {
              const offer = (["none", "percent", "free_shipping"] as const).find((one) => one === event.target.value);
              if (offer) onExample({ ...example, offer });
            }}
          >
            {Object.entries(offers).map(([offer, label]) => (
              <option key={offer} value={offer}>
                {label}
              </option>
            ))}
          </Select>
          <ViewSwitches view={look} onView={onLook} />
        </div>
        <p className="flex min-w-0 items-baseline gap-2 text-sm">
          <button
            type="button"
            title="Change the subject and the preheader"
            aria-current={selected === "envelope" || undefined}
            onClick={() => acts.select("envelope")}
            className="flex min-w-0 items-baseline gap-2 rounded-sm text-left hover:underline"
          >
            <span className="truncate font-medium">{data?.subject ?? "…"}</span>
            <span className="hidden truncate text-ink-faint sm:inline">{data?.preheader}</span>
          </button>
          {data ? (
            <span className="ml-auto whitespace-nowrap text-ink-faint text-xs tabular-nums">
              {(data.bytes / 1_000).toFixed(1)} kB
            </span>
          ) : null}
        </p>
      </div>
      {preview.isError ? (
        <ErrorState title="The preview could not be drawn" onRetry={() => void preview.refetch()} />
      ) : null}
      {!data && !preview.isError ? <Skeleton className="m-4 h-96" /> : null}
      {data && look.part === "text" ? <MessageText text={data.text} /> : null}
      {data && look.part === "html" ? (
        <div className="flex justify-center">
          <EditorFrame html={data.html} view={look} selected={selected} onSelect={acts.select} stale={stale} />
        </div>
      ) : null}
    </div>
  );
}
