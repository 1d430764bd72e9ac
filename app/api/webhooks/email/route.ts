import { receiveMailWebhook } from "../receive-mail-webhook.ts";

export function POST(request: Request): Promise<Response> {
  return receiveMailWebhook(request);
}
