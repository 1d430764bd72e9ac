import { receiveBrowserEvent } from "#app/api/browser/receive-browser-event.ts";

type Context = { params: Promise<{ shopKey: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return receiveBrowserEvent(request, (await params).shopKey);
}

export const OPTIONS = POST;
