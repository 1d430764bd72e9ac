"use client";

import { type Language, languages } from "#domain/language.ts";
import { formatMoney } from "#domain/money.ts";
import type { CartRow } from "#domain/rows.ts";
import { templateNames } from "#domain/sequence.ts";
import { templateLabels } from "../sequence/labels.ts";
import { Field } from "../ui/field.tsx";
import { SearchBox } from "../ui/search-box.tsx";
import { Select } from "../ui/select.tsx";

export type SavedTemplate = { id: string; name: string };
type Shown = { template: string; language: Language; cart: string };

const languageNames = new Intl.DisplayNames("en", { type: "language" });

type Props = {
  example: Shown;
  saved: SavedTemplate[];
  search: string;
  carts: CartRow[];
  onChange: (change: Partial<Shown>) => void;
  onSearch: (text: string) => void;
};

/** Which template, in which language, on whose cart. */
export function ExampleBar({ example, saved, search, carts, onChange, onSearch }: Props) {
  return (
    <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[14rem_10rem_14rem_minmax(0,1fr)]">
      <Field label="Template">
        <Select value={example.template} onChange={(event) => onChange({ template: event.target.value })}>
          <optgroup label="Built in">
            {templateNames.map((name) => (
              <option key={name} value={name}>
                {templateLabels[name]}
              </option>
            ))}
          </optgroup>
          {saved.length > 0 ? (
            <optgroup label="Made by you">
              {saved.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ) : null}
        </Select>
      </Field>
      <Field label="Language">
        <Select
          value={example.language}
          onChange={(event) => {
            const language = languages.find((known) => known === event.target.value);
            if (language) onChange({ language });
          }}
        >
          {languages.map((language) => (
            <option key={language} value={language}>
              {languageNames.of(language)}
            </option>
          ))}
        </Select>
      </Field>
      <SearchBox label="Contact or cart" value={search} onSearch={onSearch} />
      <Field label="Cart">
        <Select value={example.cart} onChange={(event) => onChange({ cart: event.target.value })}>
          {carts.some(({ id }) => id === example.cart) ? null : (
            <option value={example.cart}>{example.cart === "" ? "None found" : "The chosen cart"}</option>
          )}
          {carts.map(({ id, contact, firstLine, total, currency }) => (
            <option key={id} value={id}>
              {contact?.name ?? contact?.address ?? "Nobody known"}: {firstLine},{" "}
              {formatMoney({ amount: total, currency }, "en")}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
