import { type CartState, cartStates } from "#domain/cart.ts";
import { SearchBox } from "../ui/search-box.tsx";
import { Select } from "../ui/select.tsx";
import { stateLabels } from "./labels.ts";

export type CartFilters = { state: CartState | null; search: string };

/** Which carts to show. */
export function CartFilterBar(props: {
  filters: CartFilters;
  onSearch: (search: string) => void;
  onState: (state: CartState | null) => void;
}) {
  return (
    <div className="flex flex-wrap gap-2 border-b px-4 py-3">
      <SearchBox
        label="Name, address or cart id"
        value={props.filters.search}
        onSearch={props.onSearch}
        className="sm:w-72"
      />
      <Select
        aria-label="State"
        className="w-40"
        value={props.filters.state ?? ""}
        onChange={(event) => props.onState(cartStates.find((state) => state === event.target.value) ?? null)}
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
