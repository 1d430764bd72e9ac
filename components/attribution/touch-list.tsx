import type { CreditedMessage, CreditTouch } from "#domain/attribution/credit-view.ts";
import { cn } from "../ui/cn.ts";
import { Time } from "../ui/time.tsx";
import { nameOf } from "./credit-table.tsx";
import { machineLabels } from "./labels.ts";

type Props = { touches: CreditTouch[]; messages: CreditedMessage[]; unkept: number; zone: string };

/** What was done with the messages before the order, the oldest first; machines' acts stand back, each with its reason. */
export function TouchList({ touches, messages, unkept, zone }: Props) {
  const names = new Map(messages.map((message) => [message.id, nameOf(message)]));
  return (
    <>
      <ol className="grid gap-2 text-sm">
        {touches.map((touch) => (
          <li
            key={touch.id}
            className={cn(
              "flex flex-wrap items-baseline gap-x-2 border-l-2 pl-3",
              touch.by === "machine" ? "border-dashed text-ink-faint" : "border-accent text-ink",
            )}
          >
            <span className="tabular text-ink-faint text-xs">
              <Time at={touch.at} zone={zone} />
            </span>
            <span>
              {actOf(touch)} {names.get(touch.messageId) ?? "a message"}
            </span>
            {touch.machineReason ? (
              <span className="basis-full text-xs">Not a person: {machineLabels[touch.machineReason]}</span>
            ) : null}
          </li>
        ))}
      </ol>
      {unkept > 0 ? (
        <p className="mt-2 text-ink-faint text-xs">
          And {unkept.toLocaleString("en")} more on these messages, counted without being kept.
        </p>
      ) : null}
    </>
  );
}

function actOf({ by, kind }: CreditTouch): string {
  if (kind === "open") return by === "person" ? "Opened" : "Images loaded of";
  return by === "person" ? "Clicked" : "Link followed of";
}
