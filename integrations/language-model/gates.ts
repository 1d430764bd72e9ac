import { type Gate, type GateRules, gateOf } from "./gate.ts";

// One set per process: a page's route and a job are bundled apart and must share the provider's pace.
const store = globalThis as typeof globalThis & { comebackWriterGates?: Map<string, Gate> };

/** The one gate of this process under a name, from now on by these rules. */
export function gateNamed(name: string, rules: GateRules): Gate {
  store.comebackWriterGates ??= new Map();
  const known = store.comebackWriterGates.get(name);
  if (known) {
    known.follow(rules);
    return known;
  }
  const gate = gateOf(rules);
  store.comebackWriterGates.set(name, gate);
  return gate;
}
