import { mostBrowserBytes, receiveBrowserEvent } from "#app/api/browser/receive-browser-event.ts";
import { serveSnippet } from "#app/api/browser/serve-snippet.ts";
import { mostBatchBytes, receiveBatch } from "#app/api/webhooks/receive-batch.ts";
import { receiveMailWebhook } from "#app/api/webhooks/receive-mail-webhook.ts";
import { type Knock, receiveShopWebhook, shakeHands, takeShopWebhook } from "#app/api/webhooks/receive-shop-webhook.ts";
import type { Reply } from "#app/api/webhooks/reply.ts";
import * as link from "#app/r/[token]/route.ts";
import * as oneClick from "#app/u/[token]/one-click/route.ts";

export type Lane = {
  name: string;
  mostBytes: number;
  answer(request: Request): Response | Promise<Response>;
  /** The same door for bytes that are read already: to make a Request and a Response of them costs as much as to store. */
  take?(knock: Knock): Promise<Reply>;
};
type Door = {
  name: string;
  method: string;
  path: RegExp;
  mostBytes: number;
  open(request: Request, ...parts: string[]): Response | Promise<Response>;
  take?(knock: Knock, ...parts: string[]): Promise<Reply>;
};

const mebibyte = 1_048_576;
const context = (token: string) => ({ params: Promise.resolve({ token }) });

/** The doors at which strangers knock in storms. Each opens to the very function that Next mounts, without Next's price. */
const doors: Door[] = [
  {
    name: "mail webhook",
    method: "POST",
    path: /^\/api\/webhooks\/email$/,
    mostBytes: mebibyte,
    open: receiveMailWebhook,
  },
  {
    name: "shop webhook",
    method: "POST",
    path: /^\/api\/webhooks\/(\w+)\/(\w+)$/,
    mostBytes: mebibyte,
    open: receiveShopWebhook,
    take: (knock, platform = "", shopId = "") => takeShopWebhook(knock, platform, shopId),
  },
  {
    name: "batch",
    method: "POST",
    path: /^\/api\/webhooks\/custom\/(\w+)\/batch$/,
    mostBytes: mostBatchBytes,
    open: receiveBatch,
  },
  {
    name: "webhook handshake",
    method: "GET",
    path: /^\/api\/webhooks\/(\w+)\/(shop_\w+)$/,
    mostBytes: 0,
    open: shakeHands,
  },
  { name: "snippet", method: "GET", path: /^\/(pk_\w+)\/comeback\.js$/, mostBytes: 0, open: serveSnippet },
  ...["POST", "OPTIONS"].map((method) => ({
    name: "browser event",
    method,
    path: /^\/(pk_\w+)\/events$/,
    mostBytes: mostBrowserBytes,
    open: receiveBrowserEvent,
  })),
  {
    name: "click",
    method: "GET",
    path: /^\/r\/([\w.~-]+)$/,
    mostBytes: 0,
    open: (request, token) => link.GET(request, context(token)),
  },
  {
    name: "scan",
    method: "HEAD",
    path: /^\/r\/([\w.~-]+)$/,
    mostBytes: 0,
    open: (request, token) => link.HEAD(request, context(token)),
  },
  {
    name: "unsubscribe",
    method: "POST",
    path: /^\/u\/([\w.~-]+)\/one-click$/,
    mostBytes: 65_536,
    open: (request, token) => oneClick.POST(request, context(token)),
  },
];

/** The lane of a request's method and target, or null when Next shall answer. */
export function laneOf(method: string, target: string): Lane | null {
  const query = target.indexOf("?");
  const path = query < 0 ? target : target.slice(0, query);
  for (const door of doors) {
    if (door.method !== method) continue;
    const [found, ...parts] = door.path.exec(path) ?? [];
    if (!found) continue;
    const { name, mostBytes, open, take } = door;
    const lane = { name, mostBytes, answer: (request: Request) => open(request, ...parts) };
    return take ? { ...lane, take: (knock) => take(knock, ...parts) } : lane;
  }
  return null;
}
