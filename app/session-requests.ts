type Outcome = { ok: true } | { ok: false; reason: "wrong" | "limited" | "fault" };

/** Speaks next-auth's own protocol: a token against forged forms first, then the post. */
async function post(path: string, fields: Record<string, string>): Promise<{ status: number; url: string }> {
  const csrf: { csrfToken: string } = await (await fetch("/api/auth/csrf")).json();
  const body = new URLSearchParams({ ...fields, csrfToken: csrf.csrfToken, json: "true" });
  const response = await fetch(path, { method: "POST", body });
  const answer: { url?: string } = await response.json();
  return { status: response.status, url: answer.url ?? "" };
}

/** Opens a session with what a person typed, or with the token from a mail. */
export async function openSession(
  by: "password" | "link",
  fields: { email: string; password: string } | { token: string },
): Promise<Outcome> {
  try {
    const { status, url } = await post(`/api/auth/callback/${by}`, fields);
    if (status === 200) return { ok: true };
    return { ok: false, reason: url.includes("error=limited") ? "limited" : url.includes("fault") ? "fault" : "wrong" };
  } catch {
    return { ok: false, reason: "fault" };
  }
}

export async function closeSession(): Promise<void> {
  await post("/api/auth/signout", {});
}
