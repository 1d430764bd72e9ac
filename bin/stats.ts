import { z } from "zod";
import { answerLines } from "./json-lines.ts";
import { methods } from "./stats/methods.ts";

const named = z.looseObject({ method: z.string() });

/** Answers one request; `id` comes back as it was given. Errors name the field. */
function answer(request: unknown): unknown {
  const asked = named.safeParse(request);
  if (!asked.success) return refusal("Give a method", "method");
  const { method: name, id, ...rest } = asked.data;
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  const known = id === undefined ? {} : { id };
  if (!method) return { ...known, ...refusal(`Choose one of ${Object.keys(methods).join(", ")}`, "method") };
  const parsed = method.shape.safeParse(rest);
  if (parsed.success) return { ...known, method: name, result: method.answer(parsed.data) };
  const [issue] = parsed.error.issues;
  return { ...known, ...refusal(issue?.message ?? "Is wrong", issue?.path.join(".") ?? "") };
}

function refusal(message: string, field: string) {
  return { error: { code: "invalid", message, field } };
}

await answerLines(process.stdin, process.stdout, answer);
