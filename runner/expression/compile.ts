import { type ASTNode, Environment } from "@marcbachmann/cel-js";
import { functions, has, methods } from "./functions.ts";
import { add, arithmetic, compare, contains, equal, member, truthy } from "./values.ts";

export type Scope = Readonly<Record<string, unknown>>;
export type Evaluate = (scope: Scope) => unknown;

const environment = new Environment({ unlistedVariablesAreDyn: true });

export class UnsupportedExpression extends Error {
  override name = "UnsupportedExpression";
}

export function parse(text: string): ASTNode {
  try {
    return environment.parse(text).ast;
  } catch (error) {
    throw new UnsupportedExpression(`"${text}" is not CEL: ${error instanceof Error ? error.message : ""}`);
  }
}

const ordering = (holds: (order: number) => boolean) => (left: unknown, right: unknown) => {
  const order = compare(left, right);
  return order !== null && holds(order);
};

const binary: Partial<Record<ASTNode["op"], (left: unknown, right: unknown) => unknown>> = {
  "==": equal,
  "!=": (left, right) => !equal(left, right),
  "<": ordering((order) => order < 0),
  "<=": ordering((order) => order <= 0),
  ">": ordering((order) => order > 0),
  ">=": ordering((order) => order >= 0),
  in: (left, right) => contains(right, left),
  "+": add,
  "-": arithmetic((left, right) => left - right),
  "*": arithmetic((left, right) => left * right),
  "/": arithmetic((left, right) => left / right),
  "%": arithmetic((left, right) => left % right),
  "[]": member,
};

function literal(value: unknown): Evaluate {
  const plain = typeof value === "bigint" ? Number(value) : value;
  if (plain !== null && !["string", "number", "boolean"].includes(typeof plain)) {
    throw new UnsupportedExpression("bytes and unsigned literals are not supported");
  }
  return () => plain;
}

function variable(name: string, known: ReadonlySet<string>): Evaluate {
  if (!known.has(name)) throw new UnsupportedExpression(`unknown variable "${name}"`);
  return (scope) => scope[name] ?? null;
}

function call(name: string, values: readonly ASTNode[], known: ReadonlySet<string>): Evaluate {
  const [only] = values;
  if (name === "has" && only?.op === "." && values.length === 1) {
    const [owner, key] = only.args;
    const container = compileNode(owner, known);
    return (scope) => has(container(scope), key);
  }
  const found = functions.get(name);
  if (found === undefined || found.arity !== values.length) {
    throw new UnsupportedExpression(`unsupported call "${name}" with ${values.length} arguments`);
  }
  const compiled = values.map((value) => compileNode(value, known));
  return (scope) => found.call(compiled.map((value) => value(scope)));
}

function method(name: string, owner: ASTNode, values: readonly ASTNode[], known: ReadonlySet<string>): Evaluate {
  const [bound, test] = values;
  if ((name === "exists" || name === "all") && bound?.op === "id" && test !== undefined && values.length === 2) {
    const list = compileNode(owner, known);
    const each = compileNode(test, new Set([...known, bound.args]));
    const holds = (scope: Scope) => (entry: unknown) => truthy(each({ ...scope, [bound.args]: entry }));
    return (scope) => {
      const entries = list(scope);
      if (!Array.isArray(entries)) return false;
      return name === "exists" ? entries.some(holds(scope)) : entries.every(holds(scope));
    };
  }
  const found = methods.get(name);
  if (found === undefined || found.arity !== values.length) {
    throw new UnsupportedExpression(`unsupported method "${name}" with ${values.length} arguments`);
  }
  const compiled = [owner, ...values].map((value) => compileNode(value, known));
  return (scope) => found.call(compiled.map((value) => value(scope)));
}

function choice(op: "&&" | "||", nodes: readonly [ASTNode, ASTNode], known: ReadonlySet<string>): Evaluate {
  const left = compileNode(nodes[0], known);
  const right = compileNode(nodes[1], known);
  return (scope) => {
    const value = left(scope);
    return truthy(value) === (op === "||") ? value : right(scope);
  };
}

function compileNode(node: ASTNode, known: ReadonlySet<string>): Evaluate {
  const inner = (child: ASTNode) => compileNode(child, known);
  if (node.op === "value") return literal(node.args);
  if (node.op === "id") return variable(node.args, known);
  if (node.op === "call") return call(node.args[0], node.args[1], known);
  if (node.op === "rcall") return method(node.args[0], node.args[1], node.args[2], known);
  if (node.op === "&&" || node.op === "||") return choice(node.op, node.args, known);
  if (node.op === ".") {
    const [owner, key] = [inner(node.args[0]), node.args[1]];
    return (scope) => member(owner(scope), key);
  }
  if (node.op === "list") {
    const entries = node.args.map(inner);
    return (scope) => entries.map((entry) => entry(scope));
  }
  if (node.op === "?:") {
    const [test, yes, no] = [inner(node.args[0]), inner(node.args[1]), inner(node.args[2])];
    return (scope) => (truthy(test(scope)) ? yes(scope) : no(scope));
  }
  if (node.op === "!_") {
    const operand = inner(node.args);
    return (scope) => !truthy(operand(scope));
  }
  if (node.op === "-_") {
    const operand = inner(node.args);
    return (scope) => arithmetic((zero, value) => zero - value)(0, operand(scope));
  }
  return operation(node, known);
}

function operation(node: ASTNode, known: ReadonlySet<string>): Evaluate {
  const work = binary[node.op];
  if (work === undefined || !Array.isArray(node.args)) {
    throw new UnsupportedExpression(`unsupported operator "${node.op}"`);
  }
  const [left, right] = operandsOf(node);
  const [first, second] = [compileNode(left, known), compileNode(right, known)];
  return (scope) => work(first(scope), second(scope));
}

function operandsOf(node: ASTNode): readonly [ASTNode, ASTNode] {
  switch (node.op) {
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "in":
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
    case "[]":
      return node.args;
    default:
      throw new UnsupportedExpression(`unsupported operator "${node.op}"`);
  }
}

/**
 * Compiles CEL with Inngest's rules for nulls and truth. Throws UnsupportedExpression for whatever lies outside the
 * tested subset, so that sync can refuse it.
 */
export function compile(text: string, variables: readonly string[]): Evaluate {
  return compileNode(parse(text), new Set(variables));
}

const compiled = new Map<string, Evaluate>();

/** Compiles once per text; both `event` and `async` may be named. */
export function evaluate(text: string, scope: Scope): unknown {
  let known = compiled.get(text);
  if (known === undefined) {
    if (compiled.size > 5_000) compiled.clear();
    known = compile(text, ["event", "async"]);
    compiled.set(text, known);
  }
  return known(scope);
}

export const holds = (text: string, scope: Scope): boolean => truthy(evaluate(text, scope));
