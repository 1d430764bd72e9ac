import { type PictureMeasure, pictureMeasure } from "./picture-measure.ts";
import { FetchRefused, publicFetch } from "./public-fetch.ts";

const patienceMs = 5_000;

export type PictureAnswer =
  | ({ kind: "picture"; bytes: number } & PictureMeasure)
  | {
      kind: "refused";
      reason: "private" | "redirected" | "too_long" | "silent" | "status" | "no_picture";
      status?: number;
    };

/** Loads a picture that somebody named, to see that it is there and how large it is. Never calls our own network. */
export async function loadPicture(url: string, rules: { allowPrivate: boolean }): Promise<PictureAnswer> {
  try {
    const response = await publicFetch(rules)(url, {
      headers: { accept: "image/*" },
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!response.ok) return { kind: "refused", reason: "status", status: response.status };
    const bytes = new Uint8Array(await response.arrayBuffer());
    const measure = pictureMeasure(bytes);
    return measure ? { kind: "picture", bytes: bytes.length, ...measure } : { kind: "refused", reason: "no_picture" };
  } catch (error) {
    if (!(error instanceof FetchRefused)) return { kind: "refused", reason: "silent" };
    if (error.reason === "redirected" || error.reason === "too_long") return { kind: "refused", reason: error.reason };
    return { kind: "refused", reason: "private" };
  }
}
