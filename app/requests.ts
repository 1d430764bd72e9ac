/** An answer of the API that is not 2xx: its code, a sentence to show, and the field it is about. */
export class RequestError extends Error {
  readonly code: string;
  readonly field: string | null;

  constructor(code: string, message: string, field: string | null) {
    super(message);
    this.name = "RequestError";
    this.code = code;
    this.field = field;
  }
}

/** Reads JSON from the API, for query functions. */
export function readJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return request<T>(path, { signal });
}

/** Writes to the API: POST, PUT, PATCH or DELETE with a JSON body. */
export function writeJson<T = unknown>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
): Promise<T> {
  return request<T>(path, {
    method,
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

/** Sends a file as it is, its bytes being the body. */
export function sendFile<T>(path: string, file: Blob, type: string): Promise<T> {
  return request<T>(path, { method: "POST", headers: { "content-type": type }, body: file });
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  const text = await response.text();
  const json: unknown = text ? parsed(text) : undefined;
  if (response.ok) return json as T;
  if (response.status === 401 && typeof window !== "undefined") leaveForSignIn();
  throw refusal(json);
}

/** A session that ended elsewhere. A page that keeps what somebody typed stays, by preventing the event's default. */
function leaveForSignIn(): void {
  const event = new CustomEvent("session-ended", { cancelable: true });
  if (window.dispatchEvent(event)) window.location.assign("/sign-in");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusal(json: unknown): RequestError {
  const error = isRecord(json) && isRecord(json.error) ? json.error : {};
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  const message = text(error.message) ?? "The server did not answer as it should. Try again.";
  return new RequestError(text(error.code) ?? "fault", message, text(error.field));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** The sentence of any error, for a toast or beside a form. */
export function messageOf(error: unknown): string {
  return error instanceof RequestError ? error.message : "This did not work. Check the connection and try again.";
}
