"use client";

import { X } from "lucide-react";
import { canPair, type ExploreAsked, withFirst } from "#domain/explore/asked.ts";
import { type CellView, cellViews } from "#domain/explore/cell-view.ts";
import { type Dimension, dimensions } from "#domain/explore.ts";
import { Field } from "../ui/field.tsx";
import { Select } from "../ui/select.tsx";
import { dimensionLabels, valueLabel, viewLabels } from "./labels.ts";

type Props = {
  asked: ExploreAsked;
  names: Record<string, string>;
  onChange: (asked: ExploreAsked) => void;
  /** The dimension whose values are being chosen from, with those known so far. */
  choosing: {
    dimension: Dimension | null;
    values: string[] | null;
    onDimension: (dimension: Dimension | null) => void;
  };
};

/** What is shown, by what, and of which messages. */
export function ExploreControls({ asked, names, onChange, choosing }: Props) {
  const [first, second] = asked.by;
  const filtered = dimensions.flatMap((dimension) => {
    const value = asked.filters[dimension]?.[0];
    return value === undefined ? [] : [{ dimension, value }];
  });
  const without = (dimension: Dimension) => {
    const { [dimension]: _, ...filters } = asked.filters;
    onChange({ ...asked, filters });
  };
  return (
    <div className="grid gap-3">
      <div className="grid gap-3 sm:grid-cols-3">
        <Field label="Show">
          <Select value={asked.show} onChange={(event) => onChange({ ...asked, show: viewOf(event.target.value) })}>
            {cellViews.map((view) => (
              <option key={view} value={view}>
                {viewLabels[view]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="By">
          <Select
            value={first}
            onChange={(event) =>
              onChange({ ...asked, by: withFirst(asked.by, dimensionOf(event.target.value) ?? first) })
            }
          >
            <DimensionOptions known={dimensions} />
          </Select>
        </Field>
        <Field label="And by">
          <Select
            value={second ?? ""}
            onChange={(event) => {
              const next = dimensionOf(event.target.value);
              onChange({ ...asked, by: next ? [first, next] : [first] });
            }}
          >
            <option value="">Nothing else</option>
            <DimensionOptions known={dimensions.filter((one) => canPair(first, one))} />
          </Select>
        </Field>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {filtered.map(({ dimension, value }) => (
          <button
            key={dimension}
            type="button"
            onClick={() => without(dimension)}
            className="inline-flex h-7 max-w-72 items-center gap-1.5 rounded-full bg-accent-soft px-2.5 font-medium text-accent text-xs hover:brightness-95"
          >
            <span className="truncate">
              {dimensionLabels[dimension]}: {valueLabel(dimension, value, names)}
            </span>
            <X aria-hidden className="size-3 shrink-0" />
            <span className="sr-only">Take this filter away</span>
          </button>
        ))}
        <FilterChoice asked={asked} names={names} onChange={onChange} choosing={choosing} />
      </div>
    </div>
  );
}

function FilterChoice({ asked, names, onChange, choosing }: Props) {
  const { dimension, values, onDimension } = choosing;
  const open = dimensions.filter((one) => asked.filters[one] === undefined);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        aria-label="Only messages of"
        value={dimension ?? ""}
        onChange={(event) => onDimension(dimensionOf(event.target.value))}
        className="w-44"
      >
        <option value="">Add a filter…</option>
        <DimensionOptions known={open} />
      </Select>
      {dimension ? (
        <Select
          aria-label={`${dimensionLabels[dimension]} to show`}
          value=""
          disabled={values === null}
          onChange={(event) => {
            onDimension(null);
            onChange({ ...asked, filters: { ...asked.filters, [dimension]: [event.target.value] } });
          }}
          className="w-56"
        >
          <option value="">
            {values === null ? "Looking…" : values.length > 0 ? "Choose one…" : "Nothing in these days"}
          </option>
          {(values ?? []).map((value) => (
            <option key={value} value={value}>
              {valueLabel(dimension, value, names)}
            </option>
          ))}
        </Select>
      ) : null}
    </div>
  );
}

const DimensionOptions = ({ known }: { known: readonly Dimension[] }) =>
  known.map((dimension) => (
    <option key={dimension} value={dimension}>
      {dimensionLabels[dimension]}
    </option>
  ));

const dimensionOf = (text: string): Dimension | null => dimensions.find((one) => one === text) ?? null;
const viewOf = (text: string): CellView => cellViews.find((one) => one === text) ?? "ordered";
