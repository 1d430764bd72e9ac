import { CircleCheck, TriangleAlert } from "lucide-react";
import type { Brief, Finding } from "#domain/draft.ts";
import { purposeLabels, templateLabels } from "../sequence/labels.ts";
import { cn } from "../ui/cn.ts";
import { Fact, Facts } from "../ui/facts.tsx";
import { Money } from "../ui/money.tsx";
import { fieldLabels, findingLabels } from "./labels.ts";

const languageNames = new Intl.DisplayNames("en", { type: "language" });

/** The brief: everything the writer was told. What is not in here, the words must not claim. */
export function DraftFacts({ brief }: { brief: Brief }) {
  const { contact, incentive, brand, stock, store, hints, total } = brief;
  return (
    <Facts>
      <Fact name="Language">{languageNames.of(brief.language) ?? brief.language}</Fact>
      <Fact name="Purpose">
        {purposeLabels[brief.purpose]}, step {brief.position + 1}
      </Fact>
      <Fact name="Template">{templateLabels[brief.template]}</Fact>
      <Fact name="First name">{contact.firstName ?? <Absent />}</Fact>
      <Fact name="History">{historyWords(contact)}</Fact>
      <Fact name="Cart">
        <ul>
          {brief.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a brief is frozen
            <li key={index}>
              {line.quantity > 1 ? `${line.quantity} × ` : ""}
              {line.title}
              {line.variantTitle ? <span className="text-ink-faint"> {line.variantTitle}</span> : null}
            </li>
          ))}
        </ul>
        {brief.lineCount > brief.lines.length ? `and ${brief.lineCount - brief.lines.length} more` : null}
      </Fact>
      {total ? (
        <Fact name="Total">
          <Money amount={total.amount} currency={total.currency} />
        </Fact>
      ) : null}
      <Fact name="Incentive">{incentive ? incentiveWords(incentive) : "None"}</Fact>
      {stock.length > 0 ? <Fact name="Few left">{stockWords(brief)}</Fact> : null}
      {hints.shippingCostSeen ? <Fact name="Shipping cost">Was shown in the cart</Fact> : null}
      {hints.hoursAway === null ? null : <Fact name="Away for">{hints.hoursAway} h</Fact>}
      {store.returns ? <Fact name="Returns">{store.returns}</Fact> : null}
      {store.shipping ? <Fact name="Shipping">{store.shipping}</Fact> : null}
      <Fact name="Tone">{brand.tone}</Fact>
      {brand.useWords.length > 0 ? <Fact name="Use">{brand.useWords.join(", ")}</Fact> : null}
      {brand.avoidWords.length > 0 ? <Fact name="Avoid">{brand.avoidWords.join(", ")}</Fact> : null}
    </Facts>
  );
}

function historyWords({ returning, orders, lastOrderDays, recoveries, vip }: Brief["contact"]): string {
  if (!returning) return "First cart, no order yet";
  const parts = [
    orders === 1 ? "1 order before" : `${orders} orders before`,
    lastOrderDays === null ? null : `the last ${lastOrderDays} days ago`,
    recoveries > 0 ? `${recoveries} won back` : null,
    vip ? "one of the best" : null,
  ];
  return parts.filter(Boolean).join(", ");
}

function stockWords({ lines, stock }: Brief): string {
  const titleOf = (lineId: string) => lines.find((line) => line.id === lineId)?.title ?? lineId;
  return stock.map(({ lineId, left }) => `${titleOf(lineId)}: ${left}`).join(", ");
}

const Absent = () => <span className="text-ink-faint">Not known</span>;

function incentiveWords(incentive: NonNullable<Brief["incentive"]>): string {
  const what = incentive.kind === "percent" ? `${incentive.percent ?? 0} % off` : "Free shipping";
  return [what, incentive.hasCode ? "with a code" : null, incentive.hasDeadline ? "with a deadline" : null]
    .filter(Boolean)
    .join(", ");
}

/** What the inspection found in the words; a block keeps them from leaving, a flag asks for a look. */
export function Findings({ findings }: { findings: Finding[] }) {
  if (findings.length === 0)
    return (
      <p className="flex items-center gap-2 text-ink-soft text-sm">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
        The words claim nothing that the facts do not hold.
      </p>
    );
  return (
    <ul className="grid gap-2">
      {findings.map((finding, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: findings of one text come in its order
        <li key={index} className="flex gap-2 text-sm">
          <TriangleAlert
            aria-hidden
            className={cn("mt-0.5 size-4 shrink-0", finding.severity === "block" ? "text-bad" : "text-warn")}
          />
          <div className="min-w-0">
            <p className="text-ink">
              {findingLabels[finding.code]}
              <span className="text-ink-faint">
                {" "}
                · {fieldLabels[finding.field]} · {finding.severity === "block" ? "blocks" : "worth a look"}
              </span>
            </p>
            {finding.excerpt ? <p className="break-words text-ink-soft">“{finding.excerpt}”</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
