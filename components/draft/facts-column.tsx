import { ArrowLeft } from "lucide-react";
import type { DraftInspection, QueueDetail } from "#domain/draft-queue.ts";
import { Button } from "../ui/button.tsx";
import { cn } from "../ui/cn.ts";
import { Section } from "../ui/section.tsx";
import { FactList } from "./fact-list.tsx";
import { shownFacts } from "./fact-texts.ts";
import { Findings } from "./findings.tsx";
import type { Linking } from "./marked-text.tsx";

type Props = Linking & { draft: QueueDetail; shown: DraftInspection; isShown: boolean; onBack: () => void };

/** What the inspection says and what the words stand on, beside the message. */
export function FactsColumn({ draft, shown, isShown, onBack, ...linking }: Props) {
  return (
    <aside
      aria-label="Facts"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className={cn(
        "min-w-0 bg-surface max-lg:min-h-full max-lg:shrink-0 lg:col-start-2 lg:border-t xl:col-start-3 xl:min-h-0 xl:overflow-y-auto xl:border-t-0 xl:border-l",
        !isShown && "max-lg:hidden",
      )}
    >
      <div className="grid gap-5 px-3 pt-4 pb-8 lg:pt-5">
        <Button variant="ghost" size="sm" onClick={onBack} className="justify-self-start lg:hidden">
          <ArrowLeft aria-hidden />
          The message
        </Button>
        <Section title="Inspection" className="[&>header]:mx-2">
          <Findings findings={shown.findings} />
        </Section>
        <Section title="Facts and what the words make of them" className="[&>header]:mx-2">
          {draft.brief ? (
            <FactList facts={shownFacts(draft.facts, draft.brief)} claims={shown.claims} {...linking} />
          ) : (
            <p className="px-2 text-ink-soft text-sm">Erased.</p>
          )}
        </Section>
      </div>
    </aside>
  );
}
