/** A link with `name=value` added to its query; every other byte of it stays. Text that is no URL comes back as it is. */
export function withQuery(link: string, name: string, value: string): string {
  if (!URL.canParse(link)) return link;
  const url = new URL(link);
  if (url.searchParams.has(name)) url.searchParams.delete(name);
  url.search += `${url.search ? "&" : "?"}${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  return url.href;
}
