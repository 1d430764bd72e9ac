const indent = "  ";

/**
 * Lays JSON out over lines without reading it: only blanks outside of strings change, so that an id beyond 2^53, a
 * doubled key and the order stay as they were sent. Null when the text is no JSON.
 */
export function prettyJson(text: string): string | null {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  let depth = 0;
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs) ?? [];
  const line = () => `\n${indent.repeat(depth)}`;
  return tokens
    .map((token, index) => {
      if (token === "{" || token === "[") {
        if (isClosing(tokens[index + 1])) return token;
        depth++;
        return token + line();
      }
      if (isClosing(token)) {
        const before = tokens[index - 1];
        if (before === "{" || before === "[") return token;
        depth--;
        return line() + token;
      }
      if (token === ",") return token + line();
      return token === ":" ? ": " : token;
    })
    .join("");
}

const isClosing = (token: string | undefined) => token === "}" || token === "]";
