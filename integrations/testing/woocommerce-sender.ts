import { createHash, createHmac } from "node:crypto";

export type Hook = { id: number; topic: string; secret: string; site: string };
export type Delivery = { headers: Headers; body: Uint8Array };

/** A delivery as `WC_Webhook::deliver` makes it: raw JSON, its headers, and a delivery id of the hook and the second. */
export function delivery(hook: Hook, payload: object | string, at: Date): Delivery {
  const body = typeof payload === "string" ? payload : JSON.stringify(payload).replaceAll("/", "\\/");
  const [resource = "", event = ""] = hook.topic.split(".");
  return {
    headers: new Headers({
      ...agent,
      "content-type": "application/json",
      "x-wc-webhook-source": `${hook.site}/`,
      "x-wc-webhook-topic": hook.topic,
      "x-wc-webhook-resource": resource,
      "x-wc-webhook-event": event,
      "x-wc-webhook-signature": signatureOf(body, hook.secret),
      "x-wc-webhook-id": String(hook.id),
      "x-wc-webhook-delivery-id": createHash("md5")
        .update(`${hook.id}${Math.floor(at.getTime() / 1000)}`)
        .digest("hex"),
    }),
    body: new TextEncoder().encode(body),
  };
}

/** `WC_Webhook::deliver_ping`: a form, unsigned. */
export function ping(hook: Pick<Hook, "id">): Delivery {
  const headers = new Headers({ ...agent, "content-type": "application/x-www-form-urlencoded" });
  return { headers, body: new TextEncoder().encode(`webhook_id=${hook.id}`) };
}

const agent = { "user-agent": "WooCommerce/10.4.2 Hookshot (WordPress/6.9)" };

/** `base64_encode( hash_hmac( 'sha256', $payload, wp_specialchars_decode( $secret, ENT_QUOTES ), true ) )` */
export function signatureOf(payload: string, secret: string): string {
  return createHmac("sha256", specialCharsDecode(secret)).update(payload).digest("base64");
}

/** `wp_specialchars_decode` with `ENT_QUOTES`, step by step as WordPress has it: numbers made regular, then `strtr`. */
function specialCharsDecode(text: string): string {
  if (!text.includes("&")) return text;
  const regular: [RegExp, string][] = [
    [/&#0*39;/g, "&#039;"],
    [/&#x0*27;/gi, "&#x27;"],
    [/&#0*34;/g, "&#034;"],
    [/&#x0*22;/gi, "&#x22;"],
    [/&#0*60;/g, "&#060;"],
    [/&#0*62;/g, "&#062;"],
    [/&#0*38;/g, "&#038;"],
    [/&#x0*26;/gi, "&#x26;"],
  ];
  const table: Record<string, string> = {
    ...{ "&#039;": "'", "&#x27;": "'", "&quot;": '"', "&#034;": '"', "&#x22;": '"', "&lt;": "<", "&#060;": "<" },
    ...{ "&gt;": ">", "&#062;": ">", "&amp;": "&", "&#038;": "&", "&#x26;": "&" },
  };
  let left = regular.reduce((all, [pattern, form]) => all.replace(pattern, form), text);
  let done = "";
  while (left.length > 0) {
    const entity = Object.keys(table).find((one) => left.startsWith(one));
    done += entity ? table[entity] : left[0];
    left = left.slice(entity?.length ?? 1);
  }
  return done;
}
