import { type Language, languages } from "#domain/language.ts";
import { formatMoney } from "#domain/money.ts";
import { type TemplateName, templateNames } from "#domain/sequence.ts";
import { templateLabels } from "../sequence/labels.ts";
import { Choices } from "../ui/choices.tsx";
import { Field } from "../ui/field.tsx";
import { Select } from "../ui/select.tsx";

export type ExampleCart = { id: string; name: string; firstLine: string; total: number; currency: string };
export type Example = { template: TemplateName; language: Language; cart: string };

const hints: Record<TemplateName, string> = {
  reminder: "What is in the cart, and the way back",
  "product-hero": "The first product large, the rest below",
  "cart-table": "For full carts: a sum at a glance, then rows",
  help: "Delivery, returns and whom to ask, from your settings",
  "social-proof": "How many orders the shop had lately",
  "free-shipping": "Shipping on the house, as a letter by air",
  "percent-off": "The percentage large, with its code",
  "low-stock": "What runs out first, with what is left",
  "last-chance": "When the offer ends, in plain sight",
  "personal-note": "A plain letter, signed by the sender",
  loyalty: "For returning customers: their orders on a card",
  "post-purchase": "Thanks, and what was ordered",
  "win-back": "A few pictures for people long away",
};
const languageNames = new Intl.DisplayNames("en", { type: "language" });

/** Which template, in which language, on whose cart. */
export function ExampleForm(props: { example: Example; carts: ExampleCart[]; onChange: (example: Example) => void }) {
  const { example, carts, onChange } = props;
  return (
    <div className="grid gap-4">
      <Choices
        label="Template"
        value={example.template}
        onChange={(template) => onChange({ ...example, template })}
        choices={templateNames.map((value) => ({ value, label: templateLabels[value], hint: hints[value] }))}
      />
      <Field label="Language">
        <Select
          value={example.language}
          onChange={(event) => {
            const language = languages.find((known) => known === event.target.value);
            if (language) onChange({ ...example, language });
          }}
        >
          {languages.map((language) => (
            <option key={language} value={language}>
              {languageNames.of(language)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Cart" hint="One of the newest carts; its lines, pictures and totals are real.">
        <Select value={example.cart} onChange={(event) => onChange({ ...example, cart: event.target.value })}>
          {carts.map((cart) => (
            <option key={cart.id} value={cart.id}>
              {cart.name}: {cart.firstLine}, {formatMoney({ amount: cart.total, currency: cart.currency }, "en")}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
