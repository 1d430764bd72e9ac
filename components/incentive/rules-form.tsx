"use client";

import { Plus, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Incentive } from "#domain/incentive.ts";
import { currencyDigits, parseDecimal } from "#domain/money.ts";
import { Button } from "../ui/button.tsx";
import type { Complaint } from "../ui/complaint.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Input, InputGroup } from "../ui/input.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel, PanelFooter, PanelHeader } from "../ui/panel.tsx";
import { Select } from "../ui/select.tsx";

export type RuleValues = { currency: string; minTotal: number; incentiveId: string | null };
type Line = { id: number; currency: string; amount: string; incentiveId: string };

type Props = {
  rules: RuleValues[];
  incentives: Incentive[];
  currencies: string[];
  mayChange: boolean;
  busy: boolean;
  complaint: Complaint | null;
  onSave: (rules: RuleValues[]) => void;
};

/** What carts of a certain value earn in steps that offer "by value": the highest amount below the cart's counts. */
export function RulesForm(props: Props) {
  const [lines, setLines] = useState<Line[]>(() => props.rules.map(lineOf));
  const [nextId, setNextId] = useState(props.rules.length);
  const change = (id: number, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.id === id ? { ...line, ...part } : line)));
  const add = () => {
    setLines([...lines, { id: nextId, currency: props.currencies[0] ?? "EUR", amount: "", incentiveId: "" }]);
    setNextId(nextId + 1);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave(lines.map(ruleOf));
  };
  return (
    <form onSubmit={submit}>
      <Panel>
        <PanelHeader
          title="By cart value"
          description="Steps that offer by value give the incentive of the highest amount that the cart exceeds; below the lowest there is none."
        />
        {props.complaint ? (
          <Notice tone="bad" role="alert" className="m-4 mb-0">
            {props.complaint.message}
          </Notice>
        ) : null}
        <fieldset disabled={!props.mayChange}>
          <legend className="sr-only">Rules by cart value</legend>
          {lines.length === 0 ? <EmptyState title="No rules">Steps by value then offer nothing.</EmptyState> : null}
          <ul className="divide-y">
            {lines.map((line, index) => (
              <RuleLine
                key={line.id}
                line={line}
                number={index + 1}
                incentives={props.incentives}
                currencies={[...new Set([line.currency, ...props.currencies])]}
                onChange={(part) => change(line.id, part)}
                onRemove={() => setLines(lines.filter(({ id }) => id !== line.id))}
              />
            ))}
          </ul>
        </fieldset>
        {props.mayChange ? (
          <PanelFooter className="justify-between">
            <Button variant="ghost" onClick={add}>
              <Plus aria-hidden />
              Add a rule
            </Button>
            <Button type="submit" variant="primary" busy={props.busy}>
              Save rules
            </Button>
          </PanelFooter>
        ) : null}
      </Panel>
    </form>
  );
}

function RuleLine(props: {
  line: Line;
  number: number;
  incentives: Incentive[];
  currencies: string[];
  onChange: (part: Partial<Line>) => void;
  onRemove: () => void;
}) {
  const { line, number, onChange } = props;
  return (
    <li className="flex flex-wrap items-center gap-2 px-4 py-2.5 text-sm">
      <span className="text-ink-soft">Over</span>
      <InputGroup className="w-28">
        <Input
          aria-label={`Amount of rule ${number}`}
          inputMode="decimal"
          required
          pattern="\d{1,9}([.]\d{1,3})?"
          className="tabular text-right"
          value={line.amount}
          onChange={(event) => onChange({ amount: event.target.value })}
        />
      </InputGroup>
      <Select
        aria-label={`Currency of rule ${number}`}
        className="w-24"
        value={line.currency}
        onChange={(event) => onChange({ currency: event.target.value })}
      >
        {props.currencies.map((currency) => (
          <option key={currency}>{currency}</option>
        ))}
      </Select>
      <span className="text-ink-soft">give</span>
      <Select
        aria-label={`Incentive of rule ${number}`}
        className="min-w-40 flex-1"
        value={line.incentiveId}
        onChange={(event) => onChange({ incentiveId: event.target.value })}
      >
        <option value="">nothing</option>
        {props.incentives.map((incentive) => (
          <option key={incentive.id} value={incentive.id}>
            {incentive.name}
          </option>
        ))}
      </Select>
      <Button variant="ghost" size="icon-sm" aria-label={`Remove rule ${number}`} onClick={props.onRemove}>
        <Trash2 />
      </Button>
    </li>
  );
}

function lineOf({ currency, minTotal, incentiveId }: RuleValues, id: number): Line {
  const digits = currencyDigits(currency);
  const amount = (minTotal / 10 ** digits).toFixed(minTotal % 10 ** digits === 0 ? 0 : digits);
  return { id, currency, amount, incentiveId: incentiveId ?? "" };
}

function ruleOf({ currency, amount, incentiveId }: Line): RuleValues {
  return { currency, minTotal: parseDecimal(amount, currency) ?? -1, incentiveId: incentiveId || null };
}
