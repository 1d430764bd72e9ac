"use client";

import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { type CartState, cartStates } from "#domain/cart.ts";
import { Input, InputGroup } from "../ui/input.tsx";
import { Select } from "../ui/select.tsx";
import { stateLabels } from "./labels.ts";

export type CartFilters = { state: CartState | null; search: string };

const pauseMs = 300;

/** Which carts to show; the search asks when somebody pauses. */
export function CartFilterBar({
  filters,
  onChange,
}: {
  filters: CartFilters;
  onChange: (filters: CartFilters) => void;
}) {
  const [search, setSearch] = useState(filters.search);
  useEffect(() => {
    if (search.trim() === filters.search) return;
    const timer = setTimeout(() => onChange({ ...filters, search: search.trim() }), pauseMs);
    return () => clearTimeout(timer);
  }, [search, filters, onChange]);
  return (
    <div className="flex flex-wrap gap-2 border-b px-4 py-3">
      <InputGroup before={<Search aria-hidden className="size-3.5" />} className="sm:w-72">
        <Input
          type="search"
          aria-label="Search by name, address or cart id"
          className="h-7.5"
          placeholder="Name, address or cart id"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </InputGroup>
      <Select
        aria-label="State"
        className="w-40"
        value={filters.state ?? ""}
        onChange={(event) =>
          onChange({ ...filters, state: cartStates.find((state) => state === event.target.value) ?? null })
        }
      >
        <option value="">All states</option>
        {cartStates.map((state) => (
          <option key={state} value={state}>
            {stateLabels[state]}
          </option>
        ))}
      </Select>
    </div>
  );
}
