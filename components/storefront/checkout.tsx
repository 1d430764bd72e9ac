"use client";

import { type FormEvent, useState } from "react";
import { Address } from "../ui/address.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import type { ShopperView } from "./view.ts";

type CheckoutProps = {
  shopper: ShopperView;
  /** Whether the shop has the address already: from here on the basket belongs to somebody. */
  known: boolean;
  busy: "details" | "order" | null;
  error: string | null;
  onDetails: (shopper: ShopperView) => void;
  onBuy: (shopper: ShopperView) => void;
  onLeave: () => void;
};

/** Two steps, as in most shops: first who you are, then buy or walk away. */
export function Checkout(props: CheckoutProps) {
  const { busy, known, onBuy, onDetails } = props;
  const [shopper, setShopper] = useState(props.shopper);
  const [editing, setEditing] = useState(!known);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDetails(shopper);
    setEditing(false);
  };
  if (known && !editing)
    return (
      <div className="grid gap-4">
        <p className="text-base text-ink-soft leading-6">
          For <strong className="font-medium text-ink">{shopper.firstName}</strong>, <Address value={shopper.email} />.{" "}
          <Button variant="link" className="text-base" onClick={() => setEditing(true)}>
            Change
          </Button>
        </p>
        <Button
          variant="primary"
          className="h-12 rounded-full text-base"
          busy={busy === "order"}
          onClick={() => onBuy(shopper)}
        >
          Buy now
        </Button>
        <Button
          variant="secondary"
          className="h-12 rounded-full text-base"
          disabled={busy !== null}
          onClick={props.onLeave}
        >
          Leave without buying
        </Button>
        <Complaint text={props.error} />
      </div>
    );
  const change = (part: Partial<ShopperView>) => setShopper({ ...shopper, ...part });
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label="Email">
        <Input
          type="email"
          required
          value={shopper.email}
          autoComplete="off"
          onChange={(event) => change({ email: event.target.value })}
          className="h-11"
        />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label="First name">
          <Input
            required
            value={shopper.firstName}
            autoComplete="off"
            onChange={(event) => change({ firstName: event.target.value })}
            className="h-11"
          />
        </Field>
        <Field label="Last name">
          <Input
            value={shopper.lastName}
            autoComplete="off"
            onChange={(event) => change({ lastName: event.target.value })}
            className="h-11"
          />
        </Field>
      </div>
      <Button type="submit" variant="primary" className="h-12 rounded-full text-base" busy={busy === "details"}>
        Continue to payment
      </Button>
      <Complaint text={props.error} />
    </form>
  );
}

function Complaint({ text }: { text: string | null }) {
  return text ? (
    <p role="alert" className="text-bad text-sm">
      {text}
    </p>
  ) : null;
}
