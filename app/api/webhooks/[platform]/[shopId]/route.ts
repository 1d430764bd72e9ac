import { receiveShopWebhook, shakeHands } from "../../receive-shop-webhook.ts";

type Context = { params: Promise<{ platform: string; shopId: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { platform, shopId } = await params;
  return receiveShopWebhook(request, platform, shopId);
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { platform, shopId } = await params;
  return shakeHands(request, platform, shopId);
}
