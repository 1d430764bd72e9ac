/** Hands a file to the person, as a link to it would. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then; the address is of no use after.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
