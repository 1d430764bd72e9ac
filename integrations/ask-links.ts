import type { LinkAnswer, LinkState } from "#domain/mail-checks/link-answers.ts";
import { FetchRefused, publicFetch } from "./public-fetch.ts";

const patienceMs = 6_000;
const atOnce = 6;

/**
 * Asks for each address once, by HEAD and, where a server knows no HEAD, by GET. Addresses inside our own network are not
 * called (`private`), redirects are not followed.
 */
export async function askLinks(links: string[], rules: { allowPrivate: boolean }): Promise<LinkAnswer[]> {
  const waiting = [...new Set(links)];
  const answers: LinkAnswer[] = [];
  const ask = async () => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) answers.push(await askLink(url, rules));
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  const place = new Map([...new Set(links)].map((url, index) => [url, index]));
  return answers.sort((a, b) => (place.get(a.url) ?? 0) - (place.get(b.url) ?? 0));
}

async function askLink(url: string, rules: { allowPrivate: boolean }): Promise<LinkAnswer> {
  const none = { url, status: null, bytes: null, type: null };
  try {
    const head = await call(url, "HEAD", rules);
    // Many shops answer HEAD with 403, 404, 405 or 501 and show the page all the same.
    const answer = head.status >= 400 ? await call(url, "GET", rules) : head;
    const bytes = Number(answer.headers.get("content-length"));
    return {
      url,
      state: stateOf(answer.status),
      status: answer.status,
      bytes: Number.isFinite(bytes) && bytes > 0 ? bytes : null,
      type: answer.headers.get("content-type"),
    };
  } catch (error) {
    if (!(error instanceof FetchRefused)) return { ...none, state: "silent" };
    if (error.reason === "redirected") return { ...none, state: "redirects" };
    // Longer than we read: it is there.
    if (error.reason === "too_long") return { ...none, state: "alive" };
    return { ...none, state: "private" };
  }
}

function call(url: string, method: "HEAD" | "GET", rules: { allowPrivate: boolean }): Promise<Response> {
  return publicFetch(rules)(url, { method, signal: AbortSignal.timeout(patienceMs) });
}

/** Pages behind a login or a guard against robots are there for people. */
function stateOf(status: number): LinkState {
  if (status < 400 || status === 401 || status === 403 || status === 429) return "alive";
  return status >= 500 ? "silent" : "dead";
}
