import { createElement, type ReactElement } from "react";
import { render } from "react-email";
import type { TemplateName } from "#domain/sequence.ts";
import { CartTable } from "./recovery/cart-table.tsx";
import { DesignedMessage } from "./recovery/designed-message.tsx";
import { FreeShipping } from "./recovery/free-shipping.tsx";
import { Help } from "./recovery/help.tsx";
import { LastChance } from "./recovery/last-chance.tsx";
import { LowStock } from "./recovery/low-stock.tsx";
import { Loyalty } from "./recovery/loyalty.tsx";
import { PercentOff } from "./recovery/percent-off.tsx";
import { PersonalNote } from "./recovery/personal-note.tsx";
import { PostPurchase } from "./recovery/post-purchase.tsx";
import { ProductHero } from "./recovery/product-hero.tsx";
import { Reminder } from "./recovery/reminder.tsx";
import { SocialProof } from "./recovery/social-proof.tsx";
import { WinBack } from "./recovery/win-back.tsx";
import type { RecoveryProps } from "./recovery-message.ts";

const templates: Record<TemplateName, (props: RecoveryProps) => ReactElement> = {
  reminder: Reminder,
  "product-hero": ProductHero,
  "cart-table": CartTable,
  help: Help,
  "social-proof": SocialProof,
  "free-shipping": FreeShipping,
  "percent-off": PercentOff,
  "low-stock": LowStock,
  "last-chance": LastChance,
  "personal-note": PersonalNote,
  loyalty: Loyalty,
  "post-purchase": PostPurchase,
  "win-back": WinBack,
};

/** React's own rendering of a template, some milliseconds each: what compiled mails are cut from. */
export async function renderTemplate(props: RecoveryProps): Promise<string> {
  return forMail(await render(createElement(props.design ? DesignedMessage : templates[props.template], props)));
}

/** Takes out what React writes for browsers only: separators between texts, and hints to load pictures early. */
function forMail(html: string): string {
  return html.replaceAll("<!-- -->", "").replace(/<link rel="preload" as="image"[^>]*>/g, "");
}
