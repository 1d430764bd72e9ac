"use client";

import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { DatedRate } from "#domain/reporting-currency.ts";
import { dayText } from "../result/chart-parts.tsx";
import { Button } from "../ui/button.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Panel, PanelBody, PanelHeader } from "../ui/panel.tsx";
import { Switch } from "../ui/switch.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { CurrencySelect } from "./locale-fields.tsx";

type Props = {
  /** Null while amounts of other currencies are told in no other. */
  reporting: string | null;
  home: string;
  rates: DatedRate[];
  today: string;
  mayChange: boolean;
  busy: boolean;
  complaint: Complaint | null;
  onChoose: (currency: string | null) => void;
  onSave: (rate: DatedRate) => void;
  onRemove: (rate: DatedRate) => void;
};

/** In which currency amounts of all currencies are also told, and by which rates: the tenant's own, from a day on. */
export function ReportingForm(props: Props) {
  const { reporting, home, rates, mayChange } = props;
  return (
    <Panel>
      <PanelHeader
        title="Reporting currency"
        description="Currencies are never added. With rates of your own, the overview also tells all of them in one, marked as converted."
      />
      <PanelBody>
        <fieldset disabled={!mayChange} className="grid gap-4">
          <Switch
            checked={reporting !== null}
            onCheckedChange={(on) => props.onChoose(on ? home : null)}
            label="Tell attributed revenue of all currencies in one as well"
          />
          {reporting === null ? null : (
            <Field label="Reporting currency" className="max-w-72">
              <CurrencySelect value={reporting} onChange={props.onChoose} />
            </Field>
          )}
        </fieldset>
      </PanelBody>
      {reporting === null ? null : (
        <>
          {rates.length > 0 ? <RateTable {...props} reporting={reporting} /> : null}
          {mayChange ? <RateForm key={rates.length} {...props} reporting={reporting} /> : null}
        </>
      )}
    </Panel>
  );
}

function RateTable({ rates, reporting, mayChange, busy, onRemove }: Props & { reporting: string }) {
  return (
    <div className="border-t">
      <Table label={`Rates to ${reporting}`}>
        <TableHead>
          <HeadCell>Currency</HeadCell>
          <HeadCell>From</HeadCell>
          <HeadCell numeric>{`1 unit in ${reporting}`}</HeadCell>
          {mayChange ? (
            <HeadCell>
              <span className="sr-only">Remove</span>
            </HeadCell>
          ) : null}
        </TableHead>
        <TableBody>
          {rates.map((rate) => (
            <Row key={`${rate.currency} ${rate.day}`}>
              <Cell>{rate.currency}</Cell>
              <Cell className="whitespace-nowrap">{`${dayText(rate.day)} ${rate.day.slice(0, 4)}`}</Cell>
              <Cell numeric>{rate.rate}</Cell>
              {mayChange ? (
                <Cell className="w-10">
                  <Button
                    variant="ghost"
                    size="icon-sm"
                    disabled={busy}
                    aria-label={`Remove the rate of ${rate.currency} from ${rate.day}`}
                    onClick={() => onRemove(rate)}
                  >
                    <X />
                  </Button>
                </Cell>
              ) : null}
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function RateForm({ reporting, today, busy, complaint, onSave }: Props & { reporting: string }) {
  const [currency, setCurrency] = useState(reporting === "USD" ? "EUR" : "USD");
  const [day, setDay] = useState(today);
  const [rate, setRate] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ currency, day, rate: Number(rate) });
  };
  return (
    <form onSubmit={submit} className="grid items-start gap-3 border-t p-4 sm:grid-cols-[1fr_auto_auto_auto]">
      <Field label="Currency" error={complaintOn(complaint, "currency")}>
        <CurrencySelect value={currency} onChange={setCurrency} />
      </Field>
      <Field label="From" error={complaintOn(complaint, "day")}>
        <Input type="date" required value={day} onChange={(event) => setDay(event.target.value)} className="sm:w-40" />
      </Field>
      <Field label={`One unit in ${reporting}`} error={complaintOn(complaint, "rate")}>
        <Input
          type="number"
          inputMode="decimal"
          required
          min={0.000001}
          step="any"
          value={rate}
          onChange={(event) => setRate(event.target.value)}
          className="sm:w-36"
        />
      </Field>
      <Button type="submit" busy={busy} className="self-start sm:mt-[1.55rem]">
        Add the rate
      </Button>
    </form>
  );
}
