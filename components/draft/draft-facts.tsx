import { CircleCheck, TriangleAlert } from "lucide-react";
import type { Brief, Finding } from "#domain/draft.ts";
import { purposeLabels, templateLabels } from "../sequence/labels.ts";
import { cn } from "../ui/cn.ts";
import { Fact, Facts } from "../ui/facts.tsx";
import { fieldLabels, findingLabels } from "./labels.ts";

const languageNames = new Intl.DisplayNames("en", { type: "language" });

/** The brief: everything the writer was told. What is not in here, the words must not claim. */
export function DraftFacts({ brief }: { brief: Brief }) {
  const { contact, incentive, brand } = brief;
  return (
    <Facts>
      <Fact name="Language">{languageNames.of(brief.language) ?? brief.language}</Fact>
      <Fact name="Purpose">
        {purposeLabels[brief.purpose]}, step {brief.position + 1}
      </Fact>
      <Fact name="Template">{templateLabels[brief.template]}</Fact>
      <Fact name="First name">{contact.firstName ?? <Absent />}</Fact>
      <Fact name="History">{contact.returning ? `${contact.orders} orders before` : "First cart, no order yet"}</Fact>
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
      <Fact name="Incentive">{incentive ? incentiveWords(incentive) : "None"}</Fact>
      <Fact name="Tone">{brand.tone}</Fact>
      {brand.avoidWords.length > 0 ? <Fact name="Avoid">{brand.avoidWords.join(", ")}</Fact> : null}
    </Facts>
  );
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
