import { receiveBatch } from "../../../receive-batch.ts";

export async function POST(request: Request, { params }: { params: Promise<{ shopId: string }> }): Promise<Response> {
  return receiveBatch(request, (await params).shopId);
}
