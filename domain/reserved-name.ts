/** Names that belong to nobody and that DNS is not asked about (RFC 2606, RFC 6761): examples, tests, this machine. */
export function isReservedName(name: string): boolean {
  return /(?:^|\.)(?:(?:example|test|invalid|localhost|local|internal)|example\.(?:com|net|org))\.?$/i.test(name);
}
