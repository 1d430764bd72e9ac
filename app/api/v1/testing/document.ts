import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Operation } from "#auth/operation.ts";
import { openApiOf } from "../openapi.ts";

type Json = Record<string, unknown>;

/** The document as clients read it: as the text that is served, with nothing of ours behind it. */
export function servedDocument(operations: Operation[]): Json {
  return JSON.parse(JSON.stringify(openApiOf(operations, "https://shop.example/v1")));
}

/** What the specification's own schema finds wrong with a document; null when nothing is. */
export async function faultsOf(document: Json): Promise<unknown> {
  const { valid, errors } = await new Validator().validate(document);
  return valid ? null : errors;
}

/** Checks an answer against what the document says of its status. Returns what is wrong with it; null when nothing is. */
export type AnswerCheck = (operation: Operation, answer: { status: number; json: unknown }) => unknown;

export function answerCheckOf(document: Json): AnswerCheck {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, "api");
  return ({ path, method }, { status, json }) => {
    const place = ["paths", path, method.toLowerCase(), "responses", String(status)];
    if (!valueAt(document, place)) return `${status} is not documented`;
    const shape = [...place, "content", "application/json", "schema"];
    if (!valueAt(document, shape)) return json === null ? null : "an answer without a body was documented";
    const check = ajv.getSchema(`api#${shape.map((part) => `/${escaped(part)}`).join("")}`);
    if (!check) throw new Error("the document has no such place");
    return check(json) ? null : check.errors;
  };
}

/** A part of a JSON pointer within a reference (RFC 6901). */
const escaped = (part: string) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));

function valueAt(document: Json, place: string[]): unknown {
  return place.reduce<unknown>((value, part) => (value as Json | undefined)?.[part], document);
}
