/** An answer before any server's words for it. */
export type Reply = { status: number; json: unknown; headers?: Record<string, string> };

export const ok = (json: unknown): Reply => ({ status: 200, json });

export const refusal = (status: number, code: string, message: string): Reply => ({
  status,
  json: { error: { code, message } },
});

/** Every platform sends again what it got this answer to. */
export const retryLater = (status: 429 | 503, code: string, message: string): Reply => ({
  ...refusal(status, code, message),
  headers: { "retry-after": "5" },
});

export const responseOf = ({ json, ...head }: Reply): Response => Response.json(json, head);
