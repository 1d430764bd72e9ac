import { serveSnippet } from "#app/api/browser/serve-snippet.ts";

export async function GET(request: Request, { params }: { params: Promise<{ shopKey: string }> }): Promise<Response> {
  return serveSnippet(request, (await params).shopKey);
}
