import type { ReactNode } from "react";
import { blockLabels } from "../cart/labels.ts";
import { formatTime } from "../ui/time.tsx";
import type { PathView, ShopperView, ShopView } from "./view.ts";

/** Who the visitor is to Comeback, said openly. */
export function whoWords(shopper: ShopperView, path: PathView): ReactNode {
  const name = [shopper.firstName, shopper.lastName].filter(Boolean).join(" ");
  if (path.arm?.holdout)
    return `You are ${name}, and this address falls into the holdout: nothing will be sent to it, so that the ladder can be compared with silence.`;
  return `You are ${name}${path.arm ? `, in the arm “${path.arm.name}” and not in the holdout` : ""}.`;
}

/** What happens next to the visitor's cart, in one sentence. */
export function nextWords({ path, known, clock }: Pick<ShopView, "path" | "known" | "clock">): string {
  const { cart } = path;
  if (!cart) return "Put something into the basket, give your address at the checkout, and leave.";
  const { next, sent } = cart;
  const when = (at: string) => formatTime(new Date(at), clock.zone);
  const mails = sent === 0 ? "" : ` ${sent === 1 ? "One message was" : `${sent} messages were`} sent so far.`;
  if (next.kind === "abandonment") return `Counts as abandoned at ${when(next.at)} unless something moves.`;
  if (next.kind === "enrollment") return "Entering the sequence.";
  if (next.kind === "step") return `Message ${next.position + 1} is due ${when(next.at)}.${mails}`;
  if (next.kind === "review") return `A draft waits for a person.${mails}`;
  if (next.reason === "no_contact" && known) return "The shop is telling Comeback who you are.";
  if (next.reason === "no_contact") return "The shop does not know your address yet: go on to the checkout.";
  return `${blockLabels[next.reason]}.${mails}`;
}
