import { receiveShopWebhook } from "../../receive-shop-webhook.ts";

export async function POST(
  request: Request,
  { params }: { params: Promise<{ platform: string; shopId: string }> },
): Promise<Response> {
  const { platform, shopId } = await params;
  return receiveShopWebhook(request, platform, shopId);
}
